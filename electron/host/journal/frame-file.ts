import { open, readFile, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { digestOf, makeFolder, writeDurably } from '../files/durable-file'
import { guardOf, mayWrite } from '../files/guarded-folder'
import { named } from '../files/named-failure'
import { FileWatch, wholeSegment } from './file-watch'
import { holdsSegments, sizeOfSegments, type Segment } from './segments'
import { frameOf, scanFrames, type Frame, type Scan } from './frames'
import { formatOf, magicSize, type DecodedFrame, type LogFormat, type LogFormats } from './log-format'

export type FramePlace = Pick<Frame, 'offset' | 'size'> & {
  /** Which frame of its file it is, from 0. */
  readonly ordinal: number
}
export type StoredFrame = DecodedFrame & FramePlace

/** How the file was found when it was opened. `aside` names the copy of what was cut off or damaged. */
export type FrameFileState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'torn'; readonly aside: string }
  | { readonly kind: 'damaged'; readonly aside: string; readonly offset: number }

/** Another program wrote into the file, cut it or put another in its place: nothing more is written into it. */
export class ForeignChange extends Error {
  override readonly name = 'ForeignChange'
}

/** The beginning of a log as it was read before: frames that nobody needs to read again while their bytes are the same. */
export type KnownPrefix = {
  readonly header: Buffer
  readonly segments: readonly Segment[]
  readonly frameCount: number
  /** Of the last frame. */
  readonly fence: number
}

/** An append-only file of checksummed frames behind a magic header. Callers serialise their appends. */
export class FrameFile {
  #end: number
  #nextOrdinal: number
  #fence: number
  #broken = false
  #isForeign = false

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly format: LogFormat,
    private readonly header: Buffer,
    private readonly watch: FileWatch,
    read: { readonly end: number; readonly frameCount: number; readonly fence: number },
    /** A damaged file is never written to again. */
    readonly state: FrameFileState,
    /** Nor is one in a format of the past. */
    private readonly isCurrent: boolean,
  ) {
    this.#end = read.end
    this.#nextOrdinal = read.frameCount
    this.#fence = read.fence
  }

  /** A new file: its header, and frames behind it if there are any. */
  static async create(path: string, content: Buffer): Promise<void> {
    await writeDurably(path, content)
  }

  /**
   * Opens, reads and decrypts the whole file. An interrupted last frame is kept aside and cut off; any other damage, and a frame that is
   * not the one that was written there, is copied aside and the file left as it is.
   * @param known what was read of it before: if the file begins with the very same bytes, only what follows is read, and
   * `isKnown` says so. Anything else that is odd makes it read whole.
   */
  static async open(
    path: string,
    formats: LogFormats,
    asideFolder: string,
    known: KnownPrefix | null = null,
  ): Promise<{ readonly file: FrameFile; readonly frames: readonly StoredFrame[]; readonly isKnown: boolean }> {
    const handle = await open(path, 'r+')
    try {
      const found = await handle.stat({ bigint: true })
      const rest = known === null ? null : await readBehind(handle, Number(found.size), known, formats.current)
      if (known !== null && rest !== null) {
        const { frames, end, bytes } = rest
        const watch = new FileWatch(path, [...known.segments, ...wholeSegment(bytes)], found)
        const read = { end, frameCount: known.frameCount + frames.length, fence: rest.fence }
        const { header } = known
        const file = new FrameFile(path, handle, formats.current, header, watch, read, { kind: 'clean' }, true)
        return { file, frames, isKnown: true }
      }
      const bytes = await readFile(path)
      const format = formatOf(bytes, formats)
      const scan = format === null ? nothingReadable : scanLog(bytes, format)
      const state = await settleTail(path, handle, bytes, scan, asideFolder)
      const used = format ?? formats.current
      const header = Buffer.from(bytes.subarray(0, used.headerSize))
      const isCut = state.kind === 'torn'
      const segments = wholeSegment(bytes.subarray(0, isCut ? scan.end : bytes.length))
      const watch = new FileWatch(path, segments, isCut ? null : found)
      const read = { end: scan.end, frameCount: scan.frames.length, fence: highestFence(scan.frames, 0) }
      const file = new FrameFile(path, handle, used, header, watch, read, state, format === formats.current)
      return { file, frames: scan.frames, isKnown: false }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Bytes of the readable file. */
  get size(): number {
    return this.#end
  }

  /** What of the file is behind us, to know it again: null of one that is not whole. */
  get prefix(): KnownPrefix | null {
    if (!this.isWritable) return null
    return { header: this.header, segments: this.watch.segments, frameCount: this.#nextOrdinal, fence: this.#fence }
  }

  get isWritable(): boolean {
    return this.isCurrent && this.state.kind !== 'damaged' && !this.#broken && !this.#isForeign
  }

  /** Looks whether the file is as this process left it. @throws ForeignChange, or an error of the file system */
  async look(): Promise<void> {
    if (!this.#isForeign && (await this.watch.isUntouched())) return
    this.#isForeign = true
    // Whoever took the profile may have changed it rightly: that is the word for it then.
    await mayWrite(this.path)
    throw new ForeignChange(this.path)
  }

  /**
   * Appends one frame and answers once it is on the disk, in the file of this name, and this process still holds the
   * profile. A failed append leaves the file as it was.
   * @throws ForeignChange, `profile.lost`, or an error of the file system
   */
  async append(kind: number, payload: Buffer): Promise<FramePlace> {
    if (!this.isWritable) throw new Error(`${this.path} is not writable`)
    await mayWrite(this.path)
    await this.look()
    const ordinal = this.#nextOrdinal
    const fence = this.format.isFenced ? guardOf(this.path)?.number : undefined
    const frame = this.format.encode(this.header, ordinal, { kind, payload, fence })
    const offset = this.#end
    try {
      await writeWhole(this.handle, frame, offset)
    } catch (error) {
      await this.cutBack(offset)
      throw named(error, this.path)
    }
    try {
      await this.handle.datasync()
    } catch (error) {
      // After a failed sync nobody knows what the disk holds; only a fresh start reads it again.
      this.#broken = true
      throw named(error, this.path)
    }
    this.#end = offset + frame.length
    this.#nextOrdinal = ordinal + 1
    this.#fence = Math.max(this.#fence, fence ?? 0)
    this.watch.wrote(frame)
    try {
      await this.look()
      await mayWrite(this.path)
    } catch (error) {
      // Written, perhaps into a file that nobody reads: not to be called saved, and not to be built on.
      this.#broken = true
      throw named(error, this.path)
    }
    return { offset, size: frame.length, ordinal }
  }

  /** @throws RangeError if the frame is no longer the one that was indexed */
  async read({ offset, size, ordinal }: FramePlace): Promise<DecodedFrame> {
    const bytes = Buffer.alloc(size)
    const { bytesRead } = await this.handle.read(bytes, 0, size, offset)
    const frame = frameOf(bytes.subarray(0, bytesRead))
    const decoded = frame === null ? null : this.format.decode(frame, { header: this.header, ordinal })
    if (decoded === null) throw new RangeError('a frame changed on the disk')
    return decoded
  }

  async close(): Promise<void> {
    await this.handle.close()
  }

  private async cutBack(length: number): Promise<void> {
    try {
      await this.handle.truncate(length)
      await this.handle.datasync()
    } catch {
      this.#broken = true
    }
  }
}

/**
 * The frames behind a prefix whose bytes are still the same; null if they are not, or if what follows is not whole frames
 * to the end.
 */
async function readBehind(
  handle: FileHandle,
  size: number,
  { header, segments, frameCount, fence }: KnownPrefix,
  format: LogFormat,
): Promise<(Pick<LogScan, 'frames' | 'end'> & { readonly fence: number; readonly bytes: Buffer }) | null> {
  const from = sizeOfSegments(segments)
  const isOfFormat = header.length === format.headerSize && header.subarray(0, magicSize).equals(format.magic)
  if (!isOfFormat || from < header.length || from > size) return null
  const begins = Buffer.alloc(header.length)
  await handle.read(begins, 0, begins.length, 0)
  if (!begins.equals(header) || !(await holdsSegments(handle, segments))) return null
  const bytes = Buffer.alloc(size - from)
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
  if (bytesRead !== bytes.length) return null
  const scan = decodeFrames(scanFrames(bytes, from, from), format, { header, ordinal: frameCount, fence })
  if (scan.tail !== 'clean') return null
  return { frames: scan.frames, end: scan.end, fence: highestFence(scan.frames, fence), bytes }
}

const highestFence = (frames: readonly StoredFrame[], before: number): number =>
  frames.reduce((highest, frame) => Math.max(highest, frame.fence ?? 0), before)

const nothingReadable: LogScan = { frames: [], end: 0, tail: 'damaged' }

type LogScan = Omit<Scan, 'frames'> & { readonly frames: readonly StoredFrame[] }

/** The frames of a file, decrypted, as far as each is the one that was written in its place. */
export function scanLog(bytes: Buffer, format: LogFormat): LogScan {
  if (bytes.length < format.headerSize) return nothingReadable
  const header = bytes.subarray(0, format.headerSize)
  return decodeFrames(scanFrames(bytes, format.headerSize), format, { header, ordinal: 0, fence: 0 })
}

/** `from`: what is before the first of these frames. */
function decodeFrames(
  scan: Scan,
  format: LogFormat,
  { header, ordinal: first, fence }: { readonly header: Buffer; readonly ordinal: number; readonly fence: number },
): LogScan {
  const frames: StoredFrame[] = []
  let highest = fence
  for (const [index, frame] of scan.frames.entries()) {
    const ordinal = first + index
    const decoded = format.decode(frame, { header, ordinal })
    // Nor does one count that was written by a process behind the back of whoever had taken the profile from it.
    if (decoded === null || (decoded.fence ?? highest) < highest) return { frames, end: frame.offset, tail: 'damaged' }
    highest = decoded.fence ?? highest
    frames.push({ ...decoded, ordinal })
  }
  return { ...scan, frames }
}

async function writeWhole(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function settleTail(
  path: string,
  handle: FileHandle,
  bytes: Buffer,
  scan: Pick<Scan, 'end' | 'tail'>,
  asideFolder: string,
): Promise<FrameFileState> {
  if (scan.tail === 'clean') return { kind: 'clean' }
  await mayWrite(path)
  await makeFolder(asideFolder)
  const name = `${basename(path)}-${digestOf(bytes).sha256.slice(0, 12)}`
  if (scan.tail === 'torn') {
    const aside = join(asideFolder, `${name}.tail`)
    await writeDurably(aside, bytes.subarray(scan.end))
    await handle.truncate(scan.end)
    await handle.sync()
    return { kind: 'torn', aside }
  }
  const aside = join(asideFolder, `${name}.damaged`)
  await writeDurably(aside, bytes)
  return { kind: 'damaged', aside, offset: scan.end }
}
