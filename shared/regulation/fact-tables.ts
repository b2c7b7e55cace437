import type { DossierContent } from '../domain/dossier'
import type { CriterionId } from '../domain/judgement'
import { fact } from './evidence'
import { clauseSource, injectionSource, signatureSource, sourceOf, type FactSource } from './fact-sources'
import { signatureFindings, type SignatureFinding } from './signature-findings'

/** Why a row wants to be looked at first; names the message `facts.exception.<code>`. */
export type FactException =
  | 'unsigned'
  | 'no-accession-page'
  | 'agent'
  | 'agent-without-proxy'
  | 'not-representative'
  | 'representative-unknown'
  | 'no-day'
  | 'no-seal'
  | 'seal-of-former-name'
  | 'seal-differs'
  | 'no-proof'
  | 'no-amount'
  | 'empty'
  | 'no-lead'
  | 'no-indicators'

/** Columns that such a table may have; name the messages `facts.column.<code>`. */
export type FactColumn = 'member' | 'signer' | 'seal' | 'day' | 'money' | 'proof' | 'part' | 'span' | 'amount'

/** Words of ours within a cell; name the messages `facts.word.<code>`. */
export type FactWord =
  | 'capacity.legal-representative'
  | 'capacity.agent'
  | 'seal.same'
  | 'source.member'
  | 'source.government'
  | 'source.social'
  | 'source.other'
  | 'operationStarted'
  | 'plan.overall'
  | 'plan.stages'
  | 'plan.keyTasks'
  | 'plan.division'
  | 'plan.annual'
  | 'noted'

export type FactCell =
  | { readonly as: 'text'; readonly value: string }
  | { readonly as: 'word'; readonly value: FactWord }
  | { readonly as: 'signer'; readonly value: string; readonly capacity: FactWord }
  | { readonly as: 'fen'; readonly value: number }
  | { readonly as: 'none' }

/** One line of such a table: what was noted, what stands out, and where it is to be seen. */
export type FactRow = {
  readonly id: string
  /** One for each column. */
  readonly cells: readonly FactCell[]
  readonly exceptions: readonly FactException[]
  readonly source: FactSource | null
}

/** Criteria that have such a table; name the messages `facts.table.<id>`. */
export type TabledCriterion = Extract<CriterionId, 'C12-1' | 'C9-4' | 'C9-5'>

export type FactTable = {
  readonly id: TabledCriterion
  readonly columns: readonly FactColumn[]
  readonly rows: readonly FactRow[]
}

const none: FactCell = { as: 'none' }
const text = (value: string | null): FactCell => (value === null || value.trim() === '' ? none : { as: 'text', value })
const word = (value: FactWord): FactCell => ({ as: 'word', value })
const fen = (value: number): FactCell => (value === 0 ? none : { as: 'fen', value })

/**
 * What an expert checks line by line against the papers: for Art. 12(1) the members against who signed, in what
 * capacity, under what seal, when and where; for Art. 9(4) the money and the start of operation; for Art. 9(5) the
 * parts of the plan and its tasks. Rows that stand out come first, the rest in the order of the dossier. It ticks
 * nothing and judges nothing. `null`: the criterion has no such table.
 */
export function factTable(criterionId: CriterionId, content: DossierContent): FactTable | null {
  const table = tableOf(criterionId, content)
  if (table === null || table.rows.length === 0) return null
  const [exceptions, others] = [true, false].map((is) => table.rows.filter((row) => row.exceptions.length > 0 === is))
  return { ...table, rows: [...(exceptions ?? []), ...(others ?? [])] }
}

function tableOf(criterionId: CriterionId, content: DossierContent): FactTable | null {
  switch (criterionId) {
    case 'C12-1':
      return {
        id: criterionId,
        columns: ['member', 'signer', 'seal', 'day'],
        rows: signatureFindings(content).map((finding) => signatureRow(finding, content)),
      }
    case 'C9-4':
      return {
        id: criterionId,
        columns: ['money', 'amount', 'day', 'proof'],
        rows: [...moneyRows(content), operationRow(content)],
      }
    case 'C9-5':
      return {
        id: criterionId,
        columns: ['part', 'span', 'amount'],
        rows: [...planRows(content), ...taskRows(content)],
      }
    default:
      return null
  }
}

function signatureRow(finding: SignatureFinding, content: DossierContent): FactRow {
  const { unitId, unitName, signer, capacity, signedOn, seal, sealName, page } = finding
  const signature = content.agreement.signatures.find(
    (candidate) => candidate.unitId === unitId && candidate.page === page,
  )
  return {
    id: unitId,
    cells: [
      text(unitName),
      signer === null || capacity === null ? none : { as: 'signer', value: signer, capacity: `capacity.${capacity}` },
      seal === 'same' ? word('seal.same') : text(sealName),
      text(signedOn),
    ],
    exceptions: signatureExceptions(finding),
    source: signatureSource(content, unitId, signature),
  }
}

function signatureExceptions(finding: SignatureFinding): readonly FactException[] {
  const { signer, joinedLater, accessionPage, capacity, proxyOnFile, signedOn, seal } = finding
  if (signer === null) return ['unsigned']
  const found: FactException[] = []
  if (joinedLater && !accessionPage) found.push('no-accession-page')
  if (capacity === 'agent') found.push('agent', ...(proxyOnFile ? [] : (['agent-without-proxy'] as const)))
  else if (finding.isLegalRepresentative === false) found.push('not-representative')
  else if (finding.isLegalRepresentative === null && signedOn !== null) found.push('representative-unknown')
  if (signedOn === null) found.push('no-day')
  if (seal === 'missing') found.push('no-seal')
  if (seal === 'former') found.push('seal-of-former-name')
  if (seal === 'different') found.push('seal-differs')
  return found
}

const moneyRows = (content: DossierContent): readonly FactRow[] =>
  content.funds.injections.map(({ source, amountFen, receivedOn, evidenceMaterialId }, index) => {
    const proof = content.materials.find(({ id }) => id === evidenceMaterialId)
    return {
      id: `injection-${index}`,
      cells: [word(`source.${source}`), fen(amountFen), text(receivedOn), text(proof?.title ?? null)],
      exceptions: [
        ...(proof === undefined ? (['no-proof'] as const) : []),
        ...(amountFen === 0 ? (['no-amount'] as const) : []),
      ],
      source: injectionSource(content, index),
    }
  })

function operationRow(content: DossierContent): FactRow {
  const day = content.funds.operationStartedOn
  return {
    id: 'operation',
    cells: [word('operationStarted'), none, text(day), none],
    exceptions: day === null ? ['no-day'] : [],
    source: day === null ? null : sourceOf(fact.day('operationStartedOn', day), content),
  }
}

const planParts = [
  ['overall', '总体目标'],
  ['stages', '阶段目标'],
  ['keyTasks', '重点任务'],
  ['division', '任务分工'],
  ['annual', '年度计划'],
] as const

const planOf = ({ materials }: DossierContent) => materials.find(({ code }) => code === 'strategy-plan')

/** Art. 9(5) names five parts; each is found by its heading. */
const planRows = (content: DossierContent): readonly FactRow[] =>
  planParts.map(([part, heading]) => {
    const said = content.plan[part]
    const isThere = typeof said === 'string' ? said.trim() !== '' : said.some(({ work }) => work.trim() !== '')
    const file = planOf(content)
    return {
      id: `plan-${part}`,
      cells: [word(`plan.${part}`), isThere ? word('noted') : none, none],
      exceptions: isThere ? [] : ['empty'],
      source: file === undefined ? null : { materialId: file.id, page: null, words: [heading] },
    }
  })

const taskRows = (content: DossierContent): readonly FactRow[] =>
  content.tasks.map(({ id, name, startMonth, endMonth, fundFen, leadUnitId, indicators }) => {
    const file = planOf(content)
    const months = [startMonth, endMonth].filter((month) => month !== null)
    return {
      id: `task-${id}`,
      cells: [text(name), text(months.join('—')), fen(fundFen)],
      exceptions: [
        ...(startMonth === null || endMonth === null ? (['no-day'] as const) : []),
        ...(leadUnitId === null ? (['no-lead'] as const) : []),
        ...(indicators.trim() === '' ? (['no-indicators'] as const) : []),
      ],
      source:
        file === undefined ? clauseSource(content, 'division') : { materialId: file.id, page: null, words: [name] },
    }
  })
