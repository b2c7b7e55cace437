import { createHash } from 'node:crypto'
import { z } from 'zod'
import { writeDurably } from '../files/durable-file'
import { sealedSource, writeSealed, type FileSeal } from '../vault/sealed-file'

const instant = z.iso.datetime().nullable()

const markSchema = z.strictObject({
  /** What of the journal's file is its alone: the header, hexadecimal. */
  header: z.string(),
  /** Bytes of the journal when the mark was made. */
  size: z.int().min(0),
  /** When every byte of the journal was last compared with what was verified of it, or read. */
  comparedAt: instant,
  /** When everything was last read and verified anew, signatures and all. */
  verifiedAt: instant,
  /** Records that there were then. */
  verifiedCount: z.int().min(0),
})

/**
 * When a journal was last looked over. Nothing is skipped because of it: it is told to people, and says when it is time
 * again.
 */
export type VerifiedMark = Readonly<z.infer<typeof markSchema>>

/** Where the mark lies, and under which key. */
export type MarkPlace = { readonly path: string; readonly key: Uint8Array }

const sealOf = (key: Uint8Array): FileSeal => ({ key, what: 'verified-mark/1' })

/** Far more than a mark takes. */
const largest = 10_000

/** Writes the mark in the place of the one before. @throws an error of the file system, `profile.lost` */
export async function writeMark({ path, key }: MarkPlace, mark: VerifiedMark): Promise<void> {
  await writeDurably(path, async (handle) => {
    const hash = createHash('sha256')
    await writeSealed(handle, sealOf(key), [Buffer.from(JSON.stringify(mark))], (bytes) => hash.update(bytes))
    return hash.digest('hex')
  })
}

/**
 * The mark of this very journal, as it was written; null if there is none, or if it is another key's, another
 * journal's, of one that was longer, or damaged.
 */
export async function readMark(
  { path, key }: MarkPlace,
  { header, size }: Pick<VerifiedMark, 'header' | 'size'>,
): Promise<VerifiedMark | null> {
  try {
    const source = await sealedSource(path, sealOf(key), () => new Error('no mark'))
    try {
      const text = (await source.read(0, Math.min(source.size, largest))).toString('utf8')
      const mark = markSchema.parse(JSON.parse(text))
      return mark.header === header && mark.size <= size ? mark : null
    } finally {
      await source.close()
    }
  } catch {
    // Whoever asks is told that it is not known.
    return null
  }
}
