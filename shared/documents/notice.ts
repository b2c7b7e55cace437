import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById, type DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { chineseNumeral } from '@shared/lib/chinese-numeral'
import type { Result } from '@shared/lib/result'
import type { AnnexBlock, Block, DocumentModel } from './blocks'
import { Gaps, type MissingValues } from './missing-values'
import { parseDocumentNumber, type NoticeFacts } from './notice-facts'

/**
 * 公布通知 (Art. 13, 14): the bodies of the coordination group publish jointly what was settled, with the list annexed.
 * 等N个 is the number of rows; the term is computed from the notice's own date. A final copy needs number, dates, issuers,
 * addressee and a settled consultation for every dossier.
 * @returns the model, or every missing value with its Chinese name.
 */
export function composeNotice(facts: NoticeFacts): Result<DocumentModel, MissingValues> {
  const gaps = new Gaps()
  noteNoticeGaps(facts, gaps)
  return gaps.resolve(() => compose(facts))
}

const subjectName = '四川省产业技术创新战略联盟'

function compose(facts: NoticeFacts): DocumentModel {
  const { batch, settings, draft, createdAt } = facts
  const { notice } = batch
  const words = [
    '关于公布',
    '四川省',
    '产业技术创新战略联盟',
    '试点名单',
    `（第${chineseNumeral(batch.seq)}批）`,
    '的通知',
  ]
  const title = words.join('')
  const listTitle = `${subjectName}试点名单（第${chineseNumeral(batch.seq)}批）`
  const dossiers = inBatchOrder(facts)
  const number = parseDocumentNumber(notice.docNo) ?? { agencyCode: '', year: batch.year }
  const date = notice.writtenOn
  const agencies = agenciesInOrder(facts)
  const copies = notice.copiedTo
    .split(/[，,；;、]/u)
    .map((name) => name.trim().replace(/。$/u, ''))
    .filter((name) => name !== '')
  return {
    id: `notice/${batch.id}`,
    kind: 'notice',
    title,
    subject: listTitle,
    createdAt,
    layout: {
      kind: 'official',
      head: { agencies, suffix: true, number },
      ...(notice.printedBy.trim() === ''
        ? {}
        : {
            imprint: {
              copyTo: copies,
              printedBy: notice.printedBy.trim(),
              ...(notice.printedOn === null ? {} : { printedOn: notice.printedOn }),
            },
          }),
    },
    pageNumbers: true,
    ...(draft === undefined ? {} : { draft }),
    blocks: [
      { kind: 'title', text: title, words },
      { kind: 'addressee', text: notice.addressee.trim().replace(/[：:]$/u, '') },
      ...body(facts, dossiers).map((content): Block => ({ kind: 'paragraph', content })),
      { kind: 'attachmentNote', items: [listTitle] },
      agencies.length > 1
        ? { kind: 'jointSignature', agencies, ...(date === null ? {} : { date }) }
        : { kind: 'signature', names: agencies, seal: true, ...(date === null ? {} : { date }) },
      ...(notice.note.trim() === '' ? [] : [{ kind: 'notation' as const, text: bare(notice.note) }]),
      listAnnex(facts, dossiers, listTitle, settings),
    ],
  }
}

/** Basis, what was settled, and the two duties of Art. 16 and 18 in the words of the text. */
function body({ batch, settings, regulationTitle }: NoticeFacts, dossiers: readonly DossierFile[]): string[] {
  const [first] = dossiers
  const name = first?.content.alliance.name ?? ''
  const settled = dossiers.length === 1 ? name : `${name}等${dossiers.length}个联盟`
  const term = pilotTerm(batch.notice, settings)
  const span = term === null ? '' : `，自${formatChineseDate(term.from)}起至${formatChineseDate(term.to)}止`
  return [
    `根据《${regulationTitle}》（以下简称《办法》）第十三条、第十四条规定，经处室审核、专家组综合审核和` +
      `四川省推进产学研创新联盟构建工作协调指导小组会商，确定${settled}为${subjectName}试点，现予公布（名单见附件）。` +
      `试点有效期限三年${span}。`,
    '试点联盟须按照《办法》第十六条规定，于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处。',
    '试点联盟牵头单位发生更名、重组等重大调整的，或联盟成员单位发生调整的，应按照《办法》第十八条规定，在完成相关手续后30个工作日内将有关情况报省科技厅备案。',
  ]
}

/** 附件: one row per alliance; it is the only annex. */
function listAnnex(
  { batch, settings }: NoticeFacts,
  dossiers: readonly DossierFile[],
  title: string,
  office: OfficeSettings,
): AnnexBlock {
  const term = pilotTerm(batch.notice, settings)
  const span = term === null ? '以正式公布日期为准' : `${formatChineseDate(term.from)}至\n${formatChineseDate(term.to)}`
  return {
    kind: 'annex',
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', width: 2.5, align: 'centre' },
          { header: '联盟名称', width: 8 },
          { header: '理事长单位', width: 6.5 },
          { header: '产业领域', width: 4, align: 'centre' },
          // Wide enough for a date with the gaps that some word processors put around its numbers.
          { header: '试点期', width: 8, align: 'centre' },
        ],
        rows: dossiers.map(({ content }, index) => [
          String(index + 1),
          content.alliance.name,
          memberById(content, content.alliance.chairUnitId)?.fullName ?? '—',
          industryName(content.alliance.industry, office) ?? '—',
          span,
        ]),
      },
    ],
  }
}

/** Name of the catalogue item that the dossier is pinned to. */
function industryName(
  industry: DossierFile['content']['alliance']['industry'],
  { catalogues }: OfficeSettings,
): string | undefined {
  const catalogue = catalogues.find((item) => item.id === industry?.catalogueId)
  return catalogue?.items.find((item) => item.code === industry?.itemCode)?.name
}

const bare = (note: string): string => note.trim().replace(/^[（(]|[）)]$/gu, '')

function inBatchOrder({ batch, dossiers }: NoticeFacts): DossierFile[] {
  return batch.dossierIds.flatMap((id) => dossiers.filter((file) => file.id === id))
}

/** Host first, the others in the order given. */
const agenciesInOrder = ({ batch }: NoticeFacts): string[] =>
  batch.notice.issuers.toSorted((a, b) => Number(b.isHost) - Number(a.isHost)).map((issuer) => issuer.name)

function noteNoticeGaps(facts: NoticeFacts, gaps: Gaps): void {
  const { batch, dossiers, settings, draft } = facts
  const { notice } = batch
  if (notice.issuers.length === 0) gaps.add('batch.notice.issuers', '联合发文机关')
  else if (notice.issuers.filter((issuer) => issuer.isHost).length !== 1) {
    gaps.add('batch.notice.issuers', '主办机关（须有且只有一个）')
  }
  const number = parseDocumentNumber(notice.docNo)
  if (number === undefined) gaps.add('batch.notice.docNo', '发文字号（如“川科高〔2026〕27号”）')
  gaps.text(notice.addressee, 'batch.notice.addressee', '主送机关')
  if (draft === undefined) {
    if (number !== undefined && number.serial === undefined) gaps.add('batch.notice.docNo', '发文字号的顺序号')
    const written = gaps.value<CalendarDate>(notice.writtenOn, 'batch.notice.writtenOn', '成文日期')
    gaps.text(notice.printedBy, 'batch.notice.printedBy', '印发机关')
    gaps.value(notice.printedOn, 'batch.notice.printedOn', '印发日期')
    if (written !== undefined && pilotTerm(notice, settings) === null) gaps.add('batch.notice', '试点期起算日期')
  }
  if (batch.dossierIds.length === 0) gaps.add('batch.dossierIds', '试点联盟名单')
  for (const id of batch.dossierIds) {
    const index = dossiers.findIndex((file) => file.id === id)
    const file = dossiers[index]
    if (file === undefined) gaps.add('dossiers', `编号${id}的案卷`)
    else noteDossierGaps(file, `dossiers[${index}]`, settings, gaps)
  }
}

/** Art. 13: only what the coordination group settled is published. */
function noteDossierGaps(
  { content, proceedings }: DossierFile,
  path: string,
  settings: OfficeSettings,
  gaps: Gaps,
): void {
  const { alliance } = content
  if (proceedings.consultation?.decision !== 'decided') {
    gaps.add(`${path}.proceedings.consultation`, `${alliance.name}的会商结果（确定）`)
  }
  if (memberById(content, alliance.chairUnitId) === undefined) {
    gaps.add(`${path}.content.alliance.chairUnitId`, `${alliance.name}的理事长单位`)
  }
  if (industryName(alliance.industry, settings) === undefined) {
    gaps.add(`${path}.content.alliance.industry`, `${alliance.name}的产业领域`)
  }
}
