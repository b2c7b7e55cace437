import type { Countersignature, CountersignRound, RoundStanding } from '@shared/domain/countersign'
import { formatChineseDate } from '@shared/domain/date'
import { labelAmong } from '@shared/domain/expert-label'
import type { Expert } from '@shared/domain/panel'
import type { AnnexBlock, Block, BlockOf, DocumentModel } from './blocks'
import { oneParagraph, sentence } from './chinese-text'
import { strokesOf } from './handwriting-block'

export type CountersignedFacts = {
  /** The document that went round, as it was set then. */
  readonly model: DocumentModel
  readonly round: CountersignRound
  readonly standing: RoundStanding
  readonly experts: readonly Pick<Expert, 'id' | 'name' | 'unitName'>[]
  /** Id of the record that carries each expert's answer: names it on paper. */
  readonly recordIds: ReadonlyMap<string, string>
  /** Instant in UTC for the file's metadata. */
  readonly createdAt: string
}

/**
 * The last copy of a panel's opinion: word for word the document that went round, with each hand in its cell of 签名表
 * and an annex that says who signed how and when, who declined and why, and who is missing.
 */
export function composeCountersigned(facts: CountersignedFacts): DocumentModel {
  const { model, createdAt } = facts
  const annexes = model.blocks.filter((block): block is AnnexBlock => block.kind === 'annex')
  const number = Math.max(0, ...annexes.map((annex) => annex.number ?? 0)) + 1
  const rest = { ...model }
  // It leads to the paper that went round.
  delete rest.verification
  return {
    ...rest,
    id: `${model.id}/countersigned`,
    createdAt,
    blocks: [
      ...model.blocks.map((block) => withHands(block, facts)),
      { kind: 'annex', number, title: annexTitle, blocks: [summary(facts), ...table(facts)] },
    ],
  }
}

const annexTitle = '会签情况'

function withHands(block: Block, facts: CountersignedFacts): Block {
  if (block.kind === 'annex') {
    return { ...block, blocks: block.blocks.map((inner) => withHands(inner, facts) as typeof inner) }
  }
  if (block.kind === 'attachmentNote') return { ...block, items: [...block.items, annexTitle] }
  if (block.kind !== 'signatureTable') return block
  return { ...block, rows: block.rows.map((row) => signedRow(row, facts)) }
}

type SignatureRow = BlockOf<'signatureTable'>['rows'][number]

function signedRow(row: SignatureRow, { round, standing }: CountersignedFacts): SignatureRow {
  const place = round.places.find(({ field }) => field === row.field)
  const expert = standing.experts.find(({ expertId }) => expertId === place?.expertId)
  if (expert === undefined) return row
  const { signature, state } = expert
  if (signature === null) return state === 'missing' ? { ...row, note: '组长结束会签时尚未签名' } : row
  switch (signature.answer.kind) {
    case 'handwriting':
      return {
        ...row,
        signature: strokesOf(signature.answer.handwriting),
        note: formatChineseDate(signature.signedOn),
      }
    case 'scan':
      return { ...row, note: `纸质签名，扫描件校验码 ${signature.answer.scan.sha256.slice(0, 8)}` }
    case 'declined':
      return { ...row, note: '不签名，理由见会签情况' }
  }
}

function summary({ standing }: CountersignedFacts): BlockOf<'paragraph'> {
  const count = (...states: string[]) => standing.experts.filter(({ state }) => states.includes(state)).length
  const { closing } = standing
  const declined = count('declined', 'refused-before')
  return {
    kind: 'paragraph',
    content:
      `应签名专家${standing.experts.length}人，已签名${count('signed')}人` +
      (declined > 0 ? `，不签名${declined}人` : '') +
      (closing === null
        ? '。'
        : `，尚缺${count('missing')}人。组长于${formatChineseDate(closing.on)}结束会签，理由：${sentence(oneParagraph(closing.reason))}`) +
      '每位专家的内部完整性签名针对本意见全文的校验码作出，随本文件附带，可以逐一核验；它不是电子印章，也不是第三方认证机构的签名。',
  }
}

function table(facts: CountersignedFacts): BlockOf<'table'>[] {
  const { standing, experts, recordIds } = facts
  return [
    {
      kind: 'table',
      caption: '签名明细',
      columns: [
        { header: '姓名', width: 3, align: 'centre' },
        { header: '方式', width: 3.5, align: 'centre' },
        { header: '日期', width: 4, align: 'centre' },
        { header: '签名记录或扫描件校验码', width: 9 },
      ],
      rows: standing.experts.map(({ expertId, signature, state }) => [
        labelAmong(expertId, signature?.expertName ?? '—', experts),
        ways[signature?.answer.kind ?? (state === 'refused-before' ? 'refused' : 'none')],
        signature === null ? '—' : formatChineseDate(signature.signedOn),
        detail(signature, recordIds.get(expertId) ?? ''),
      ]),
    },
  ]
}

const ways = {
  handwriting: '手写签名',
  scan: '纸质签名',
  declined: '不签名',
  refused: '不签名',
  none: '未签名',
} as const

function detail(signature: Countersignature | null, recordId: string): string {
  if (signature === null) return '—'
  const record = `记录 ${recordId.slice(0, 16)}`
  if (signature.answer.kind === 'declined') return `${record}；理由：${sentence(oneParagraph(signature.answer.reason))}`
  return signature.answer.kind === 'scan' ? `${record}；扫描件 ${signature.answer.scan.sha256.slice(0, 16)}` : record
}
