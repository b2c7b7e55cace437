import { labelAmong } from '@shared/domain/expert-label'
import { composeArchiveIndex, type ArchivedDocument } from '@shared/documents/archive-index'
import type { DocumentModel } from '@shared/documents/blocks'
import type { OpenLetter } from '@shared/documents/catalogue-entry'
import type { Letter } from '@shared/documents/letter'
import type { MissingValues } from '@shared/documents/missing-values'
import { noticeLetter } from '@shared/documents/notice'
import { composeConsultationSummary } from '@shared/documents/office-papers'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import { composePersonalOpinion } from '@shared/documents/personal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { BatchId, DossierId, PanelId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import type { Panel } from '@shared/domain/panel'
import type { Batch } from '@shared/domain/pilot'
import { err, ok, type Result } from '@shared/lib/result'
import type { Translate } from '@shared/messages/translate'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { ArchiveFacts } from '@renderer/data/archive-facts'
import type { DossierCase } from '@renderer/data/cases'
import { withPaperCode } from '@shared/documents/paper-code'
import type { UsedTemplate } from '@renderer/data/templates'
import { noticeFacts } from './batches-actions'

/** One document of a batch, ready to be set. */
export type BatchPaper = {
  readonly kind: string
  readonly about: { readonly dossierId: DossierId } | { readonly batchId: BatchId }
  /** Of its files, without number and ending. */
  readonly baseName: string
  readonly model: DocumentModel
  readonly attachments: readonly { readonly name: string; readonly json: unknown }[]
  /** Whose words the letter has; `null`: the built-in ones. */
  readonly template: UsedTemplate | null
}

/** The index of a dossier: made when everything it lists has been set, for it states the hash of each file. */
export type BatchIndex = {
  readonly about: { readonly dossierId: DossierId }
  readonly title: string
  readonly compose: (documents: readonly ArchivedDocument[]) => BatchPaper
}

export type BatchPapers = { readonly papers: readonly BatchPaper[]; readonly indexes: readonly BatchIndex[] }

/** What a document lacks, each value by the name that a person knows. */
export type PaperGap = { readonly document: string; readonly missing: readonly string[] }

/** What a batch's documents are made of, all of one moment. */
export type BatchFacts = {
  readonly batch: Batch
  /** In any order; a dossier of the batch without its case is a gap. */
  readonly cases: readonly DossierCase[]
  readonly panels: ReadonlyMap<PanelId, Panel>
  /** What the journal says of each dossier. */
  readonly archives: ReadonlyMap<DossierId, ArchiveFacts>
  readonly office: OfficeSettings
  readonly createdAt: string
  /** `null`: not wanted. Wanted without a day: a gap. */
  readonly summary: { readonly on: CalendarDate | null } | null
  /** 归档目录; `null`: not wanted. */
  readonly index: { readonly by: string; readonly on: CalendarDate | null } | null
}

type World = {
  readonly t: Translate
  /** Sets a letter in the office's words. */
  readonly setLetter: (letter: Letter) => Promise<Pick<BatchPaper, 'model' | 'template'>>
}

/**
 * Final copies of a whole batch in the order of the procedure: of every dossier the experts' personal opinions and the panel's
 * (Art. 12), the summary for the consultation (Art. 13) if wanted, the notice with its annex (Art. 14), and the archive
 * indexes if wanted.
 * @returns all of them, or everything that any of them lacks
 */
export async function composeBatchPapers(
  facts: BatchFacts,
  world: World,
): Promise<Result<BatchPapers, readonly PaperGap[]>> {
  const { t } = world
  const composed = [
    ...facts.batch.dossierIds.flatMap((id) => opinionPapers(id, facts, t)),
    ...(facts.summary === null ? [] : [summaryPaper(facts, facts.summary.on, t)]),
    await noticePaper(facts, world),
  ]
  const indexes = inOrder(facts).flatMap((dossier) => archiveIndex(dossier, facts, t) ?? [])
  const gaps = [...composed, ...indexes].flatMap((paper) => (paper.ok ? [] : [paper.error]))
  if (gaps.length > 0) return err(gaps)
  return ok({ papers: composed.flatMap(valueOf), indexes: indexes.flatMap(valueOf) })
}

const valueOf = <T, E>(result: Result<T, E>): readonly T[] => (result.ok ? [result.value] : [])

type Composed = Result<BatchPaper, PaperGap>

/** The dossiers of the batch in its order. */
const inOrder = ({ batch, cases }: BatchFacts): readonly DossierCase[] =>
  batch.dossierIds.flatMap((id) => cases.find((dossier) => dossier.file.id === id) ?? [])

function opinionPapers(dossierId: DossierId, facts: BatchFacts, t: Translate): readonly Composed[] {
  const dossier = facts.cases.find(({ file }) => file.id === dossierId)
  const name = dossier?.file.content.alliance.name ?? dossierId
  const baseName = t('batchExport.opinionName', { name })
  if (dossier === undefined) return [err({ document: baseName, missing: [t('batchExport.dossierAbsent')] })]
  const { panelOpinion: opinion, expertOpinions } = dossier.file.proceedings
  const panel = opinion === null ? undefined : facts.panels.get(opinion.panelId)
  if (opinion === null || panel === undefined) {
    return [err({ document: baseName, missing: [t('batchExport.opinionAbsent')] })]
  }
  const frame = { file: dossier.file, panel, settings: facts.office, createdAt: facts.createdAt }
  const ofDossier = { about: { dossierId }, template: null }
  const personal = expertOpinions
    .filter(({ panelId }) => panelId === panel.id)
    .map((one): Composed => {
      const own = t('batchExport.personalName', {
        expert: labelAmong(one.expertId, one.expertName, panel.experts),
        name,
      })
      const paper = { ...ofDossier, kind: 'personal-opinion', baseName: own, attachments: [] }
      return asPaper(composePersonalOpinion({ ...frame, opinion: one }), own, (model) => ({ ...paper, model }))
    })
  const { contentHash, results: checks } = dossier
  const composed = composePanelOpinion({
    ...frame,
    contentHash,
    opinion,
    checks,
    regulationTitle: regulation2010.title,
  })
  return [
    ...personal,
    asPaper(composed, baseName, (model) => ({
      ...ofDossier,
      kind: 'panel-opinion',
      baseName,
      model: withPaperCode(model),
      attachments: [{ name: 'panel-opinion.json', json: opinion }],
    })),
  ]
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
    template: null,
  }))
}

async function noticePaper(facts: BatchFacts, { t, setLetter }: World): Promise<Composed> {
  const { batch, office, createdAt } = facts
  const baseName = t('batch.fileName', { year: batch.year, seq: batch.seq })
  const letter: OpenLetter = noticeLetter(noticeFacts(batch, inOrder(facts), office, createdAt, 'final'))
  if (!letter.ok) return gapOf(baseName, letter.error)
  const { model, template } = await setLetter(letter.value)
  return ok({
    kind: 'notice',
    about: { batchId: batch.id },
    baseName,
    model: withPaperCode(model),
    attachments: [],
    template,
  })
}

/** `null` if it is not wanted. Composed once beforehand, so that what it lacks is told before anything is set. */
function archiveIndex(
  { file, contentHash }: DossierCase,
  { index, archives, createdAt }: BatchFacts,
  t: Translate,
): Result<BatchIndex, PaperGap> | null {
  if (index === null) return null
  const baseName = t('batchExport.indexName', { name: file.content.alliance.name })
  const archive = archives.get(file.id) ?? { documents: [], acts: [] }
  const compose = (documents: readonly ArchivedDocument[]) =>
    composeArchiveIndex({
      file,
      contentHash,
      createdAt,
      acts: archive.acts,
      documents: [...archive.documents, ...documents],
      compiledBy: index.by,
      compiledOn: index.on,
    })
  const tried = compose([])
  if (!tried.ok) return gapOf(baseName, tried.error)
  return ok({
    about: { dossierId: file.id },
    title: baseName,
    compose: (documents) => {
      const composed = compose(documents)
      return {
        kind: 'archive-index',
        about: { dossierId: file.id },
        baseName,
        model: composed.ok ? composed.value : tried.value,
        attachments: [],
        template: null,
      }
    },
  })
}

function asPaper(
  composed: Result<DocumentModel, MissingValues>,
  document: string,
  make: (model: DocumentModel) => BatchPaper,
): Composed {
  return composed.ok ? ok(make(composed.value)) : gapOf(document, composed.error)
}

const gapOf = (document: string, { missing }: MissingValues) =>
  err({ document, missing: missing.map(({ label }) => label) })
