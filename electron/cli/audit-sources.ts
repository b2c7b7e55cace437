import { bundleSource } from '@host/audit/bundle-source'
import type { AuditSource } from '@host/audit/audit-trail'
import { profileSource } from '@host/audit/profile-source'
import { fileSource } from '@host/bytes/byte-source'
import { readSealedParts } from '@host/bundles/read-bundle'
import { plainSource } from '@host/envelopes/plain-source'
import { fileSystemError, HostFailure } from '@host/lib/failure'
import { openForReading } from '@host/keys/key-file'
import { isHeld } from '@host/profile/lock'
import { readMark, type VerifiedMark } from '@host/journal/verified-mark'
import { profileFolder, readProfile, type ProfileFolder } from '@host/profile/profile-folder'
import { openVault, type Vault } from '@host/desk/vault'
import { unusable } from './failure'
import { hostSentence, refusedBundle } from './host-sentence'
import { openByPassphrase, passphraseFor } from './passphrase'
import { checkReadable } from './read-input'
import type { CliWorld } from './world'

/** What is audited, and what its paper calls it. */
export type Audited = {
  readonly source: AuditSource
  readonly subject: string
  /** When the desk of a profile last looked its journal over; null of a bundle. */
  readonly lookedOver: LookedOver | null
}

/** Instants; null where it is not known. */
export type LookedOver = Pick<VerifiedMark, 'comparedAt' | 'verifiedAt'>

/**
 * The journal of a profile, opened by its passphrase without changing a byte. It may be open elsewhere: a journal only
 * grows, and what replaces it is put in place whole; only one that is being converted from an older format cannot be
 * read.
 */
export async function auditedProfile(path: string, world: CliWorld, passphraseFile?: string): Promise<Audited> {
  const folder = profileFolder(path)
  try {
    const desk = await readProfile(folder)
    if (desk === null) throw unusable('cli.audit.noProfile', { file: path })
    const passphrase = await passphraseFor(path, world, passphraseFile)
    const keys = await openForReading(folder.keys, { passphrase })
    if (await isHeld(folder.root)) {
      if (!keys.isAllSealed) throw unusable('cli.audit.unsafe', { file: path })
      world.say(`${world.t('cli.audit.inUse', { file: path })}\n`)
    }
    const vault = openVault(keys)
    const source = await profileSource(folder, vault.journal, desk.keyId)
    const mark = await markOf(folder, vault)
    const lookedOver = { comparedAt: mark?.comparedAt ?? null, verifiedAt: mark?.verifiedAt ?? null }
    return { source, subject: `${desk.unit}（${desk.name}）`, lookedOver }
  } catch (error) {
    const known = error instanceof HostFailure ? error.error : fileSystemError(error)
    if (known === null) throw error
    if (known.code === 'file.missing') throw unusable('cli.audit.noProfile', { file: path })
    throw unusable('cli.input.refusedBundle', { cause: hostSentence(known, world.t) })
  }
}

/** The mark beside the journal, if it is of this journal. */
async function markOf({ journal, journalMark }: ProfileFolder, vault: Vault): Promise<VerifiedMark | null> {
  const file = await fileSource(journal)
  try {
    const { headerSize } = vault.journal.current
    const header = (await file.read(0, Math.min(file.size, headerSize))).toString('hex')
    return await readMark({ path: journalMark, key: vault.journalMark }, { header, size: file.size })
  } finally {
    await file.close()
  }
}

/** The records of a bundle of which everything but the records was verified. */
export async function auditedBundle(path: string, world: CliWorld, passphraseFile?: string): Promise<Audited> {
  await checkReadable(path)
  const read = async (passphrase: string | null) => {
    const source = await fileSource(path)
    try {
      return await readSealedParts(await plainSource(source, { desk: null, passphrase }))
    } finally {
      await source.close()
    }
  }
  try {
    const parts = await openByPassphrase(path, world, passphraseFile, read)
    return { source: bundleSource(parts), subject: path, lookedOver: null }
  } catch (error) {
    if (error instanceof HostFailure) throw refusedBundle(path, error.error, world.t)
    if (error instanceof RangeError) throw refusedBundle(path, { code: 'bundle.truncated', params: {} }, world.t)
    throw error
  }
}
