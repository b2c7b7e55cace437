import { fileSource } from '@host/bundles/byte-source'
import { readBundle, type OpenedBundle } from '@host/bundles/read-bundle'
import { plainSource } from '@host/envelopes/plain-source'
import { HostFailure } from '@host/failure'
import type { HostError } from '@shared/ipc/contract'
import { refusedBundle } from './host-sentence'
import { checkReadable, readPassphrase } from './read-input'
import type { CliWorld } from './world'

/**
 * Reads and verifies a bundle on its own, without any desk; a refusal is a sentence. An envelope by passphrase is opened
 * with the first line of `passphraseFile`. Nothing is written but what `onRefusal` writes.
 */
export async function openBundle(
  path: string,
  { t }: CliWorld,
  passphraseFile?: string,
  onRefusal: (error: HostError) => Promise<void> = async () => undefined,
): Promise<OpenedBundle> {
  await checkReadable(path)
  const passphrase = passphraseFile === undefined ? null : await readPassphrase(passphraseFile)
  const source = await fileSource(path)
  try {
    return await readBundle(await plainSource(source, { desk: null, passphrase }))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    await onRefusal(refusal)
    throw refusedBundle(path, refusal, t)
  } finally {
    await source.close()
  }
}

function refusalOf(error: unknown): HostError | null {
  if (error instanceof HostFailure) return error.error
  return error instanceof RangeError ? { code: 'bundle.truncated', params: {} } : null
}
