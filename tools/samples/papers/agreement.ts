import type { ClauseKey } from '../../../shared/domain/dossier'
import { chineseDay, chineseNumber, wanText } from '../chinese'
import type { Faces } from '../fonts'
import { drawBlank, drawSeal, drawSignature, drawWrittenDate } from '../marks'
import { pageHeight, pageWidth, type Sheet } from '../sheet'
import { kindLabels, roleLabels, taskId, unitOf, type AllianceSpec, type UnitSpec } from '../spec'
import { drawTable } from '../table'
import { agreementChapters } from '../texts/agreement-text'
import { openSheet } from './paper'

interface AgreementSignatureFact {
  readonly unitId: string
  readonly signer: string
  readonly capacity: 'legal-representative' | 'agent'
  readonly page: number
}

export interface AgreementResult {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly clauses: Partial<Record<ClauseKey, { number: string; page: number }>>
  readonly signatures: readonly AgreementSignatureFact[]
  readonly chapterPages: readonly number[]
  readonly membersPage: number
  readonly tasksPage: number
}

function cover(sheet: Sheet, spec: AllianceSpec): void {
  sheet.leaveUnnumbered()
  const centre = pageWidth / 2
  sheet.centred('协议编号：示例〔' + spec.dates.signed.slice(0, 4) + '〕001号', centre, pageHeight - 120, 'song', 11)
  sheet.y = pageHeight - 230
  sheet.balanced(spec.name, 26, 42)
  sheet.paragraph('协  议  书', { face: sheet.style.title, size: 34, leading: 70, align: 'centre', before: 16 })
  sheet.y = 230
  sheet.paragraph(`理事长单位：${unitOf(spec, spec.chairId).name}`, { align: 'centre', size: 14, leading: 28 })
  sheet.paragraph(`秘书处依托单位：${unitOf(spec, spec.secretariatId).name}`, {
    align: 'centre',
    size: 14,
    leading: 28,
  })
  sheet.paragraph(chineseDay(spec.dates.signed), { align: 'centre', size: 14, leading: 28 })
  sheet.newPage()
}

function contents(sheet: Sheet, titles: readonly string[], pages: readonly number[]): void {
  sheet.leaveUnnumbered()
  sheet.paragraph('目    录', { face: sheet.style.heading, size: 18, leading: 44, align: 'centre', after: 10 })
  for (const [index, title] of titles.entries()) {
    const page = String(pages[index] ?? 0)
    const leading = 25
    sheet.room(leading)
    sheet.y -= leading
    const size = 12.5
    sheet.text(title, sheet.left, sheet.y, sheet.style.body, size)
    const right = sheet.left + sheet.width
    sheet.text(page, right - 8 * page.length, sheet.y, 'song', size)
    const from = sheet.left + (Array.from(title).length + 1) * size
    for (let x = right - 24; x > from; x -= 5) sheet.text('.', x, sheet.y, 'song', 10, { grey: 0.3 })
  }
  sheet.newPage()
}

const numberOf = (sheet: Sheet, chapter: number, inChapter: number, running: number): string => {
  switch (sheet.style.numbering) {
    case 'article':
      return `第${chineseNumber(running)}条`
    case 'decimal':
      return `${chapter}.${inChapter}`
    case 'parenthesis':
      return `${chineseNumber(chapter)}（${chineseNumber(inChapter)}）`
  }
}

const chapterTitle = (sheet: Sheet, index: number, title: string): string => {
  switch (sheet.style.numbering) {
    case 'article':
      return `第${chineseNumber(index)}章  ${title}`
    case 'decimal':
      return `${index}  ${title}`
    case 'parenthesis':
      return `${chineseNumber(index)}、${title}`
  }
}

/** Who stands on the signature line of a unit, in what capacity. */
function signerOf(spec: AllianceSpec, unit: UnitSpec): Omit<AgreementSignatureFact, 'page'> {
  const { defect } = spec
  if (defect.kind === 'agent' && defect.unitId === unit.id) {
    return { unitId: unit.id, signer: defect.agent, capacity: 'agent' }
  }
  if (defect.kind === 'former-representative' && defect.unitId === unit.id) {
    return { unitId: unit.id, signer: defect.former, capacity: 'legal-representative' }
  }
  return { unitId: unit.id, signer: unit.rep, capacity: 'legal-representative' }
}

function signaturePages(sheet: Sheet, spec: AllianceSpec): AgreementSignatureFact[] {
  sheet.newPage()
  sheet.paragraph(`（本页为《${spec.name}协议书》签署页，无正文）`, { align: 'centre', size: 10.5, leading: 24 })
  sheet.space(6)
  const facts: AgreementSignatureFact[] = []
  const perRow = 2
  const width = sheet.width / perRow
  const height = 120
  for (let index = 0; index < spec.units.length; index += perRow) {
    if (sheet.y - height < sheet.bottom) {
      sheet.newPage()
      sheet.paragraph(`（《${spec.name}协议书》签署页，续）`, { align: 'centre', size: 10.5, leading: 24, after: 6 })
    }
    for (const [column, unit] of spec.units.slice(index, index + perRow).entries()) {
      const x = sheet.left + column * width
      const fact = signerOf(spec, unit)
      const top = sheet.y
      sheet.text(`${index + column + 1}.`, x, top - 16, sheet.style.body, 11)
      const name = Array.from(unit.name)
      const first = name.slice(0, 17).join('')
      const rest = name.slice(17).join('')
      sheet.text(first, x + 18, top - 16, sheet.style.body, 11)
      if (rest !== '') sheet.text(rest, x + 18, top - 31, sheet.style.body, 11)
      sheet.text('（盖章）', x + 18, top - 47, sheet.style.body, 11)
      drawSeal(sheet, unit.name, x + width - 58, top - 58, 34)
      const label = fact.capacity === 'agent' ? '委托代理人（签字）：' : '法定代表人（签字）：'
      sheet.text(label, x + 18, top - 78, sheet.style.body, 11)
      drawBlank(sheet, x + 122, top - 78, 74)
      drawSignature(sheet, fact.signer, x + 126, top - 78, 23)
      sheet.text('日期：', x + 18, top - 104, sheet.style.body, 11)
      drawWrittenDate(sheet, spec.dates.signed, x + 52, top - 104)
      facts.push({ ...fact, page: sheet.pageNumber })
    }
    sheet.y -= height
  }
  return facts
}

/** The annex was typed for the signing and still names a representative who had just gone. */
const signedRep = (spec: AllianceSpec, unit: UnitSpec): string =>
  spec.defect.kind === 'former-representative' && spec.defect.unitId === unit.id ? spec.defect.former : unit.rep

function annexes(sheet: Sheet, spec: AllianceSpec): { membersPage: number; tasksPage: number } {
  sheet.newPage()
  const membersPage = sheet.pageNumber
  sheet.paragraph('附件一', { face: 'hei', size: 14, align: 'left', indent: 0 })
  sheet.paragraph('成员单位及出资表', { face: sheet.style.heading, size: 16, align: 'centre', leading: 34, after: 6 })
  drawTable(sheet, {
    columns: [6, 34, 12, 16, 12, 12, 14],
    size: 9.5,
    head: ['序号', '单位全称', '类别', '联盟职务', '所在地', '法定代表人', '承诺出资\n（万元）'],
    rows: [
      ...spec.units.map((unit, index) => [
        { text: String(index + 1), align: 'centre' as const },
        unit.name,
        { text: kindLabels[unit.kind], align: 'centre' as const },
        { text: roleLabels[unit.role], align: 'centre' as const },
        { text: unit.city, align: 'centre' as const },
        { text: signedRep(spec, unit), align: 'centre' as const },
        { text: wanText(unit.contribution), align: 'right' as const },
      ]),
      [
        { text: '合    计', span: 6, align: 'centre' as const },
        { text: wanText(spec.units.reduce((sum, unit) => sum + unit.contribution, 0)), align: 'right' as const },
      ],
    ],
  })
  sheet.newPage()
  const tasksPage = sheet.pageNumber
  sheet.paragraph('附件二', { face: 'hei', size: 14, align: 'left', indent: 0 })
  sheet.paragraph('技术创新任务分工表', { face: sheet.style.heading, size: 16, align: 'centre', leading: 34, after: 6 })
  drawTable(sheet, {
    columns: [8, 26, 34, 16, 28, 12],
    size: 9.5,
    head: ['编号', '任务名称', '承担单位（首位为牵头单位）', '起止年月', '考核指标', '经费\n（万元）'],
    rows: spec.tasks.map((task, index) => [
      { text: taskId(index).toUpperCase(), align: 'centre' as const },
      task.name,
      task.units.map((id) => unitOf(spec, id).name).join('；'),
      { text: `${task.start.replace('-', '.')}—\n${task.end.replace('-', '.')}`, align: 'centre' as const },
      task.indicators,
      { text: wanText(task.fund), align: 'right' as const },
    ]),
  })
  return { membersPage, tasksPage }
}

async function typeset(faces: Faces, spec: AllianceSpec, chapterPages: readonly number[]): Promise<AgreementResult> {
  const sheet = await openSheet(faces, spec, `${spec.name}协议书`)
  const chapters = agreementChapters(spec)
  const titles = chapters.map((chapter, index) => chapterTitle(sheet, index + 1, chapter.title))
  if (sheet.style.cover) cover(sheet, spec)
  if (sheet.style.contents) contents(sheet, titles, chapterPages)
  if (!sheet.style.cover) sheet.title(`${spec.name}协议书`)
  sheet.paragraph(
    `甲方：${unitOf(spec, spec.chairId).name}（理事长单位）及附件一所列其余${spec.units.length - 1}家单位。各方经充分协商，就共同组建${spec.name}事宜，订立本协议，共同遵守。`,
  )
  const clauses: Partial<Record<ClauseKey, { number: string; page: number }>> = {}
  const pages: number[] = []
  let running = 0
  for (const [index, chapter] of chapters.entries()) {
    const centred = sheet.style.numbering === 'article'
    sheet.paragraph(titles[index] ?? '', {
      face: sheet.style.heading,
      size: sheet.style.bodySize + (centred ? 1 : 0),
      align: centred ? 'centre' : 'left',
      indent: 0,
      before: sheet.style.leading * 0.5,
      after: sheet.style.leading * 0.25,
      keep: sheet.style.leading * 2,
    })
    pages.push(sheet.pageNumber)
    for (const [inChapter, item] of chapter.clauses.entries()) {
      running += 1
      const number = numberOf(sheet, index + 1, inChapter + 1, running)
      const [first = '', ...rest] = item.paragraphs
      const printed = sheet.style.numbering === 'parenthesis' ? `（${chineseNumber(inChapter + 1)}）` : `${number}  `
      sheet.room(sheet.style.leading * 2)
      for (const key of item.keys ?? []) clauses[key] = { number, page: sheet.pageNumber }
      if (sheet.style.numbering === 'decimal') {
        sheet.paragraph(`${number}  ${item.title}`, { face: sheet.style.heading, align: 'left', indent: 0, keep: 20 })
        sheet.paragraphs(item.paragraphs)
      } else {
        sheet.paragraph(`${printed}${item.title}。${first}`)
        sheet.paragraphs(rest)
      }
    }
  }
  const { membersPage, tasksPage } = annexes(sheet, spec)
  const signatures = signaturePages(sheet, spec)
  const done = await sheet.finish()
  return { ...done, clauses, signatures, chapterPages: pages, membersPage, tasksPage }
}

/** The agreement: set twice where it has a table of contents, so that this knows its pages. */
export async function makeAgreement(faces: Faces, spec: AllianceSpec): Promise<AgreementResult> {
  const first = await typeset(faces, spec, [])
  return typeset(faces, spec, first.chapterPages)
}
