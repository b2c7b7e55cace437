import type { ArchivedDocument } from '@shared/documents/archive-index'
import { batchDocument, dossierDocument } from '@shared/documents/catalogue'
import type { BatchDocumentFacts, DossierDocumentFacts, Typed } from '@shared/documents/catalogue-facts'
import {
  joinedName,
  makePaper,
  theOne,
  type DocumentSubject,
  type MadePaper,
  type Paper,
  type SetLetter,
} from '@shared/documents/paper'
import type { DocumentFrame } from '@shared/documents/plain-document'
import { paperNames } from '@shared/documents/vocabulary/papers'
import { labelAmong } from '@shared/domain/expert-label'
import type { DossierFile } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import type { Panel } from '@shared/domain/panel'
import { err, ok, type Result } from '@shared/lib/result'
import type { Translate } from '@shared/messages/translate'
import { panelOpinionAsked, type PaperAsked } from '@shared/acts/paper-facts'

/** The index of a dossier: made when everything it lists has been set, for it states the hash of each file. */
export type BatchIndex = {
  readonly about: { readonly dossierId: DossierId }
  readonly title: string
  readonly compose: (documents: readonly ArchivedDocument[]) => Promise<MadePaper>
}

export type BatchPapers = { readonly papers: readonly MadePaper[]; readonly indexes: readonly BatchIndex[] }

/** What a document lacks, each value by the name that a person knows. */
export type PaperGap = { readonly document: string; readonly missing: readonly string[] }

/** A dossier of a batch, and what each of its papers is made of: its version as the act of that paper judged it. */
type DossierOfBatch = {
  readonly file: DossierFile
  /** The panel that gave its opinion. */
  readonly panel: Panel | undefined
  readonly factsOf: (asked: PaperAsked) => DossierDocumentFacts
}

/** What a batch's documents are made of, all of one moment, and what is wanted of them. */
export type BatchFacts = {
  readonly batch: BatchDocumentFacts
  /**
   * In any order; a dossier of the batch without its facts is a gap. Of each its opinion with its own panel is meant.
   */
  readonly dossiers: readonly DossierOfBatch[]
  /** What was typed of 提请会商汇总表; `null`: not wanted. */
  readonly summary: Typed | null
  /** What was typed of 归档目录; `null`: not wanted. */
  readonly index: Typed | null
}

type World = { readonly t: Translate; readonly setLetter: SetLetter }
type Made = Result<MadePaper, PaperGap>

/**
 * Final copies of a whole batch in the order of the procedure: of every dossier the experts' personal opinions and the
 * panel's (Art. 12), the summary for the consultation (Art. 13) if wanted, the notice with its annex (Art. 14), and the
 * archive indexes if wanted.
 * @returns all of them, or everything that any of them lacks
 */
export async function composeBatchPapers(
  facts: BatchFacts,
  world: World,
): Promise<Result<BatchPapers, readonly PaperGap[]>> {
  const { batch, dossiers } = facts.batch
  const composed: Made[] = []
  for (const id of batch.dossierIds) composed.push(...(await opinionPapers(id, facts, world)))
  const ofBatch = { ...facts.batch, dossiers: inOrder(batch.dossierIds, dossiers) }
  if (facts.summary !== null) {
    composed.push(await make(batchDocument('consultation-summary'), ofBatch, facts.summary, theOne, world))
  }
  composed.push(await make(batchDocument('notice'), ofBatch, {}, theOne, world))
  const indexes: Result<BatchIndex, PaperGap>[] = []
  const { index } = facts
  if (index !== null) {
    for (const one of inOrder(batch.dossierIds, facts.dossiers, ({ file }) => file.id)) {
      indexes.push(await archiveIndex(one.factsOf({ kind: 'archive-index', subjectId: '' }), index, world))
    }
  }
  const gaps = [...composed, ...indexes].flatMap((paper) => (paper.ok ? [] : [paper.error]))
  if (gaps.length > 0) return err(gaps)
  return ok({ papers: composed.flatMap(valueOf), indexes: indexes.flatMap(valueOf) })
}

const valueOf = <T, E>(result: Result<T, E>): readonly T[] => (result.ok ? [result.value] : [])

/** In the order of the batch. */
const inOrder = <T extends object>(
  ids: readonly DossierId[],
  all: readonly T[],
  idOf: (one: T) => DossierId = (one) => (one as unknown as { readonly id: DossierId }).id,
): readonly T[] => ids.flatMap((id) => all.find((one) => idOf(one) === id) ?? [])

async function opinionPapers(dossierId: DossierId, { dossiers }: BatchFacts, world: World): Promise<readonly Made[]> {
  const { t } = world
  const dossier = dossiers.find(({ file }) => file.id === dossierId)
  const name = joinedName(paperNames['panel-opinion'], dossier?.file.content.alliance.name ?? dossierId)
  if (dossier === undefined) return [err({ document: name, missing: [t('batchExport.dossierAbsent')] })]
  const { panelOpinion: opinion, expertOpinions } = dossier.file.proceedings
  const { panel, factsOf } = dossier
  if (opinion === null || panel === undefined) {
    return [err({ document: name, missing: [t('batchExport.opinionAbsent')] })]
  }
  const personal = dossierDocument('personal-opinion')
  const made: Made[] = []
  for (const { expertId, expertName } of expertOpinions.filter(({ panelId }) => panelId === panel.id)) {
    const label = labelAmong(expertId, expertName, panel.experts)
    const facts = factsOf({ kind: 'personal-opinion', subjectId: expertId })
    made.push(await make(personal, facts, {}, { id: expertId, label }, world))
  }
  return [...made, await make(dossierDocument('panel-opinion'), factsOf(panelOpinionAsked), {}, theOne, world)]
}

/** Made once beforehand, so that what it lacks is told before anything is set. */
async function archiveIndex(
  facts: DossierDocumentFacts,
  typed: Typed,
  world: World,
): Promise<Result<BatchIndex, PaperGap>> {
  const paper = dossierDocument('archive-index')
  const made = await make(paper, facts, typed, theOne, world)
  if (!made.ok) return made
  return ok({
    about: { dossierId: facts.file.id },
    title: made.value.baseName,
    compose: async (documents) => {
      const { archive } = facts
      const whole = { ...facts, archive: { ...archive, documents: [...archive.documents, ...documents] } }
      const again = await make(paper, whole, typed, theOne, world)
      return again.ok ? again.value : made.value
    },
  })
}

async function make<Facts extends DocumentFrame>(
  paper: Paper<Facts>,
  facts: Facts,
  typed: Typed,
  subject: DocumentSubject,
  { setLetter }: World,
): Promise<Made> {
  const made = await makePaper(paper, { facts, typed, subject }, setLetter)
  if (made.ok) return made
  const document = paper.baseName(facts, subject)
  return err({ document, missing: made.error.missing.map(({ label }) => label) })
}
