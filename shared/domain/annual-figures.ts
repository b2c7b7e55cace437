import { z } from 'zod'
import { localIdSchema, nameSchema, textSchema } from './ids'

/** One figure of the office's yearly table. Work rule: the measure asks for none. */
export const figureSchema = z.strictObject({
  id: localIdSchema,
  name: nameSchema,
  unit: z.string().max(40).default(''),
  group: z.string().max(80).default(''),
})
export type Figure = Readonly<z.infer<typeof figureSchema>>

/**
 * The figures of one alliance for one year. A number is kept as it was written, as digits with at most four places:
 * money is in the unit of its figure, and nothing is rounded on the way.
 */
export const figureValueSchema = z.strictObject({
  figureId: localIdSchema,
  value: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/u),
})
export const annualFiguresSchema = z.strictObject({
  year: z.int().min(2000).max(2199),
  values: z.array(figureValueSchema).default([]),
  note: textSchema.default(''),
})
export type AnnualFigures = Readonly<z.infer<typeof annualFiguresSchema>>

const figure = (group: string, id: string, name: string, unit: string): Figure => ({ id, name, unit, group })

/**
 * What an office starts from: groups as yearly statistics of the same department have them. Work rule, to be edited; no
 * list of the measure, which asks for a summary and a plan alone (Art. 16).
 */
export const defaultFigures: readonly Figure[] = [
  figure('组织运行', 'members', '成员单位数', '家'),
  figure('组织运行', 'fullTimeStaff', '专职人员数', '人'),
  figure('组织运行', 'meetings', '召开理事会、专家委员会会议', '次'),
  figure('创新投入', 'rdInvestment', '研发投入', '万元'),
  figure('创新投入', 'rdByMembers', '其中：成员单位投入', '万元'),
  figure('创新投入', 'rdByGovernment', '其中：政府资助', '万元'),
  figure('创新活动', 'jointProjects', '在研联合攻关项目', '项'),
  figure('创新活动', 'publicProjects', '其中：国家和省级科技计划项目', '项'),
  figure('创新成果', 'patentsApplied', '申请专利', '件'),
  figure('创新成果', 'patentsGranted', '授权专利', '件'),
  figure('创新成果', 'inventionPatents', '其中：发明专利', '件'),
  figure('创新成果', 'standards', '制定、修订标准', '项'),
  figure('创新成果', 'newProducts', '新产品、新工艺', '项'),
  figure('创新成果', 'awards', '省部级以上科技奖励', '项'),
  figure('创新绩效', 'outputValue', '新增产值', '万元'),
  figure('创新绩效', 'taxAndProfit', '新增利税', '万元'),
  figure('服务产业', 'servedEnterprises', '服务联盟外企业', '家'),
  figure('服务产业', 'transfers', '成果转化、技术推广', '项'),
  figure('人才培养', 'trained', '培养、培训人才', '人'),
]
