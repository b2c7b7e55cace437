import type { HostError } from '@shared/ipc/contract'
import { HostFailure } from '../lib/failure'
import { fileSource, memorySource, type ByteSource } from '../bytes/byte-source'
import { readBundle, type OpenedBundle } from './read-bundle'
import { openSealedCopy, type SealedCopy } from '../vault/sealed-copy'

/** A bundle to read: a file by its absolute path, its bytes, or a sealed copy of it. */
export type BundleToRead = string | Uint8Array | SealedCopy

/** What the reading thread answers. Records come in portions that are asked for, so that taking them never blocks. */
export type BundleAnswer =
  | { readonly kind: 'opened'; readonly head: Omit<OpenedBundle, 'records'>; readonly recordCount: number }
  | { readonly kind: 'records'; readonly records: OpenedBundle['records'] }
  | { readonly kind: 'refused'; readonly error: HostError }
  /** The file is shorter than it says. */
  | { readonly kind: 'short' }
  | { readonly kind: 'bug'; readonly message: string }

/** Opens and verifies in this thread. @throws HostFailure, RangeError as `readBundle` */
export async function readBundleHere(input: BundleToRead): Promise<OpenedBundle> {
  const source = await sourceOf(input)
  try {
    return await readBundle(source)
  } finally {
    await source.close()
  }
}

function sourceOf(input: BundleToRead): Promise<ByteSource> | ByteSource {
  if (typeof input === 'string') return fileSource(input)
  return input instanceof Uint8Array ? memorySource(input) : openSealedCopy(input)
}

/** A failure in a form that crosses between threads. */
export function describeRefusal(error: unknown): BundleAnswer {
  if (error instanceof HostFailure) return { kind: 'refused', error: error.error }
  if (error instanceof RangeError) return { kind: 'short' }
  return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
