import { answerContents } from '@shared/acts/bundle-contents'
import { answerRound as answerRoundAs, placeOf } from '@shared/acts/countersign'
import type { Protection } from '@shared/bundle/protection'
import { scanMediaTypes, type Countersignature, type ScanMediaType } from '@shared/domain/countersign'
import type { CalendarDate } from '@shared/domain/date'
import { err, ok, type Result } from '@shared/lib/result'
import { readAttachment, storeAttachment } from '@renderer/data/attachments'
import type { CountersignCase } from '@renderer/data/countersign'
import { append } from '@renderer/data/desk'
import { flushDrafts } from '@renderer/data/drafts'
import { exportBundle } from '@renderer/data/exports'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { callHost, done } from '@renderer/platform/bridge'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'

type Answer = Countersignature['answer']

/**
 * Signs the opinion (or says why not): adds this desk's signature to the paper as it lies here, keeps that copy, and
 * records the answer over the opinion's hash, signed by this desk's key. @throws HostFailure
 */
export async function answerRound(
  task: ExpertTask,
  found: CountersignCase,
  answer: Answer,
  by: { readonly name: string; readonly on: CalendarDate },
): Promise<void> {
  await flushDrafts()
  const expert = { id: task.expertId, name: task.expert?.name ?? by.name }
  const signedPaper = answer.kind === 'declined' ? null : await signPaper(task, found, answer)
  await append(...answerRoundAs(found.round.value, expert, { answer, signedPaper, signedOn: by.on }))
}

async function signPaper(
  { expertId }: ExpertTask,
  { round, chain }: CountersignCase,
  answer: Answer,
): Promise<Countersignature['signedPaper']> {
  const place = placeOf(round.value, expertId)
  if (place === undefined) throw new Error('no place to sign')
  const { field, page, rect } = place
  const { artifact } = done(
    await callHost('document:sign', {
      bytes: await readAttachment(chain.head.sha256, chain.head.size),
      fieldName: field,
      place: { page, rect },
      handwriting: answer.kind === 'handwriting' ? answer.handwriting : null,
    }),
  )
  try {
    const { bytes } = done(await callHost('document:read', { artifactId: artifact.artifactId }))
    return { from: chain.head.sha256, ...(await storeAttachment(new Uint8Array(bytes))) }
  } finally {
    await callHost('document:drop', { artifactIds: [artifact.artifactId] })
  }
}

const beginnings: Readonly<Record<ScanMediaType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}
/** A page scanned at 600 dpi in colour stays below. */
const largestScan = 50_000_000

export type Scan = Extract<Answer, { kind: 'scan' }>['scan']

/** Keeps the scan of the page signed on paper under its hash; what it is, is read from its bytes, not its name. */
export async function keepScan(file: File): Promise<Result<Scan, 'not-a-scan' | 'too-large'>> {
  if (file.size > largestScan) return err('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mediaType = scanMediaTypes.find((type) => beginnings[type].every((byte, index) => bytes[index] === byte))
  if (mediaType === undefined) return err('not-a-scan')
  return ok({ ...(await storeAttachment(bytes)), fileName: file.name.slice(-255), mediaType })
}

type HandingOver = {
  readonly to: string
  readonly fileName: string
  readonly folder: string | null
  readonly protect: Protection
}

/**
 * Writes the answer with its signed paper and scan into a bundle for the division that opened the round.
 * @throws HostFailure
 */
export async function exportAnswer(
  task: ExpertTask,
  { to, fileName, folder, protect }: HandingOver,
): Promise<WrittenFile> {
  const { countersignature, dossierId, expertId } = task
  if (countersignature === null) throw new Error('nothing to hand over')
  const { file } = await exportBundle(
    { kind: 'countersign', to, ...answerContents(countersignature), fileName, protect },
    { folder, dossierIds: [dossierId], expertId },
  )
  return file
}
