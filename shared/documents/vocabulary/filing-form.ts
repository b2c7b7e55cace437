/**
 * 备案申请表 as this office sets it up: the measure names the form (Art. 7) and prescribes no layout of it. What is printed
 * here is what a filled form is read by.
 */
import type { FormField } from '@shared/domain/form-field'

export type FormSection = { readonly title: string; readonly fields: readonly FormField[] }

export const filingFormSections: readonly FormSection[] = [
  {
    title: '联盟基本情况',
    fields: [
      { label: '联盟名称', path: 'alliance.name', kind: 'line', others: ['联盟全称', '名称'] },
      { label: '联盟简称', path: 'alliance.shortName', kind: 'line', others: ['简称'] },
      { label: '成立日期', path: 'alliance.establishedOn', kind: 'day', others: ['成立时间'] },
      { label: '技术领域', path: 'alliance.technicalField', kind: 'line', others: ['所属技术领域'] },
      { label: '理事长单位', path: 'alliance.chairUnitId', kind: 'unit', others: ['盟主单位'] },
      { label: '牵头单位', path: 'alliance.leadUnitId', kind: 'unit', others: ['联盟牵头单位'] },
      { label: '理事长', path: 'alliance.chairPerson', kind: 'line', others: ['理事长姓名'] },
      {
        label: '秘书处单位',
        path: 'alliance.secretariatUnitId',
        kind: 'unit',
        others: ['秘书处依托单位', '秘书处挂靠单位'],
      },
      { label: '秘书长', path: 'alliance.secretaryGeneral', kind: 'line', others: ['秘书长姓名'] },
      { label: '推荐单位', path: 'alliance.recommendedBy', kind: 'line' },
      { label: '联系人', path: 'alliance.contact.name', kind: 'line', others: ['联系人姓名'] },
      { label: '联系电话', path: 'alliance.contact.phone', kind: 'line', others: ['电话', '联系方式', '手机'] },
      { label: '当地资源及产业优势', path: 'alliance.localAdvantage', kind: 'text', others: ['资源及产业优势'] },
    ],
  },
  {
    title: '技术创新目标',
    fields: [
      { label: '总体目标', path: 'goals.overall', kind: 'text', others: ['技术创新总体目标'] },
      { label: '阶段目标', path: 'goals.stages', kind: 'text', others: ['分阶段目标'] },
    ],
  },
  {
    title: '联盟协议',
    fields: [
      { label: '协议签订日期', path: 'agreement.signedOn', kind: 'day', others: ['签订日期'] },
      { label: '协议生效日期', path: 'agreement.effectiveOn', kind: 'day', others: ['生效日期'] },
      { label: '协议届满日期', path: 'agreement.expiresOn', kind: 'day', others: ['届满日期', '有效期至'] },
    ],
  },
]

export const filingFormFields: readonly FormField[] = filingFormSections.flatMap(({ fields }) => fields)

/** Heads of the two lists of the form, as the readers of such tables know them. */
export const formMemberHeads = {
  fullName: '单位全称',
  creditCode: '统一社会信用代码',
  kind: '单位类别',
  representative: '法定代表人',
  role: '联盟职务',
  city: '所在地',
  contribution: '出资额（万元）',
} as const
export const formTaskHeads = {
  name: '任务名称',
  nature: '技术性质',
  chainLink: '创新链环节',
  lead: '牵头单位',
  units: '参加单位',
  span: '起止年月',
  fund: '经费（万元）',
  indicators: '考核指标',
} as const

/** Words of the form that say nothing of an alliance. */
export const formFurniture = ['项目', '内容', '序号'] as const
