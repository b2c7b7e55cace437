import { open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { plainSource } from '../envelopes/plain-source'
import { envelopeMark } from '../envelopes/envelope-mark'
import type { EnvelopeKeys } from '../envelopes/file-key'
import { fail } from '../failure'
import { named } from '../files/named-failure'
import { freeBytesOf } from '../files/space'
import { writeSealed } from '../vault/sealed-file'
import type { SealedCopy } from './bundle-job'
import { fileSource, memorySource, readPieces, type ByteSource } from './byte-source'
import { zip } from './zip-format'

export type BundleInput =
  | { readonly kind: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'path'; readonly path: string }

/**
 * Copies a bundle into the staging area under the key of this run, out of its envelope if it is in one: it is never
 * plain on the disk. Answers by which mark its envelope is known again. @throws HostFailure `bundle.no-file`, `bundle.is-folder`, `bundle.special-file`, `bundle.part-file`,
 * `bundle.too-large`, `space.read-only`, `envelope.*`
 */
export async function copyIn(
  input: BundleInput,
  { path, seal }: SealedCopy,
  { fileName, keys }: { readonly fileName: string; readonly keys: EnvelopeKeys },
): Promise<{ readonly envelopeMark: string | null }> {
  const source = await openInput(input, fileName)
  try {
    await requireSpace(path, source.size)
    const plain = await plainSource(source, keys)
    const handle = await open(path, 'w')
    try {
      await writeSealed(handle, seal, readPieces(plain, 0, plain.size))
    } catch (error) {
      throw named(error, path)
    } finally {
      await handle.close()
    }
    return { envelopeMark: plain === source ? null : await envelopeMark(source) }
  } finally {
    await source.close()
  }
}

async function openInput(input: BundleInput, fileName: string): Promise<ByteSource> {
  if (input.kind === 'bytes') return memorySource(input.bytes)
  const found = await stat(input.path).catch(() => null)
  if (found === null) return fail('bundle.no-file', { path: input.path })
  if (found.isDirectory()) fail('bundle.is-folder')
  // A pipe would keep the desk waiting, a device has no end.
  if (!found.isFile()) fail('bundle.special-file')
  if (fileName.endsWith('.part')) fail('bundle.part-file')
  // Gigabytes that no bundle may have, in its envelope or not, are not copied to be refused then.
  if (found.size > zip.maxSize * 1.001) fail('bundle.too-large')
  return fileSource(input.path)
}

async function requireSpace(target: string, size: number): Promise<void> {
  const freeBytes = await freeBytesOf(dirname(target))
  if (freeBytes < size * 2 + 300_000_000) fail('space.read-only', { freeMB: Math.floor(freeBytes / 1_000_000) })
}
