import type { Protection } from '@shared/bundle/protection'
import { composeCountersigned } from '@shared/documents/countersigned-opinion'
import { documentModelSchema, type DocumentModel } from '@shared/documents/blocks'
import type { MissingValue } from '@shared/documents/missing-values'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import { withPaperCode } from '@shared/documents/paper-code'
import { panelOpinionHash } from '@shared/domain/countersign'
import type { CalendarDate } from '@shared/domain/date'
import type { ExpertId } from '@shared/domain/ids'
import type { Expert, Panel, PanelOpinion } from '@shared/domain/panel'
import { canonicalJson } from '@shared/lib/canonical-json'
import { err, ok, type Result } from '@shared/lib/result'
import { countersignedFileName, countersignedFormat, type CountersignedFile } from '@shared/records/countersigned-file'
import { readAttachment, storeAttachment } from '@renderer/data/attachments'
import type { DossierCase } from '@renderer/data/cases'
import { countersignContents, type CountersignCase } from '@renderer/data/countersign'
import { append } from '@renderer/data/desk'
import { recordBundleExport, recordDocumentExport } from '@renderer/data/exports'
import { panelOpinionFacts } from '@renderer/data/panel-opinion-facts'
import { callHost, done } from '@renderer/platform/bridge'
import { now } from '@renderer/platform/clock'
import type { EmbeddedJson } from '@renderer/parts/document-preview/preview-actions'
import { safeFileName } from '@renderer/ui/safe-file-name'
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
  const composed = composePanelOpinion(panelOpinionFacts(dossier, panel, opinion, now(), 'final'))
  if (!composed.ok) return err(composed.error.missing)
  const model = withPaperCode(composed.value)
  const answer = done(await callHost('document:render', { model, sign: true, attachments: [...opinionJson(opinion)] }))
  const artifactIds = answer.artifacts.map(({ artifactId }) => artifactId)
  try {
    const pdf = answer.artifacts.find(({ format }) => format === 'pdf')
    if (pdf === undefined) throw new Error('the host rendered no PDF')
    const paper = await storeAttachment(
      new Uint8Array(done(await callHost('document:read', { artifactId: pdf.artifactId })).bytes),
    )
    const kept = await storeAttachment(new TextEncoder().encode(canonicalJson(model)))
    await append({
      type: 'countersign.opened',
      payload: {
        panelId: panel.id,
        dossierId: dossier.file.id,
        opinionVersion: opinion.version,
        opinionHash: panelOpinionHash(opinion),
        paper,
        model: kept,
        places: answer.places.flatMap((place) => {
          const expert = panel.experts.find(({ id }) => place.field === `expert-${id}`)
          return expert === undefined ? [] : [{ expertId: expert.id, ...place }]
        }),
        openedOn,
        dueOn,
        from,
      },
    })
  } finally {
    await callHost('document:drop', { artifactIds })
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
  const { recordIds, attachments } = await countersignContents(round, expert.id)
  const { bundleId, file } = done(
    await callHost('bundle:export', {
      kind: 'countersign',
      to: expert.name,
      recordIds: [...recordIds],
      attachments: [...attachments],
      fileName,
      protect,
      ...(folder === null ? {} : { folder }),
    }),
  )
  const { dossierId } = round.round.value
  await recordBundleExport({
    bundleId,
    kind: 'countersign',
    to: expert.name,
    dossierIds: [dossierId],
    expertId: expert.id,
    file,
  })
  return file
}

/** The leader ends the round; those who have not signed are named, with the reason. */
export async function closeRound(
  { round, opinion, standing }: CountersignCase,
  closing: { readonly reason: string; readonly by: string; readonly on: CalendarDate },
): Promise<void> {
  const { panelId, dossierId, opinionVersion, opinionHash } = round.value
  const missing = standing.experts
    .filter(({ state }) => state === 'awaited' || state === 'late')
    .map(({ expertId }) => expertId)
  await append({
    type: 'countersign.closed',
    payload: {
      panelId,
      dossierId,
      opinionVersion,
      opinionHash,
      missing,
      leaderExpertId: opinion.value.leaderExpertId,
      ...closing,
    },
  })
}

const opinionJson = (opinion: PanelOpinion): EmbeddedJson => [{ name: 'panel-opinion.json', json: opinion }]

export type FinalCopy = { readonly model: DocumentModel; readonly attachments: EmbeddedJson }

/** The last copy: what went round, with every hand in its cell and every signature inside. @throws HostFailure */
export async function composeFinalCopy(
  { round, opinion, signatures, standing }: CountersignCase,
  experts: readonly Pick<Expert, 'id' | 'name'>[],
): Promise<FinalCopy> {
  const { sha256, size } = round.value.model
  const text = new TextDecoder().decode(await readAttachment(sha256, size))
  const model = documentModelSchema.parse(JSON.parse(text))
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
  const composed = composeCountersigned({
    model,
    round: round.value,
    standing,
    experts,
    recordIds: new Map(signatures.map(({ value, recordId }) => [value.expertId, recordId])),
    createdAt: now(),
  })
  return {
    model: withPaperCode(composed),
    attachments: [...opinionJson(opinion.value), { name: countersignedFileName, json: file }],
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
    const items = [{ artifactId: artifact.artifactId, fileName: `${safeFileName(baseName)}.pdf` }]
    const { files } = done(await callHost('document:write', { items, ...(folder === null ? {} : { folder }) }))
    await recordDocumentExport('panel-opinion-chain', { dossierId: round.value.dossierId }, files)
    return files
  } finally {
    await callHost('document:drop', { artifactIds: [artifact.artifactId] })
  }
}

/** Experts of the signature table in its order. */
export const signersOf = ({ round }: CountersignCase, panel: Panel): readonly Expert[] =>
  round.value.places.flatMap(({ expertId }) => panel.experts.filter(({ id }) => id === expertId))

/** Whose answer is still to come. */
export const awaitedOf = ({ standing }: CountersignCase): ReadonlySet<ExpertId> =>
  new Set(
    standing.experts.filter(({ state }) => state === 'awaited' || state === 'late').map(({ expertId }) => expertId),
  )
