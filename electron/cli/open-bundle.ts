import { fileSource } from '@host/bytes/byte-source'
import { readBundle, type OpenedBundle } from '@host/bundles/read-bundle'
import { plainSource } from '@host/envelopes/plain-source'
import { HostFailure } from '@host/lib/failure'
import { listNotUnderstood, shortList } from '@shared/bundle/not-understood'
import type { NotUnderstood } from '@shared/records/not-understood'
import type { HostError } from '@shared/ipc/contract'
import { refusedBundle } from './host-sentence'
import { openByPassphrase } from './passphrase'
import { checkReadable } from './read-input'
import type { CliWorld } from './world'

/**
 * Reads and verifies a bundle on its own, without any desk; a refusal is a sentence. An envelope by passphrase is
 * opened with the first line of `passphraseFile`, or with what is typed at the terminal. Nothing is written but what
 * `onRefusal` writes.
 */
export async function openBundle(
  path: string,
  world: CliWorld,
  passphraseFile?: string,
  onRefusal: (error: HostError) => Promise<void> = async () => undefined,
): Promise<OpenedBundle> {
  await checkReadable(path)
  const source = await fileSource(path)
  try {
    return await openByPassphrase(path, world, passphraseFile, async (passphrase) =>
      readBundle(await plainSource(source, { desk: null, passphrase })),
    )
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    await onRefusal(refusal)
    throw refusedBundle(path, refusal, world.t)
  } finally {
    await source.close()
  }
}

/**
 * The same for whoever works with what is in it: one that a newer version wrote may be looked at (`inspect`, `verify`,
 * `audit`), but nothing is judged by it. @throws CliFailure
 */
export async function openUnderstood(path: string, world: CliWorld, passphraseFile?: string): Promise<OpenedBundle> {
  const opened = await openBundle(path, world, passphraseFile)
  const list = notUnderstoodIn(opened)
  if (list === null) return opened
  throw refusedBundle(path, { code: 'bundle.not-understood', params: { what: shortList(list) } }, world.t)
}

/** What of a bundle this version does not understand; null if it may be taken in. */
export const notUnderstoodIn = (opened: OpenedBundle): NotUnderstood | null =>
  listNotUnderstood(opened, {
    author: (keyId) => opened.statements.find((statement) => statement.keyId === keyId)?.name ?? '',
    dossier: () => '',
  })

function refusalOf(error: unknown): HostError | null {
  if (error instanceof HostFailure) return error.error
  return error instanceof RangeError ? { code: 'bundle.truncated', params: {} } : null
}
