import type { KeyObject } from 'node:crypto'
import type { BundleRecord } from '@shared/bundle/incoming'
import { parseCanonicalJson } from '@shared/bundle/strict-json'
import type { DossierLock } from '@shared/domain/dossier-lock'
import type { FoldedDesk } from '@shared/records/desk-state'
import { deskStatementSchema, type DeskStatement } from '@shared/records/payloads'
import { dossiersOf, type Row } from '@shared/records/projection'
import { isOfNewerVersion, parseRecord, type RecordEnvelope } from '@shared/records/record'
import { isTaken, reviewImport } from '@shared/bundle/review-import'
import { memorySource, readPieces, type ByteSource } from '../bytes/byte-source'
import { appendReviewed } from './commit-stage'
import { importingDesk } from '../desk/importing-desk'
import { verifyEnvelopes } from '../bundles/verify-records'
import { plainSource } from '../envelopes/plain-source'
import { fail, fileSystemError, hostError, HostFailure } from '../lib/failure'
import { publicKeyOf } from '../keys/signatures'
import type { OpenDesk } from '../desk/open-desk'
import { plainSize } from '../vault/sealed-file'
import { lockBodySchema, maxLockBody, type LockBody } from '../locks/lock-body'
import { unlockPart, type LockKey } from '../locks/lock-cipher'
import type { HeldKey } from '../desk/lock-keys'
import { standingOf } from '../locks/settle-locks'

/** How far the opening of a locked dossier came, in bytes of its attachments; `taken` when it is open. */
export type Opening = {
  readonly doneBytes: number
  readonly totalBytes: number
  readonly taken: { readonly records: RecordEnvelope[]; readonly count: number } | null
}

/** Bytes of attachments that one call opens, and one attachment at least: a person sees progress and may stop. */
const portion = 32_000_000

/**
 * Goes on opening a locked dossier, as far as one portion: attachments first, each verified by its hash; with the last
 * of them the records, verified and reviewed as those of a bundle, in one append. Only after the declaration on recusal
 * is in the journal, and not for somebody who is recused. May be stopped and asked again at any point, also after a
 * kill.
 * @throws HostFailure `lock.*`, `attachment.changed`, `bundle.record-*`, `space.read-only`
 */
export async function openLock(lockId: string, desk: OpenDesk): Promise<Opening> {
  const { folded } = await importingDesk(desk)
  const row = requireOpenable(lockId, folded)
  if (row === null) return { doneBytes: 0, totalBytes: 0, taken: { records: [], count: desk.journal.count } }
  const held = (await desk.locked.keys.get(lockId)) ?? fail('lock.key-missing')
  const lock: LockKey = { lockId, key: await unwrapKey(held, desk) }
  const body = await readBody(row.value, lock, desk)
  if (body.records.some(isNewer)) fail('lock.newer')
  await desk.refuseWhenFull()
  const { left, doneBytes, totalBytes } = await openFiles(body, row.value, lock, desk)
  if (left > 0) return { doneBytes, totalBytes, taken: null }
  const records = await takeRecords(body, row, held, desk)
  await desk.locked.destroy(row.value)
  return { doneBytes, totalBytes, taken: { records: [...records], count: desk.journal.count } }
}

/**
 * Opens what came to an expert who had declared before, such as a new version of a dossier: a portion of each, which is
 * all of most. What is larger, or does not open, waits for its screen, which shows progress or says why.
 * @returns the records that were appended
 */
export async function openReleased(desk: OpenDesk): Promise<readonly RecordEnvelope[]> {
  const held = await desk.locked.keys.list()
  if (held.length === 0) return []
  const { state } = (await importingDesk(desk)).folded
  const released = [...state.dossierLocks.values()].filter(
    ({ value }) => held.includes(value.lockId) && standingOf(value, state) === 'may-open',
  )
  const records: RecordEnvelope[] = []
  for (const { value } of released) {
    try {
      records.push(...((await openLock(value.lockId, desk)).taken?.records ?? []))
    } catch (error) {
      if (!(error instanceof HostFailure) && fileSystemError(error) === null) throw error
    }
  }
  return records
}

/** The lock's row; null if it is open already. @throws HostFailure with why it stays closed */
function requireOpenable(lockId: string, { state }: FoldedDesk): Row<'dossierLocks'> | null {
  const row = [...state.dossierLocks.values()].find(({ value }) => value.lockId === lockId) ?? fail('lock.unknown')
  const standing = standingOf(row.value, state)
  switch (standing) {
    case 'opened':
      return null
    case 'may-open':
      return row
    case 'undeclared':
    case 'recused':
    case 'destroyed':
      return fail(`lock.${standing}`)
  }
}

/** Only a newer version of this program understands it: nothing is opened till then, and the key stays. */
function isNewer(envelope: RecordEnvelope): boolean {
  const parsed = parseRecord(envelope)
  return 'problem' in parsed && isOfNewerVersion(parsed.problem)
}

const broken = () => new HostFailure(hostError('lock.broken'))

async function unwrapKey({ key }: HeldKey, { identity }: OpenDesk): Promise<Uint8Array> {
  if (key.kind === 'bundle') return Buffer.from(key.key, 'base64')
  try {
    const source = await plainSource(memorySource(Buffer.from(key.envelope, 'base64')), {
      desk: identity.encryption,
      passphrase: null,
    })
    return source.size === 32 ? await source.read(0, 32) : fail('lock.broken')
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error
    return fail(error.error.code === 'envelope.wrong-recipient' ? 'lock.other-desk' : 'lock.broken')
  }
}

async function openPart(sha256: string, { locked }: OpenDesk): Promise<ByteSource> {
  if ((await locked.parts.sizeOf(sha256)) === null) fail('lock.part-missing')
  return locked.parts.open(sha256)
}

async function readBody({ dossierId, body }: DossierLock, lock: LockKey, desk: OpenDesk): Promise<LockBody> {
  if (body.size > maxLockBody) fail('lock.broken')
  const source = await unlockPart(await openPart(body.sha256, desk), lock, 'body', broken)
  try {
    const json = parseCanonicalJson((await source.read(0, source.size)).toString('utf8'))
    const parsed = 'value' in json ? lockBodySchema.safeParse(json.value) : null
    const isOurs = parsed?.success === true && parsed.data.lockId === lock.lockId && parsed.data.dossierId === dossierId
    return isOurs ? parsed.data : fail('lock.broken')
  } finally {
    await source.close()
  }
}

/** Puts attachments that are not here yet in place, a portion of them. */
async function openFiles(
  { files }: LockBody,
  { files: parts }: DossierLock,
  lock: LockKey,
  desk: OpenDesk,
): Promise<{ readonly doneBytes: number; readonly totalBytes: number; readonly left: number }> {
  const sizes = new Map(parts.map(({ sha256, size }) => [sha256, plainSize(size) ?? fail('lock.broken')]))
  let doneBytes = 0
  let totalBytes = 0
  let opened = 0
  let left = 0
  for (const { sha256, sealed } of files) {
    const size = sizes.get(sealed) ?? fail('lock.broken')
    totalBytes += size
    const isHere = (await desk.attachments.sizeOf(sha256)) === size
    if (!isHere && opened >= portion) {
      left += 1
      continue
    }
    if (!isHere) {
      await openFile(sha256, sealed, lock, desk)
      opened += Math.max(1, size)
    }
    doneBytes += size
  }
  return { doneBytes, totalBytes, left }
}

async function openFile(sha256: string, sealed: string, lock: LockKey, desk: OpenDesk): Promise<void> {
  const source = await unlockPart(await openPart(sealed, desk), lock, { attachment: sha256 }, broken)
  try {
    await desk.attachments.putPieces(sha256, readPieces(source, 0, source.size))
  } finally {
    await source.close()
  }
}

async function takeRecords(
  body: LockBody,
  { value: lock, author, at }: Row<'dossierLocks'>,
  held: HeldKey,
  desk: OpenDesk,
): Promise<readonly RecordEnvelope[]> {
  const statements = await statementsOf(body, desk)
  const records = await verifyOrRefuse(body, statements)
  const isOfDossier = records.every(
    (incoming) => incoming.kind !== 'read' || dossiersOf(incoming.record).every((id) => id === lock.dossierId),
  )
  if (!isOfDossier) fail('lock.broken')
  const importing = await importingDesk(desk)
  const steps = reviewImport(
    {
      bundleId: held.bundleId,
      kind: held.kind,
      sha256: held.sha256,
      from: { keyId: held.from, role: 'division' },
      createdAt: at,
      checkpoints: [],
      trail: null,
      desks: statements,
      records,
      attachments: new Set(body.files.map(({ sha256 }) => sha256)),
      locks: new Set(),
      newer: null,
    },
    importing,
  )
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const { items, newDoubts } = step.value
  const isDossierTaken = items.some(
    ({ type, outcome }) => type === 'dossier.saved' && (isTaken(outcome) || outcome === 'identical'),
  )
  if (author !== held.from || !isDossierTaken) fail('lock.broken')
  const before = importing.state.bundleImports.get(held.bundleId)?.value
  return appendReviewed(
    {
      envelopes: body.records,
      items,
      newDoubts,
      imported: {
        bundleId: held.bundleId,
        kind: held.kind,
        from: held.from,
        fileName: held.fileName.slice(0, 300),
        sha256: held.sha256,
        envelopeMark: before?.envelopeMark ?? null,
        dossierIds: [...new Set([...(before?.dossierIds ?? []), lock.dossierId])],
        heads: [...(before?.heads ?? [])],
      },
      earlier: before?.recordIds ?? [],
      besides: [
        { type: 'lock.settled', payload: { lockId: lock.lockId, dossierId: lock.dossierId, outcome: 'opened' } },
      ],
    },
    desk,
  )
}

async function verifyOrRefuse({ records }: LockBody, statements: readonly DeskStatement[]): Promise<BundleRecord[]> {
  try {
    return await verifyEnvelopes(records, new Map(statements.map(keyOf)))
  } catch (error) {
    // The sentences about bundles name a file; here there is none to look at.
    if (error instanceof HostFailure) fail('lock.broken')
    throw error
  }
}

/** Introductions of the authors; they came with the bundle, in the open. */
async function statementsOf({ records }: LockBody, { journal }: OpenDesk): Promise<readonly DeskStatement[]> {
  const authors = [...new Set(records.map((record) => record.author))]
  const ids = authors.flatMap((author) => journal.introductionsOf(author).slice(-1))
  return (await journal.readById(ids)).map((record) => deskStatementSchema.parse(record.payload))
}

function keyOf(statement: DeskStatement): readonly [string, KeyObject] {
  return [statement.keyId, publicKeyOf(statement) ?? fail('lock.broken')]
}
