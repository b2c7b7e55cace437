import { fileSource } from '@host/bundles/byte-source'
import { readBundle, type OpenedBundle } from '@host/bundles/read-bundle'
import { HostFailure } from '@host/failure'
import { refusedBundle } from './host-sentence'
import { checkReadable } from './read-input'
import type { CliWorld } from './world'

/** Reads and verifies a bundle on its own, without any desk; a refusal is a sentence. Nothing is written. */
export async function openBundle(path: string, { t }: CliWorld): Promise<OpenedBundle> {
  await checkReadable(path)
  const source = await fileSource(path)
  try {
    return await readBundle(source)
  } catch (error) {
    if (error instanceof HostFailure) throw refusedBundle(path, error.error, t)
    if (error instanceof RangeError) throw refusedBundle(path, { code: 'bundle.truncated', params: {} }, t)
    throw error
  } finally {
    await source.close()
  }
}
