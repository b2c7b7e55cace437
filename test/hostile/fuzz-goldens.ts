/** Good bundles that the fuzz run bends, and the ways in which they are bent. */
import { memorySource } from '@host/bytes/byte-source'
import { readBundle } from '@host/bundles/read-bundle'
import { newEnvelope } from '@host/envelopes/envelope-writer'
import { readRecipient } from '@host/keys/recipient'
import { lockDossier } from '@host/locks/lock-dossier'
import type { OpenDesk } from '@host/desk/open-desk'
import type { DossierId, ExpertId, PanelId } from '@shared/domain/ids'
import { canonicalJson } from '@shared/lib/canonical-json'
import { makeBundle, rework, writeRecords } from '../integration/host/bundle-fixture'
import { succeeded } from '../integration/host/desk-fixture'
import {
  assignmentIssued,
  dossierId,
  dossierSaved,
  expertA,
  opinionSealed,
  panelId,
  panelSaved,
  recusalDeclared,
} from '../integration/host/review-actions'
import { digestOf } from '@host/files/durable-file'
import { mutate, type Chance } from './mutate'
import type { HostileDesks } from './run-case'
import { attachment, type HostileWorld } from './world'

type Sign = HostileWorld['sender']

export type Golden = {
  readonly name: string
  readonly desk: keyof HostileDesks
  readonly signer: Sign
  /** The bundle as it is inside, and as it lies in the file. */
  readonly plain: Buffer
  readonly file: Buffer
  /** Puts a bundle into a new envelope to the same desk; as it is where none is used. */
  readonly seal: (plain: Uint8Array) => Promise<Buffer>
  readonly meaning: string
}

export type Bent = {
  readonly how: 'the file' | 'the bundle in its envelope' | 'an entry, signed again'
  readonly file: Buffer
  /** What is read once an envelope is taken off, where it opens at all. */
  readonly plain: Buffer
}

const inTheOpen = async (plain: Uint8Array): Promise<Buffer> => Buffer.from(plain)

/** Of a size that is sealed apart in the staging area. */
const largeAttachment = Buffer.alloc(300_000, '示例材料，虚构。')

/**
 * Three bundles in the open, one of them with a large attachment, one with a locked dossier, one in an age envelope to
 * the desk that it is brought to.
 */
export async function goldensOf(world: HostileWorld, desks: HostileDesks): Promise<readonly Golden[]> {
  const { sender, expert, good } = world
  const opinion = await makeBundle({
    kind: 'opinion',
    from: expert,
    records: writeRecords(expert, [recusalDeclared(expertA), opinionSealed(expertA)]),
  })
  const { statement } = succeeded(await desks.new.desk.call('desk:statement', undefined))
  const recipient = readRecipient(statement.encryptionKey ?? '')
  if (recipient === null) throw new Error('the desk has no key')
  const toDesk = (plain: Uint8Array): Promise<Buffer> => sealFor(recipient, plain)
  const golden = async (name: string, desk: Golden['desk'], signer: Sign, plain: Buffer, seal = inTheOpen) => ({
    ...{ name, desk, signer, plain, seal },
    file: await seal(plain),
    meaning: await meaningOf(plain),
  })
  return [
    await golden('assignment', 'new', sender, good),
    await golden('opinion', 'division', expert, opinion),
    await golden('assignment with a locked dossier', 'new', sender, await lockedAssignment(world)),
    await golden('assignment with a large attachment', 'new', sender, await largeAssignment(world)),
    await golden('assignment in an envelope', 'new', sender, good, toDesk),
  ]
}

async function sealFor(recipient: Uint8Array, plain: Uint8Array): Promise<Buffer> {
  const envelope = await newEnvelope({ recipients: [recipient] })
  const pieces: Buffer[] = []
  const sink = { writeFile: async (bytes: Uint8Array) => void pieces.push(Buffer.from(bytes)) }
  await envelope.seal(sink, (inner) => inner.writeFile(plain))
  return Buffer.concat(pieces)
}

function largeAssignment({ sender }: HostileWorld): Promise<Buffer> {
  const saved = dossierSaved(1, [digestOf(attachment), digestOf(largeAttachment)])
  const records = writeRecords(sender, [saved, panelSaved(), assignmentIssued(expertA)])
  return makeBundle({ kind: 'assignment', from: sender, records, blobs: [attachment, largeAttachment] })
}

/** The dossier goes closed, under a key that opens after the declaration; the rest of the assignment is open. */
async function lockedAssignment({ sender }: HostileWorld): Promise<Buffer> {
  const open = [panelSaved(), assignmentIssued(expertA)]
  const saved = dossierSaved(1, [digestOf(attachment)])
  const dossier = writeRecords(sender, [saved]).at(-1)
  if (dossier === undefined) throw new Error('no dossier')
  const request = {
    panelId: panelId as PanelId,
    dossierId: dossierId as DossierId,
    expertId: expertA as ExpertId,
    recordIds: [dossier.id],
    attachments: [digestOf(attachment).sha256],
    recipient: null,
  }
  const desk = {
    journal: { readById: async () => [dossier] },
    attachments: { open: async () => memorySource(attachment) },
  } as unknown as OpenDesk
  const locked = await lockDossier(request, desk)
  const records = writeRecords(sender, [saved, ...open, locked.action])
  return makeBundle({
    kind: 'assignment',
    from: sender,
    records: records.filter(({ type }) => type !== 'dossier.saved'),
    locked,
  })
}

/** What a bundle says: its records, attachments and locks. The page and the cover are words about them. */
export async function meaningOf(plain: Uint8Array): Promise<string> {
  const { records, blobs, locks, manifest } = await readBundle(memorySource(plain))
  return canonicalJson({
    kind: manifest.kind,
    from: manifest.from,
    records: records.map(({ envelope }) => envelope),
    blobs: blobs.map(({ sha256, size }) => ({ sha256, size })),
    locks: locks.map(({ recordId, key }) => ({ recordId, key })),
  })
}

/**
 * Bends one: its file; what is in its envelope; or, every third time, one entry, with list, hashes and signature made
 * good again by the sender's own key, and sealed again.
 */
export async function bend(golden: Golden, other: Golden, number: number, chance: Chance): Promise<Bent> {
  const { file, plain, signer, seal } = golden
  const isSealed = seal !== inTheOpen
  if (number % 3 === 0) {
    const again = await bendEntry(plain, other, signer, chance)
    if (again !== null) return { how: 'an entry, signed again', file: await seal(again), plain: again }
  }
  if (isSealed && number % 3 === 1) {
    const inner = mutate(plain, other.plain, chance)
    return { how: 'the bundle in its envelope', file: await seal(inner), plain: inner }
  }
  const outer = mutate(file, other.file, chance)
  return { how: 'the file', file: outer, plain: isSealed ? plain : outer }
}

/** Null where a list of such records cannot even be written down. */
async function bendEntry(plain: Buffer, other: Golden, signer: Sign, chance: Chance): Promise<Buffer | null> {
  try {
    return await rework(plain, signer, (entries) => {
      const target = 1 + chance(entries.length - 1)
      return entries.map((entry, index) =>
        index === target ? { ...entry, bytes: mutate(entry.bytes, other.plain, chance) } : entry,
      )
    })
  } catch {
    return null
  }
}
