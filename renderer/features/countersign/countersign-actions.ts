import { awaitedIn, closeRound as closeRoundAs, openRound as openRoundAs } from '@shared/acts/countersign'
import { panelOpinionAsked } from '@shared/acts/paper-facts'
import type { Protection } from '@shared/bundle/protection'
import { documentModelSchema } from '@shared/documents/blocks'
import { dossierDocument } from '@shared/documents/catalogue'
import type { CountersignedPaperFacts } from '@shared/documents/catalogue-other'
import type { MissingValue } from '@shared/documents/missing-values'
import { makePaper, theOne } from '@shared/documents/paper'
import type { CalendarDate } from '@shared/domain/date'
import type { ExpertId } from '@shared/domain/ids'
import type { Expert, Panel, PanelOpinion } from '@shared/domain/panel'
import { canonicalJson } from '@shared/lib/canonical-json'
import { err, ok, type Result } from '@shared/lib/result'
import { countersignedFileName, countersignedFormat, type CountersignedFile } from '@shared/records/countersigned-file'
import { appendAct } from '@renderer/data/append-act'
import { readAttachment, storeAttachment } from '@renderer/data/attachments'
import { loadCountersignContents } from '@renderer/data/bundle-contents'
import type { DossierCase } from '@renderer/data/cases'
import type { CountersignCase } from '@renderer/data/countersign'
import { append } from '@renderer/data/desk'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import { exportBundle, recordFiles } from '@renderer/data/exports'
import { setLetter } from '@renderer/data/templates'
import { dropArtifacts, pdfOf, setPaper, writeArtifacts } from '@renderer/parts/papers/paper-files'
import { callHost, done } from '@renderer/platform/bridge'
import { now } from '@renderer/platform/clock'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

type Opening = {
  readonly dossier: DossierCase
  readonly panel: Panel
  readonly opinion: PanelOpinion
  readonly openedOn: CalendarDate
  readonly dueOn: CalendarDate | null
  readonly from: string
}

/**
 * Opens the round of a sealed opinion: sets its paper, signs it as the division, keeps it, and names who is to sign.
 * @returns what a final copy lacks; then nothing was opened. @throws HostFailure
 */
export async function openRound(opening: Opening): Promise<Result<null, readonly MissingValue[]>> {
  const { dossier, panel, opinion, openedOn, dueOn, from } = opening
  const facts = await loadDocumentFacts(dossier, now(), panelOpinionAsked, { meant: { panel, panelOpinion: opinion } })
  const order = { facts, typed: {}, subject: theOne }
  const made = await makePaper(dossierDocument('panel-opinion'), order, setLetter)
  if (!made.ok) return err(made.error.missing)
  const set = await setPaper(made.value)
  try {
    const paper = await storeAttachment(new Uint8Array(await pdfOf(set)))
    const kept = await storeAttachment(new TextEncoder().encode(canonicalJson(made.value.model)))
    const cells = { paper, model: kept, cells: set.places }
    await append(...openRoundAs(panel, dossier.file.id, opinion, cells, { openedOn, dueOn, from }))
  } finally {
    await dropArtifacts(set.artifacts)
  }
  return ok(null)
}

type Target = { readonly folder: string | null; readonly fileName: string; readonly protect: Protection }

/** Writes to one expert what he or she is to sign, as far as it is signed by now, and records that it was written. */
export async function sendRound(
  round: CountersignCase,
  expert: Pick<Expert, 'id' | 'name'>,
  { folder, fileName, protect }: Target,
): Promise<WrittenFile> {
  const contents = await loadCountersignContents(round, expert.id)
  const { file } = await exportBundle(
    { kind: 'countersign', to: expert.name, ...contents, fileName, protect },
    { folder, dossierIds: [round.round.value.dossierId], expertId: expert.id },
  )
  return file
}

/** The leader ends the round; those who have not signed are named, with the reason. */
export async function closeRound(
  { round, opinion, standing }: CountersignCase,
  closing: { readonly reason: string; readonly by: string; readonly on: CalendarDate },
): Promise<void> {
  await appendAct(closeRoundAs(round.value, opinion.value, standing, closing))
}

/** What the last copy is made of: what went round, with every answer to it. @throws HostFailure */
export async function loadFinalCopy(
  { round, opinion, signatures, standing }: CountersignCase,
  { experts, allianceName }: Pick<CountersignedPaperFacts, 'experts' | 'allianceName'>,
  createdAt: string,
): Promise<CountersignedPaperFacts> {
  const { dossierId, model } = round.value
  const text = new TextDecoder().decode(await readAttachment(model.sha256, model.size))
  const answers = signatures.map(({ recordId }) => recordId)
  const found =
    answers.length === 0
      ? { records: [], desks: [] }
      : done(await callHost('journal:find', { recordIds: [...answers] }))
  const file: CountersignedFile = {
    format: countersignedFormat,
    opinion: opinion.value,
    desks: found.desks,
    records: found.records,
  }
  return {
    dossierId,
    allianceName,
    opinion: opinion.value,
    answers: { name: countersignedFileName, json: file },
    model: documentModelSchema.parse(JSON.parse(text)),
    round: round.value,
    standing,
    experts,
    recordIds: new Map(signatures.map(({ value, recordId }) => [value.expertId, recordId])),
    createdAt,
  }
}

/**
 * Writes the PDF that experts signed one after another, closed by the division's own signature: every signature on it
 * stays valid. @throws HostFailure
 */
export async function exportSignedPaper(
  { round, chain }: CountersignCase,
  { baseName, folder }: { readonly baseName: string; readonly folder: string | null },
): Promise<readonly WrittenFile[]> {
  const bytes = await readAttachment(chain.head.sha256, chain.head.size)
  const { artifact } = done(
    await callHost('document:sign', { bytes, fieldName: 'division-closing', place: null, handwriting: null }),
  )
  try {
    const files = await writeArtifacts([{ artifact, baseName }], { folder, keep: true })
    await recordFiles('panel-opinion-chain', { dossierId: round.value.dossierId }, files)
    return files
  } finally {
    await dropArtifacts([artifact])
  }
}

/** Experts of the signature table in its order. */
export const signersOf = ({ round }: CountersignCase, panel: Panel): readonly Expert[] =>
  round.value.places.flatMap(({ expertId }) => panel.experts.filter(({ id }) => id === expertId))

/** Whose answer is still to come. */
export const awaitedOf = ({ standing }: CountersignCase): ReadonlySet<ExpertId> => new Set(awaitedIn(standing))
