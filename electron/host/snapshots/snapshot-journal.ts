import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileSource, type ByteSource } from '../bytes/byte-source'
import { digestOfFile } from '../files/durable-file'
import type { Snapshot, SnapshotManifest } from './snapshot-manifest'

/** Bytes of a piece of the journal. A snapshot writes the pieces that changed: mostly the last one. */
export const journalPieceSize = 1 << 20

const wholeName = 'journal.lsj'

type Pieces = NonNullable<SnapshotManifest['journal']>

/** The name of a piece in the folder of a snapshot, by its number from 0. */
export const pieceName = (index: number): string => `${wholeName}.${String(index).padStart(5, '0')}`

/** Names of the files in which a snapshot holds the journal, in order. */
export const journalNamesOf = ({ journal }: SnapshotManifest): readonly string[] =>
  journal === undefined ? [wholeName] : journal.pieces.map((_, index) => pieceName(index))

/** Bytes of a piece by its number. */
export const sizeOfPiece = ({ size, pieceSize }: Pieces, index: number): number =>
  Math.min(pieceSize, size - index * pieceSize)

/** Whether a piece is what the manifest says. */
export async function isPieceGood(path: string, journal: Pieces, index: number): Promise<boolean> {
  const found = await digestOfFile(join(path, pieceName(index))).catch(() => null)
  return found !== null && found.sha256 === journal.pieces[index] && found.size === sizeOfPiece(journal, index)
}

/** The whole journal in a snapshot. @throws an error of the file system */
export async function readSnapshotJournal({ path, manifest }: Pick<Snapshot, 'path' | 'manifest'>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (const name of journalNamesOf(manifest)) pieces.push(await readFile(join(path, name)))
  return Buffer.concat(pieces)
}

/** Writes the whole journal in a snapshot into a new file. @throws an error of the file system */
export async function copySnapshotJournal(
  { path, manifest }: Pick<Snapshot, 'path' | 'manifest'>,
  target: string,
): Promise<void> {
  const handle = await open(target, 'wx', 0o600)
  try {
    for (const name of journalNamesOf(manifest)) {
      for await (const piece of createReadStream(join(path, name)) as AsyncIterable<Buffer>) {
        await handle.writeFile(piece)
      }
    }
  } finally {
    await handle.close()
  }
}

/** The journal in a snapshot, to read at random. @throws RangeError if it is shorter than the manifest says */
export async function snapshotJournal({ path, manifest }: Pick<Snapshot, 'path' | 'manifest'>): Promise<ByteSource> {
  const { journal } = manifest
  if (journal === undefined) return fileSource(join(path, wholeName))
  const { size, pieceSize } = journal
  // The piece that was read last: whoever reads frame by frame would open it thousands of times.
  let held: { readonly index: number; readonly bytes: Buffer } | null = null
  const pieceAt = async (index: number): Promise<Buffer> => {
    if (held?.index !== index) held = { index, bytes: await readFile(join(path, pieceName(index))) }
    return held.bytes
  }
  return {
    size,
    read: async (offset, length) => {
      if (offset + length > size) throw new RangeError('source is shorter')
      const parts: Buffer[] = []
      for (let at = offset; at < offset + length;) {
        const index = Math.floor(at / pieceSize)
        const from = at - index * pieceSize
        const part = Math.min(pieceSize - from, offset + length - at)
        const bytes = (await pieceAt(index)).subarray(from, from + part)
        if (bytes.length < part) throw new RangeError('source is shorter')
        parts.push(bytes)
        at += part
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
    },
    close: async () => undefined,
  }
}

/** SHA-256 of a range of a file, fed to `written` as it is read. @throws RangeError if the file is shorter */
export async function readRangeOf(
  path: string,
  from: number,
  length: number,
  written: (piece: Buffer) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  const stream = createReadStream(path, { start: from, end: from + length - 1, highWaterMark: 1 << 20 })
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece)
    size += piece.length
    await written(piece)
  }
  if (size !== length) throw new RangeError('a file became shorter while it was copied')
  return hash.digest('hex')
}
