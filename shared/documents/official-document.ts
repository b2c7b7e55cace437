import { hostFirst } from '../domain/issuers'
import type { Notice } from '@shared/domain/pilot'
import type { AnnexBlock, Block, DocumentModel, FlowBlock } from './blocks'
import type { Gaps } from './missing-values'
import { parseDocumentNumber } from './notice-facts'
import type { DocumentFrame } from './plain-document'

type OfficialDocument = {
  readonly kind: string
  /** What it is about, e.g. the dossier's id: together with the kind the document's own id. */
  readonly about: string
  /** The title in pieces that stay whole. */
  readonly title: readonly string[]
  readonly subject: string
  /** Number, dates, issuers, copies and note as people typed them. */
  readonly notice: Notice
  /** 主送机关; the notice's own unless given. */
  readonly addressee?: string
  readonly blocks: readonly FlowBlock[]
  readonly annexes?: readonly AnnexBlock[]
}

/** A 公文 of GB/T 9704 with red head, seal places and 版记: joint when the notice names several issuers, else of one. */
export function officialDocument({ createdAt, draft }: DocumentFrame, document: OfficialDocument): DocumentModel {
  const { kind, about, subject, notice, blocks, annexes = [] } = document
  const title = document.title.join('')
  const agencies = agenciesInOrder(notice)
  const date = notice.writtenOn === null ? {} : { date: notice.writtenOn }
  return {
    id: `${kind}/${about}`,
    kind,
    title,
    subject,
    createdAt,
    layout: {
      kind: 'official',
      head: {
        agencies,
        suffix: true,
        number: parseDocumentNumber(notice.docNo) ?? { agencyCode: '', year: Number(createdAt.slice(0, 4)) },
      },
      ...imprintOf(notice),
    },
    pageNumbers: true,
    ...(draft === undefined ? {} : { draft }),
    blocks: [
      { kind: 'title', text: title, ...(document.title.length === 1 ? {} : { words: [...document.title] }) },
      { kind: 'addressee', text: (document.addressee ?? notice.addressee).trim().replace(/[：:]$/u, '') },
      ...blocks,
      ...(annexes.length === 0
        ? []
        : [{ kind: 'attachmentNote' as const, items: annexes.map((annex) => annex.title) }]),
      signatureOf(agencies, date),
      ...(notice.note.trim() === '' ? [] : [{ kind: 'notation' as const, text: withoutBrackets(notice.note) }]),
      ...annexes,
    ],
  }
}

const signatureOf = (agencies: string[], date: { date?: string }): Block =>
  agencies.length > 1
    ? { kind: 'jointSignature', agencies, ...date }
    : { kind: 'signature', names: agencies, seal: true, ...date }

function imprintOf({ copiedTo, printedBy, printedOn }: Notice) {
  if (printedBy.trim() === '') return {}
  const copyTo = copiedTo
    .split(/[，,；;、]/u)
    .map((name) => name.trim().replace(/。$/u, ''))
    .filter((name) => name !== '')
  return { imprint: { copyTo, printedBy: printedBy.trim(), ...(printedOn === null ? {} : { printedOn }) } }
}

const withoutBrackets = (note: string): string => note.trim().replace(/^[（(]|[）)]$/gu, '')

const agenciesInOrder = ({ issuers }: Notice): string[] => hostFirst(issuers).map((issuer) => issuer.name)

/**
 * What a 公文 lacks besides its own text: issuers with one host, number, addressee; in a final copy serial and dates too.
 */
export function noteOfficialGaps(
  { notice, draft, addressee }: Pick<DocumentFrame, 'draft'> & { readonly notice: Notice; readonly addressee?: string },
  path: string,
  gaps: Gaps,
): void {
  if (notice.issuers.length === 0) gaps.add(`${path}.issuers`, '发文机关')
  else if (notice.issuers.filter((issuer) => issuer.isHost).length !== 1) {
    gaps.add(`${path}.issuers`, '主办机关（须有且只有一个）')
  }
  const number = parseDocumentNumber(notice.docNo)
  if (number === undefined) gaps.add(`${path}.docNo`, documentNumberGap(notice.docNo))
  if (addressee === undefined) gaps.text(notice.addressee, `${path}.addressee`, '主送机关')
  if (draft !== undefined) return
  if (number !== undefined && number.serial === undefined) gaps.add(`${path}.docNo`, '发文字号的顺序号')
  gaps.value(notice.writtenOn, `${path}.writtenOn`, '成文日期')
  gaps.text(notice.printedBy, `${path}.printedBy`, '印发机关')
  gaps.value(notice.printedOn, `${path}.printedOn`, '印发日期')
}

/** What is typed and not understood is told apart from what is missing. */
const documentNumberGap = (typed: string): string =>
  typed.trim() === ''
    ? '发文字号（如“川科高〔2026〕27号”）'
    : `能够识别的发文字号（现为“${typed.trim()}”，应写作“川科高〔2026〕27号”）`
