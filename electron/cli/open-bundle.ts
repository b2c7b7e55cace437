import { fileSource } from '@host/bundles/byte-source'
import { readBundle, type OpenedBundle } from '@host/bundles/read-bundle'
import { plainSource } from '@host/envelopes/plain-source'
import { HostFailure } from '@host/failure'
import { refusedBundle } from './host-sentence'
import { checkReadable, readPassphrase } from './read-input'
import type { CliWorld } from './world'

/**
 * Reads and verifies a bundle on its own, without any desk; a refusal is a sentence. An envelope by passphrase is opened
 * with the first line of `passphraseFile`. Nothing is written.
 */
export async function openBundle(path: string, { t }: CliWorld, passphraseFile?: string): Promise<OpenedBundle> {
  await checkReadable(path)
  const passphrase = passphraseFile === undefined ? null : await readPassphrase(passphraseFile)
  const source = await fileSource(path)
  try {
    return await readBundle(await plainSource(source, { desk: null, passphrase }))
  } catch (error) {
    if (error instanceof HostFailure) throw refusedBundle(path, error.error, t)
    if (error instanceof RangeError) throw refusedBundle(path, { code: 'bundle.truncated', params: {} }, t)
    throw error
  } finally {
    await source.close()
  }
}
