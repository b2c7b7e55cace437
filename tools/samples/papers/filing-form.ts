import { chineseDay, wanText } from '../chinese'
import type { Faces } from '../fonts'
import { drawSeal, drawSignature, drawWrittenDate } from '../marks'
import { pageHeight, pageWidth, type Sheet } from '../sheet'
import { kindLabels, linkLabels, natureLabels, roleLabels, taskId, unitOf, type AllianceSpec } from '../spec'
import { drawTable, type Cell } from '../table'
import { openSheet, type Paper } from './paper'

const label = (text: string, span = 1): Cell => ({ text, span, align: 'centre', shade: 0.95 })
const value = (text: string, span = 1): Cell => ({ text, span })
const centre = (text: string): Cell => ({ text, align: 'centre' })
const right = (text: string): Cell => ({ text, align: 'right' })

function section(sheet: Sheet, text: string): void {
  sheet.paragraph(text, { face: 'hei', size: 13, leading: 26, align: 'left', indent: 0, before: 8, after: 3, keep: 60 })
}

function basics(sheet: Sheet, spec: AllianceSpec): void {
  const { dates } = spec
  const vice = spec.units.filter((u) => u.role === 'vice-chair').map((u) => u.name)
  drawTable(sheet, {
    columns: [17, 17, 16, 17, 16, 17],
    size: 10,
    minHeight: 26,
    rows: [
      [label('联盟名称（全称）'), value(spec.name, 5)],
      [label('简称'), value(spec.shortName, 2), label('所属产业领域'), value(spec.industry.label, 2)],
      [label('技术领域'), value(spec.field, 2), label('推荐单位'), value(spec.recommendedBy, 2)],
      [
        label('协议签署日期'),
        value(dates.signed),
        label('协议生效日期'),
        value(dates.signed),
        label('协议有效期至'),
        value(dates.expires),
      ],
      [
        label('成立大会日期'),
        value(dates.signed),
        label('成员单位数'),
        value(`${spec.units.length}家`),
        label('专职人员数'),
        value('4人'),
      ],
      [label('理事长单位'), value(unitOf(spec, spec.chairId).name, 3), label('理事长'), value(spec.chairPerson)],
      [label('副理事长单位'), value(vice.join('；'), 5)],
      [
        label('秘书长单位'),
        value(unitOf(spec, spec.secretariatId).name, 3),
        label('秘书长'),
        value(spec.secretaryGeneral),
      ],
      [label('秘书处地址'), value(spec.address, 5)],
      [
        label('联系人'),
        value(spec.contact.name),
        label('联系电话'),
        value(spec.contact.phone),
        label('电子邮箱'),
        value('lianmeng@example.com'),
      ],
    ],
  })
}

function members(sheet: Sheet, spec: AllianceSpec, codes: ReadonlyMap<string, string>): void {
  drawTable(sheet, {
    columns: [5, 25, 24, 9, 10, 12, 9, 14],
    size: 8.5,
    head: [
      '序号',
      '单位全称',
      '统一社会信用代码',
      '类别',
      '所在地',
      '注册资金\n（万元）',
      '法定\n代表人',
      '联盟中角色',
    ],
    rows: spec.units.map((unit, index) => [
      centre(String(index + 1)),
      unit.name,
      { text: codes.get(unit.id) ?? '', align: 'centre', face: 'song', size: 8 },
      centre(kindLabels[unit.kind]),
      centre(unit.city),
      right(unit.capital === 0 ? '—' : unit.capital.toString()),
      centre(unit.rep),
      centre(roleLabels[unit.role]),
    ]),
  })
  sheet.paragraph('注：示例单位的信用代码均为虚构，校验位不成立。', {
    size: 8.5,
    leading: 16,
    align: 'left',
    indent: 0,
  })
}

function tasks(sheet: Sheet, spec: AllianceSpec): void {
  drawTable(sheet, {
    columns: [17, 83],
    size: 10,
    rows: [
      [label('总体目标'), { text: spec.goals.overall, indent: 2 }],
      [label('阶段目标'), { text: spec.goals.stages.join('\n'), indent: 2 }],
    ],
  })
  sheet.space(8)
  drawTable(sheet, {
    columns: [7, 25, 12, 10, 26, 15, 11],
    size: 8.5,
    head: ['编号', '任务名称', '类型', '创新链环节', '牵头单位及参加单位', '起止年月', '经费\n（万元）'],
    rows: spec.tasks.map((task, index) => [
      centre(taskId(index).toUpperCase()),
      task.name,
      centre(natureLabels[task.nature]),
      centre(linkLabels[task.link]),
      task.units.length > 4
        ? `${task.units
            .slice(0, 3)
            .map((id) => unitOf(spec, id).name)
            .join('；')}等${task.units.length}家`
        : task.units.map((id) => unitOf(spec, id).name).join('；'),
      centre(`${task.start}\n至 ${task.end}`),
      right(wanText(task.fund)),
    ]),
  })
}

function operation(sheet: Sheet, spec: AllianceSpec, clauseNote: string): void {
  drawTable(sheet, {
    columns: [20, 80],
    size: 10,
    rows: [
      [
        label('决策机构'),
        '理事会，每成员单位一名理事；会议须三分之二以上理事出席，一般事项出席理事过半数通过，重大事项全体理事三分之二以上通过。',
      ],
      [label('咨询机构'), '专家委员会，七至十五人单数，技术、知识产权、法律、财务方面的专家组成。'],
      [label('执行机构'), `秘书处，依托${unitOf(spec, spec.secretariatId).name}设立。`],
      [
        label('成员进出程序'),
        '加入须两家成员推荐、理事会三分之二以上通过；退出提前三个月书面通知；除名须听取陈述后表决。',
      ],
      [label('对外责任主体'), clauseNote],
    ],
  })
}

function funds(sheet: Sheet, spec: AllianceSpec): void {
  const total = spec.injections.reduce((sum, item) => sum + item.wan, 0)
  drawTable(sheet, {
    columns: [14, 34, 18, 18, 16],
    size: 9.5,
    head: ['来源', '付款单位', '金额（万元）', '到位日期', '凭证'],
    rows: [
      ...spec.injections.map((item, index) => [
        centre(item.source === 'member' ? '成员出资' : '政府资助'),
        item.payer,
        right(wanText(item.wan)),
        centre(item.on),
        centre(`回单${index + 1}`),
      ]),
      [{ text: '合  计', span: 2, align: 'centre' }, right(wanText(total)), { text: '', span: 2 }],
    ],
  })
  sheet.space(6)
  drawTable(sheet, {
    columns: [20, 30, 20, 30],
    size: 10,
    rows: [
      [label('首笔投入日期'), value(spec.injections[0]?.on ?? ''), label('开始运行日期'), value(spec.dates.operation)],
      [
        label('经费管理办法'),
        value(`《${spec.shortName}经费管理办法》`),
        label('通过日期'),
        value(spec.dates.ruleAdopted),
      ],
      [label('管理单位'), value(unitOf(spec, spec.secretariatId).name), label('内部监督机构'), value('监督小组')],
    ],
  })
}

function opinions(sheet: Sheet, spec: AllianceSpec): number {
  const chair = unitOf(spec, spec.chairId)
  const height = 200
  const top = sheet.y
  drawTable(sheet, {
    columns: [20, 80],
    size: 10.5,
    rows: [
      [
        { ...label('理事长单位\n意  见'), minHeight: height },
        {
          text: '　　本表所填内容真实、准确，所附材料与原件一致。同意代表联盟提出备案申请。\n\n\n\n　　　　　　　　法定代表人（签字）：\n\n　　　　　　　　　　　　　　（盖章）\n\n',
        },
      ],
      [
        { ...label('推荐单位\n意  见'), minHeight: 110 },
        '　　经初审，材料齐全，同意推荐。\n\n　　　　　　　　　　　　　　（盖章）\n',
      ],
      [{ ...label('备案机关\n意  见'), minHeight: 80 }, ''],
    ],
  })
  drawSignature(sheet, chair.rep, sheet.left + sheet.width * 0.58, top - 116, 26)
  drawSeal(sheet, chair.name, sheet.left + sheet.width * 0.72, top - 150, 40)
  drawWrittenDate(sheet, spec.dates.submitted, sheet.left + sheet.width * 0.62, top - 188)
  drawSeal(sheet, spec.recommendedBy, sheet.left + sheet.width * 0.72, top - height - 60, 38)
  drawWrittenDate(sheet, spec.dates.submitted, sheet.left + sheet.width * 0.62, top - height - 100)
  return sheet.pageNumber
}

/** 备案申请表: the table form with the sections of the application. */
export async function makeFilingForm(
  faces: Faces,
  spec: AllianceSpec,
  codes: ReadonlyMap<string, string>,
  liability: string,
): Promise<Paper> {
  const title = '四川省产业技术创新联盟备案申请表'
  const sheet = await openSheet(faces, spec, title)
  sheet.leaveUnnumbered()
  sheet.y = pageHeight - 210
  sheet.paragraph('四川省产业技术创新联盟', { face: sheet.style.title, size: 26, leading: 42, align: 'centre' })
  sheet.paragraph('备案申请表', { face: sheet.style.title, size: 30, leading: 54, align: 'centre' })
  const rows: readonly (readonly [string, string])[] = [
    ['联盟名称', spec.name],
    ['理事长单位', unitOf(spec, spec.chairId).name],
    ['推荐单位', spec.recommendedBy],
    ['填报日期', chineseDay(spec.dates.submitted)],
  ]
  sheet.y = 330
  for (const [name, text] of rows) {
    sheet.text(`${name}：`, 96, sheet.y, 'hei', 13)
    sheet.text(text, 182, sheet.y, sheet.style.body, text.length > 26 ? 11.5 : 13)
    sheet.page.drawLine({ start: { x: 180, y: sheet.y - 5 }, end: { x: 510, y: sheet.y - 5 }, thickness: 0.5 })
    sheet.y -= 36
  }
  sheet.centred('（示例表格，内容虚构）', pageWidth / 2, 110, 'hei', 11, 0.3)
  sheet.newPage()
  section(sheet, '一、联盟基本情况')
  basics(sheet, spec)
  section(sheet, '二、成员单位')
  members(sheet, spec, codes)
  section(sheet, '三、技术创新目标与任务')
  tasks(sheet, spec)
  section(sheet, '四、组织机构与运行')
  operation(sheet, spec, liability)
  section(sheet, '五、经费')
  funds(sheet, spec)
  section(sheet, '六、知识产权与利益')
  drawTable(sheet, {
    columns: [20, 80],
    size: 10,
    rows: [
      [
        label('归属与许可'),
        '背景知识产权归原权利人；联盟项目成果由完成方所有，共同完成的共有，使用公共经费完成的成员享有非独占使用权。',
      ],
      [label('收益分配'), '扣除直接成本后提取百分之十作为联盟发展基金，其余按份额分配。'],
      [label('保密与扩散'), '保密期五年；共性技术成果验收满两年后向省内企业以合理条件许可。'],
    ],
  })
  section(sheet, '七、发展战略规划要点')
  drawTable(sheet, {
    columns: [20, 80],
    size: 10,
    rows: [
      [label('重点任务'), spec.keyTasks.map((task, index) => `${index + 1}. ${task}`).join('\n')],
      [label('年度计划'), spec.annual.join('\n')],
    ],
  })
  // The three boxes stay on one page with their heading.
  sheet.room(440)
  section(sheet, '八、意见')
  const signaturePage = opinions(sheet, spec)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'filing-form',
    title,
    fileName: '01-filing-form.pdf',
    bytes,
    pages,
    signed: true,
    sealed: true,
    signaturePage,
    textLayer: 'present',
  }
}
