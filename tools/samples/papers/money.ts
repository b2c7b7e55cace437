import { capitalWan, chineseDay, chineseNumber, wanText } from '../chinese'
import type { Faces } from '../fonts'
import { drawSeal, drawSignature } from '../marks'
import { pageWidth } from '../sheet'
import { unitOf, type AllianceSpec } from '../spec'
import { drawTable } from '../table'
import { openSheet, type Paper } from './paper'

function ruleArticles(spec: AllianceSpec): readonly string[] {
  const manager = unitOf(spec, spec.secretariatId).name
  return [
    `为规范${spec.name}（以下简称联盟）经费的筹集、使用和监督，提高使用效益，根据国家有关财务制度和联盟协议，制定本办法。`,
    '联盟经费包括成员出资、政府资助、按约定提取的成果收益以及其他合法收入。',
    `联盟经费由秘书处依托单位${manager}代为管理，设立专用账户，实行专账核算。`,
    '经费使用遵循统筹安排、专款专用、公开透明、注重绩效的原则。',
    '成员应当按照协议承诺的数额和期限缴纳出资。秘书处于每年一月发出缴款通知，成员在收到通知后三十日内缴纳。',
    '开支范围包括设备购置与试制费、材料费、测试化验加工费、燃料动力费、差旅与会议费、知识产权事务费、专家咨询费、劳务费和秘书处运行费。',
    '秘书处运行费不得超过当年经费总额的百分之八，专家咨询费按照国家规定的标准执行。',
    '年度预算由秘书处编制，监督小组审核，理事会批准。预算执行中单项调整超过百分之十的，重新报批。',
    '单项支出二十万元以下由秘书长审批；二十万元以上一百万元以下由理事长审批；一百万元以上由理事会批准。审批人不得审批本人经办的支出。',
    '政府资助经费由承担单位单独设账，按照任务书预算执行，不得与成员出资相互冲抵，接受财政、审计和科技主管部门监督。',
    '使用联盟经费购置的设备，产权归购置时约定的单位，供联盟成员共同使用，登记台账，不得擅自处置。',
    '项目完成后一个月内办理经费决算，结余经费退回联盟专用账户；项目终止的，自终止之日起三十日内清算。',
    spec.supervision,
    '监督小组每半年检查一次账目和凭证，每年委托会计师事务所审计一次，检查和审计报告向全体成员公布。',
    '违反本办法的，由监督小组责令限期改正；挪用、截留、虚列支出的，追回款项，并依照联盟协议处理；涉嫌违法的，移送有关机关。',
    '本办法由联盟秘书处负责解释，自理事会通过之日起施行。',
  ]
}

/** 经费管理办法 (Art. 9(3)). */
export async function makeFundsRule(faces: Faces, spec: AllianceSpec): Promise<Paper> {
  const title = `${spec.shortName}经费管理办法`
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title)
  sheet.paragraph(`（${chineseDay(spec.dates.ruleAdopted)}联盟理事会第一次会议通过）`, {
    face: 'kai',
    align: 'centre',
    after: 10,
  })
  for (const [index, text] of ruleArticles(spec).entries()) sheet.paragraph(`第${chineseNumber(index + 1)}条  ${text}`)
  sheet.space(sheet.style.leading)
  sheet.room(110)
  sheet.y -= sheet.style.leading
  const x = sheet.left + sheet.width * 0.42
  sheet.text('理事长（签字）：', x, sheet.y, sheet.style.body, sheet.style.bodySize)
  drawSignature(sheet, spec.chairPerson, x + sheet.style.bodySize * 8, sheet.y, 26)
  drawSeal(sheet, unitOf(spec, spec.secretariatId).name, x + 120, sheet.y - 46, 40)
  sheet.y -= 46
  sheet.text(chineseDay(spec.dates.ruleAdopted), x + 60, sheet.y, sheet.style.body, sheet.style.bodySize)
  const signaturePage = sheet.pageNumber
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'funds-rule',
    title: '联盟经费管理办法',
    fileName: '06-funds-rule.pdf',
    bytes,
    pages,
    signed: true,
    sealed: true,
    signaturePage,
    textLayer: 'present',
  }
}

/** Bank receipts, two on a page, for every sum that came in (Art. 9(4)). */
export async function makeFundsProof(faces: Faces, spec: AllianceSpec): Promise<Paper> {
  const sheet = await openSheet(faces, spec, '资金到位证明')
  const payee = unitOf(spec, spec.secretariatId).name
  for (const [index, item] of spec.injections.entries()) {
    if (index > 0 && index % 2 === 0) sheet.newPage()
    else if (index > 0) sheet.space(40)
    const top = sheet.y
    sheet.paragraph('示例商业银行  电子回单（示例）', { face: 'hei', size: 15, leading: 24, align: 'centre' })
    sheet.paragraph(
      `回单编号：SL${item.on.replaceAll('-', '')}${String(index + 1).padStart(4, '0')}   交易日期：${chineseDay(item.on)}`,
      { face: 'hei', size: 8.5, leading: 18, align: 'left', indent: 0 },
    )
    drawTable(sheet, {
      columns: [5, 12, 33, 5, 12, 33],
      size: 9,
      face: 'hei',
      minHeight: 26,
      rows: [
        ['付', '户  名', item.payer, '收', '户  名', `${payee}（联盟专用户）`],
        ['款', '账  号', `6200 0000 ${String(1000 + index * 37)} 示例`, '款', '账  号', '6200 0000 9001 示例'],
        ['方', '开户行', '示例商业银行成都分行营业部', '方', '开户行', '示例商业银行成都高新支行'],
        [
          { text: '金额（大写）', span: 2 },
          capitalWan(item.wan),
          { text: '金额（小写）', span: 2 },
          { text: `¥${wanText(item.wan * 10_000)}`, align: 'right' },
        ],
        [
          { text: '摘要', span: 2 },
          {
            text: `${spec.shortName}${item.source === 'member' ? '成员出资' : '财政资助经费'}（第${index + 1}笔）`,
            span: 4,
          },
        ],
        [
          { text: '附言', span: 2 },
          { text: '本回单为虚构示例，不是任何银行出具的凭证', span: 4 },
        ],
      ],
    })
    sheet.paragraph('打印次数：1  验证码：示例0000　　本回单不作为发货依据', {
      face: 'hei',
      size: 7.5,
      leading: 16,
      align: 'left',
      indent: 0,
    })
    drawSeal(sheet, '示例商业银行', pageWidth / 2 - 30, top - 172, 34)
  }
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'funds-proof',
    title: '资金到位证明（银行回单）',
    fileName: '07-funds-proof.pdf',
    bytes,
    pages,
    signed: null,
    sealed: true,
    signaturePage: null,
    textLayer: 'present',
  }
}

/** How government money is kept apart; only where there is some (Art. 9(3)). */
export async function makeGovernmentAccounting(faces: Faces, spec: AllianceSpec): Promise<Paper> {
  const title = '政府资助经费单独核算情况说明'
  const sheet = await openSheet(faces, spec, title)
  sheet.title(title)
  sheet.paragraphs([
    spec.governmentAccounting,
    '已支出部分均有合同、发票和验收单，预算科目与任务书一致。监督小组已检查会计凭证，未发现与成员出资混用的情况。',
  ])
  sheet.space(10)
  drawTable(sheet, {
    columns: [30, 24, 24, 22],
    size: 10.5,
    head: ['科目', '预算（万元）', '已支出（万元）', '结余（万元）'],
    rows: governmentRows(spec).map((row) => row.map((text, i) => (i === 0 ? text : { text, align: 'right' as const }))),
  })
  sheet.space(40)
  sheet.y -= 20
  const name = unitOf(spec, spec.secretariatId).name
  sheet.centred(name, pageWidth - 200, sheet.y, sheet.style.body, sheet.style.bodySize)
  sheet.y -= 26
  sheet.centred(chineseDay(spec.dates.applied), pageWidth - 200, sheet.y, sheet.style.body, sheet.style.bodySize)
  drawSeal(sheet, name, pageWidth - 190, sheet.y + 14, 40)
  const { bytes, pages } = await sheet.finish()
  return {
    code: 'government-accounting',
    title,
    fileName: '08-government-accounting.pdf',
    bytes,
    pages,
    signed: null,
    sealed: true,
    signaturePage: pages,
    textLayer: 'present',
  }
}

function governmentRows(spec: AllianceSpec): readonly (readonly string[])[] {
  const total = spec.injections.filter((i) => i.source === 'government').reduce((sum, i) => sum + i.wan, 0)
  const shares = [
    ['设备与试制费', 0.4, 0.3],
    ['材料与测试费', 0.35, 0.2],
    ['知识产权与标准', 0.15, 0.05],
    ['其他', 0.1, 0.05],
  ] as const
  return [
    ...shares.map(([name, planned, spent]) => [
      name,
      wanText(total * planned),
      wanText(total * spent),
      wanText(total * (planned - spent)),
    ]),
    ['合计', wanText(total), wanText(total * 0.6), wanText(total * 0.4)],
  ]
}
