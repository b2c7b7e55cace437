import type { DocumentModel } from '@shared/documents/blocks'
import type { MissingValues } from '@shared/documents/missing-values'
import { composeNotice } from '@shared/documents/notice'
import { composeConsultationSummary } from '@shared/documents/office-papers'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { BatchId, DossierId, PanelId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import type { Panel } from '@shared/domain/panel'
import type { Batch } from '@shared/domain/pilot'
import { err, ok, type Result } from '@shared/lib/result'
import type { Translate } from '@shared/messages/translate'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { DossierCase } from '@renderer/data/cases'
import { withPaperCode } from '@shared/documents/paper-code'
import { noticeFacts } from './batches-actions'

/** One document of a batch, ready to be set. */
export type BatchPaper = {
  readonly kind: string
  readonly about: { readonly dossierId: DossierId } | { readonly batchId: BatchId }
  /** Of its files, without number and ending. */
  readonly baseName: string
  readonly model: DocumentModel
  readonly attachments: readonly { readonly name: string; readonly json: unknown }[]
}

/** What a document lacks, each value by the name that a person knows. */
export type PaperGap = { readonly document: string; readonly missing: readonly string[] }

/** What a batch's documents are made of, all of one moment. */
export type BatchFacts = {
  readonly batch: Batch
  /** In any order; a dossier of the batch without its case is a gap. */
  readonly cases: readonly DossierCase[]
  readonly panels: ReadonlyMap<PanelId, Panel>
  readonly office: OfficeSettings
  readonly createdAt: string
  /** `null`: not wanted. Wanted without a day: a gap. */
  readonly summary: { readonly on: CalendarDate | null } | null
}

/**
 * Final copies of a whole batch in the order of the procedure: every panel opinion (Art. 12), the summary for the consultation
 * (Art. 13) if wanted, the notice with its annex (Art. 14). Pure.
 * @returns all of them, or everything that any of them lacks
 */
export function composeBatchPapers(
  facts: BatchFacts,
  t: Translate,
): Result<readonly BatchPaper[], readonly PaperGap[]> {
  const composed = [
    ...facts.batch.dossierIds.map((id) => opinionPaper(id, facts, t)),
    ...(facts.summary === null ? [] : [summaryPaper(facts, facts.summary.on, t)]),
    noticePaper(facts, t),
  ]
  const gaps = composed.flatMap((paper) => (paper.ok ? [] : [paper.error]))
  return gaps.length > 0 ? err(gaps) : ok(composed.flatMap((paper) => (paper.ok ? [paper.value] : [])))
}

type Composed = Result<BatchPaper, PaperGap>

/** The dossiers of the batch in its order. */
const inOrder = ({ batch, cases }: BatchFacts): readonly DossierCase[] =>
  batch.dossierIds.flatMap((id) => cases.find((dossier) => dossier.file.id === id) ?? [])

function opinionPaper(dossierId: DossierId, facts: BatchFacts, t: Translate): Composed {
  const dossier = facts.cases.find(({ file }) => file.id === dossierId)
  const name = dossier?.file.content.alliance.name ?? dossierId
  const baseName = t('batchExport.opinionName', { name })
  if (dossier === undefined) return err({ document: baseName, missing: [t('batchExport.dossierAbsent')] })
  const opinion = dossier.file.proceedings.panelOpinion
  const panel = opinion === null ? undefined : facts.panels.get(opinion.panelId)
  if (opinion === null || panel === undefined) {
    return err({ document: baseName, missing: [t('batchExport.opinionAbsent')] })
  }
  const composed = composePanelOpinion({
    file: dossier.file,
    contentHash: dossier.contentHash,
    panel,
    opinion,
    checks: dossier.results,
    settings: facts.office,
    regulationTitle: regulation2010.title,
    createdAt: facts.createdAt,
  })
  return asPaper(composed, baseName, (model) => ({
    kind: 'panel-opinion',
    about: { dossierId },
    baseName,
    model: withPaperCode(model),
    attachments: [{ name: 'panel-opinion.json', json: opinion }],
  }))
}

function summaryPaper(facts: BatchFacts, submittedOn: CalendarDate | null, t: Translate): Composed {
  const baseName = t('batchExport.summaryName')
  if (submittedOn === null) return err({ document: baseName, missing: [t('batchExport.summaryDay')] })
  const composed = composeConsultationSummary({
    dossiers: inOrder(facts).map(({ file }) => file),
    settings: facts.office,
    regulationTitle: regulation2010.title,
    createdAt: facts.createdAt,
    submittedOn,
  })
  return asPaper(composed, baseName, (model) => ({
    kind: 'consultation-summary',
    about: { batchId: facts.batch.id },
    baseName,
    model,
    attachments: [],
  }))
}

function noticePaper(facts: BatchFacts, t: Translate): Composed {
  const { batch, office, createdAt } = facts
  const baseName = t('batch.fileName', { year: batch.year, seq: batch.seq })
  const composed = composeNotice(noticeFacts(batch, inOrder(facts), office, createdAt, 'final'))
  return asPaper(composed, baseName, (model) => ({
    kind: 'notice',
    about: { batchId: batch.id },
    baseName,
    model: withPaperCode(model),
    attachments: [],
  }))
}

function asPaper(
  composed: Result<DocumentModel, MissingValues>,
  document: string,
  make: (model: DocumentModel) => BatchPaper,
): Composed {
  if (composed.ok) return ok(make(composed.value))
  return err({ document, missing: composed.error.missing.map(({ label }) => label) })
}
