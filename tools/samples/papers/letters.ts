import { chineseDay, chineseNumber } from '../chinese'
import type { Faces } from '../fonts'
import { drawSeal, drawSignature } from '../marks'
import { widthOf } from '../break-lines'
import type { Sheet } from '../sheet'
import { linkLabels, taskId, unitOf, type AllianceSpec } from '../spec'
import { drawTable } from '../table'
import { openSheet, type Paper } from './paper'

/** Name of the sender over the date, lower right, with the placeholder seal on both. */
function closing(sheet: Sheet, sender: string, date: string, signer: string | null): number {
  const { bodySize: size, leading, body } = sheet.style
  const before = sheet.pageNumber
  sheet.room(leading * 6)
  if (sheet.pageNumber > before) sheet.paragraph('（此页无正文）', { align: 'left' })
  sheet.space(leading * 1.5)
  const wide = widthOf(sheet.faces, body, size, sender)
  const right = sheet.left + sheet.width - size
  const centre = right - Math.max(wide, 120) / 2
  sheet.y -= leading
  sheet.centred(sender, centre, sheet.y, body, size)
  if (signer !== null) {
    sheet.y -= leading
    const label = '法定代表人（签字）：'
    const labelWidth = widthOf(sheet.faces, body, size, label)
    sheet.text(label, centre - labelWidth + 10, sheet.y, body, size)
    drawSignature(sheet, signer, centre + 14, sheet.y, 26)
  }
  sheet.y -= leading
  sheet.centred(chineseDay(date), centre, sheet.y, body, size)
  drawSeal(sheet, sender, centre + 20, sheet.y + leading * 0.6, 42)
  return sheet.pageNumber
}

/** 组建必要性说明. */
export async function makeNecessity(faces: Faces, spec: AllianceSpec): Promise<Paper> {
  const title = `关于组建${spec.name}必要性的说明`
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title)
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['产业发展现状', spec.background],
    ['存在的突出问题', spec.gaps],
    ['组建联盟的必要性', spec.together],
    [
      '组建基础',
      [
        `联盟现有成员单位${spec.units.length}家，其中企业${count(spec, 'enterprise')}家、大学${count(spec, 'university')}所、科研机构${count(spec, 'institute')}家${count(spec, 'other') === 0 ? '' : `、其他组织机构${count(spec, 'other')}家`}。`,
        ...spec.units.filter((u) => u.leading !== undefined).map((u) => `${u.name}：${u.leading ?? ''}`),
        ...spec.units.filter((u) => u.frontier !== undefined).map((u) => `${u.name}：${u.frontier ?? ''}`),
      ],
    ],
  ]
  for (const [index, [heading, texts]] of parts.entries()) {
    sheet.heading(`${chineseNumber(index + 1)}、${heading}`)
    sheet.paragraphs(texts)
  }
  const chair = unitOf(spec, spec.chairId)
  const signaturePage = closing(sheet, chair.name, spec.dates.submitted, null)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'necessity',
    title: '联盟组建必要性说明',
    fileName: '03-necessity.pdf',
    bytes,
    pages,
    signed: null,
    sealed: true,
    signaturePage,
    textLayer: 'present',
  }
}

const count = (spec: AllianceSpec, kind: string): number => spec.units.filter((u) => u.kind === kind).length

export const mechanisms = (spec: AllianceSpec) => ({
  credit: `建立成员信用档案，把出资、进度、成果共享和保密四项履约记录按年度向理事会公布；连续两年履约不良的成员不得牵头新设项目。`,
  responsibility: `一项任务一张责任书，牵头单位对理事会负责，参加单位对牵头单位负责；滞后任务三十日内整改，停滞六个月调整承担单位。`,
  benefit: `按实质性贡献和投入约定成果份额，收益提取百分之十滚动投入；共性技术两年后向省内${spec.product}中小企业扩散。`,
  organisation: `理事会决策、专家委员会咨询、秘书处执行、监督小组监督，四者人员不交叉；重大事项一单位一票。`,
})

/** 试点申请书 by the chair unit to the business division (Art. 8). */
export async function makeApplication(faces: Faces, spec: AllianceSpec): Promise<Paper> {
  const title = `关于申请将${spec.name}列为试点的报告`
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title)
  sheet.paragraph('四川省科学技术厅：', { align: 'left', indent: 0 })
  const chair = unitOf(spec, spec.chairId)
  sheet.paragraph(
    `${spec.name}于${chineseDay(spec.dates.signed)}签约成立，${chineseDay(spec.dates.filed)}经备案（备案编号：${spec.filingNo}）。${chair.name}作为理事长单位，现代表联盟申请开展试点，有关情况报告如下。`,
  )
  sheet.heading('一、运行情况')
  const total = spec.injections.reduce((sum, item) => sum + item.wan, 0)
  sheet.paragraphs([
    `联盟首笔经费于${chineseDay(spec.injections[0]?.on ?? spec.dates.operation)}到位，${chineseDay(spec.dates.operation)}起正式运行。截至申请之日，累计到位资金${total}万元，分${spec.injections.length}笔，均有银行回单。`,
    `成立以来召开理事会会议三次、专家委员会会议两次，通过了发展战略规划、经费管理办法和${spec.tasks.length}项任务的责任书。各任务牵头单位按季度报送进展，秘书处建立了台账。`,
  ])
  sheet.heading('二、试点内容')
  const m = mechanisms(spec)
  sheet.paragraphs([
    `（一）信用机制。${m.credit}`,
    `（二）责任机制。${m.responsibility}`,
    `（三）利益机制。${m.benefit}`,
    `（四）组织模式。${m.organisation}`,
  ])
  sheet.heading('三、试点期目标')
  sheet.paragraph(spec.goals.overall)
  sheet.paragraphs(spec.goals.stages)
  sheet.heading('四、承诺')
  sheet.paragraph('联盟承诺按期报送年度工作总结和计划，成员单位发生调整的按规定报告，接受跟踪调查和定期考核。')
  sheet.paragraph('附件：1. 联盟协议书；2. 发展战略规划；3. 经费管理办法；4. 资金到位证明。', { before: 12 })
  const signaturePage = closing(sheet, chair.name, spec.dates.applied, chair.rep)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'pilot-application',
    title: '试点申请书',
    fileName: '04-pilot-application.pdf',
    bytes,
    pages,
    signed: true,
    sealed: true,
    signaturePage,
    textLayer: 'present',
  }
}

/** 发展战略规划 with the five parts of Art. 9(5). */
export async function makePlan(faces: Faces, spec: AllianceSpec): Promise<Paper> {
  const title = `${spec.name}发展战略规划`
  const from = spec.dates.signed.slice(0, 4)
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title)
  sheet.paragraph(`（${from}—${Number(from) + 4}年）`, { align: 'centre', after: 8 })
  sheet.heading('一、形势与基础')
  sheet.paragraphs(spec.background)
  sheet.heading('二、总体目标')
  sheet.paragraph(spec.goals.overall)
  sheet.heading('三、阶段目标')
  sheet.paragraphs(spec.goals.stages)
  sheet.heading('四、重点任务')
  for (const [index, text] of spec.keyTasks.entries()) sheet.paragraph(`（${chineseNumber(index + 1)}）${text}`)
  for (const [index, task] of spec.tasks.entries()) {
    sheet.paragraph(
      `${taskId(index).toUpperCase()} ${task.name}（${linkLabels[task.link]}环节，${task.start}至${task.end}）：由${unitOf(spec, task.units[0] ?? '').name}牵头。考核指标：${task.indicators}`,
    )
  }
  sheet.heading('五、成员单位任务分工')
  drawTable(sheet, {
    columns: [6, 38, 56],
    size: 9.5,
    head: ['序号', '成员单位', '承担的工作'],
    rows: planDivision(spec).map((unit, index) => [{ text: String(index + 1), align: 'centre' }, unit.name, unit.work]),
  })
  sheet.heading('六、年度计划')
  sheet.paragraphs(spec.annual)
  for (const [index, task] of spec.tasks.entries()) sheet.paragraph(`${taskId(index).toUpperCase()}：${task.annual}`)
  sheet.heading('七、保障措施')
  sheet.paragraphs([
    '组织保障。理事会每半年听取一次规划执行情况的汇报，专家委员会每年组织一次评估，规划两年一次滚动修订。',
    `经费保障。成员出资按年度预算到位，优先保证中试验证和公共平台，${spec.supervision}`,
    '人才保障。成员单位之间互派技术人员，联合培养研究生，建立联盟专家库。',
  ])
  const signaturePage = closing(sheet, unitOf(spec, spec.chairId).name, spec.dates.ruleAdopted, null)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'strategy-plan',
    title: '联盟发展战略规划',
    fileName: '05-strategy-plan.pdf',
    bytes,
    pages,
    signed: null,
    sealed: true,
    signaturePage,
    textLayer: 'present',
  }
}

/** Units that the plan gives work to: all but the one that the sample leaves without a task. */
export const planDivision = (spec: AllianceSpec) => {
  const { defect } = spec
  return defect.kind === 'no-task' ? spec.units.filter((u) => u.id !== defect.unitId) : spec.units
}
