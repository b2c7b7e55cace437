import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { makeFolder, writeDurably } from '../files/durable-file'
import { guardOf, mayWrite } from '../files/guarded-folder'
import { named } from '../files/named-failure'
import { FileWatch, wholeSegment } from './file-watch'
import { holdsSegments, sizeOfSegments, type Segment } from './segments'
import { frameOf, scanFrames, type Frame, type Scan } from './frames'
import { readFrames, type ReadTail } from './read-frames'
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

/** Pieces of a file of which each has a hash of its own; more are hashed as one when they are read. */
const fewSegments = 30

/** Another program wrote into the file, cut it or put another in its place: nothing more is written into it. */
export class ForeignChange extends Error {
  override readonly name = 'ForeignChange'
}

/**
 * The beginning of a log as it was read before: frames that nobody needs to read again while their bytes are the same.
 */
export type KnownPrefix = {
  readonly header: Buffer
  readonly segments: readonly Segment[]
  /** Where its last frame lies; null if it has none. */
  readonly last: FramePlace | null
  /** The highest of its frames. */
  readonly fence: number
}

/** Who takes the frames of a log that is opened. */
export type FrameTaker = {
  /** Called once, before the first frame: whether it follows on what is known. */
  readonly begin?: (isKnown: boolean) => void | Promise<void>
  readonly take: (frame: StoredFrame) => void | Promise<void>
}

/** An append-only file of checksummed frames behind a magic header. Callers serialise their appends. */
export class FrameFile {
  #end: number
  #last: FramePlace | null
  #fence: number
  #broken = false
  #isForeign = false

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly format: LogFormat,
    readonly header: Buffer,
    private readonly watch: FileWatch,
    read: { readonly end: number; readonly last: FramePlace | null; readonly fence: number },
    private found: FrameFileState,
    /** One in a format of the past is never written to. */
    private readonly isCurrent: boolean,
    /** Frames that were not read when the file was opened. */
    private known: KnownPrefix | null,
  ) {
    this.#end = read.end
    this.#last = read.last
    this.#fence = read.fence
  }

  /** How it was found. A damaged file is never written to again. */
  get state(): FrameFileState {
    return this.found
  }

  /** What was not read and not yet compared, in bytes; 0 if everything is known to be as it was written. */
  get unread(): number {
    return this.known === null ? 0 : sizeOfSegments(this.known.segments)
  }

  /** A new file: its header, and frames behind it if there are any. */
  static async create(path: string, content: Buffer): Promise<void> {
    await writeDurably(path, content)
  }

  /**
   * Opens the file, reads and decrypts it frame by frame. An interrupted last frame is kept aside and cut off; any
   * other damage, and a frame that is not the one that was written there, is copied aside and the file left as it is.
   * @param known what was read of it before: if the file begins as that did and ends it with the same frame, only what
   * follows is read, and whether the bytes before are the same is for `holdsKnown` to say. Anything that is odd makes
   * it read whole.
   */
  static async open(
    path: string,
    formats: LogFormats,
    asideFolder: string,
    taker: FrameTaker,
    known: KnownPrefix | null = null,
  ): Promise<FrameFile> {
    const handle = await open(path, 'r+')
    try {
      const found = await handle.stat({ bigint: true })
      const size = Number(found.size)
      const rest = known === null ? null : await readBehind(handle, size, known, formats.current)
      if (known !== null && rest !== null) {
        const { frames, end, bytes, tail } = rest
        const state = await settleTail(path, handle, { end, tail }, asideFolder)
        await taker.begin?.(true)
        for (const frame of frames) await taker.take(frame)
        const segments = [...known.segments, ...wholeSegment(bytes.subarray(0, end - sizeOfSegments(known.segments)))]
        const watch = new FileWatch(path, segments, tail === 'clean' ? found : null)
        const last = frames.at(-1) ?? known.last
        const read = { end, last, fence: rest.fence }
        return new FrameFile(path, handle, formats.current, known.header, watch, read, state, true, known)
      }
      await taker.begin?.(false)
      const start = await readStart(handle, size)
      const format = formatOf(start, formats)
      const used = format ?? formats.current
      const header = Buffer.from(start.subarray(0, used.headerSize))
      const read =
        format === null || header.length < format.headerSize
          ? { end: 0, tail: 'damaged' as const, fence: 0, last: null, sha256: '' }
          : await readWhole(handle, size, format, header, taker)
      const state = await settleTail(path, handle, read, asideFolder)
      const segments = read.end === 0 ? [] : [{ size: read.end, sha256: read.sha256 }]
      const watch = new FileWatch(path, segments, state.kind === 'torn' ? null : found)
      return new FrameFile(path, handle, used, header, watch, read, state, format === formats.current, null)
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
    return { header: this.header, segments: this.watch.segments, last: this.#last, fence: this.#fence }
  }

  /**
   * Whether the bytes that were not read at opening are those that were verified before. Reads them all, lets others
   * have their turn, and is not done again in this run. @throws an error of the file system
   */
  async holdsKnown(): Promise<boolean> {
    const { known } = this
    if (known === null) return true
    const { segments } = known
    // Every opening adds one: many become one while they are read anyway.
    const whole = segments.length > fewSegments ? createHash('sha256') : null
    const isSame = await holdsSegments(this.handle, segments, (bytes) => whole?.update(bytes))
    if (isSame && this.known !== null) {
      this.known = null
      if (whole !== null) {
        this.watch.unite(segments.length, { size: sizeOfSegments(segments), sha256: whole.digest('hex') })
      }
    }
    return isSame
  }

  /**
   * Reads the whole file again, whatever is known of it. `take` is handed each frame that is the one that was written
   * in its place; where that ends before the end of what was appended, the file is damaged: it is copied aside, and
   * nothing more is written into it. @returns where the good frames end
   */
  async readAgain(take: (frame: StoredFrame) => void | Promise<void>, asideFolder: string): Promise<number> {
    const end = this.#end
    const read = await readWhole(this.handle, end, this.format, this.header, { take })
    if (read.tail === 'clean') {
      this.known = null
      return read.end
    }
    // What was acknowledged and is cut off now is damage, never an interrupted writing.
    this.found = await settleTail(this.path, this.handle, { end: read.end, tail: 'damaged' }, asideFolder)
    return read.end
  }

  get isWritable(): boolean {
    return this.isCurrent && this.found.kind !== 'damaged' && !this.#broken && !this.#isForeign
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
    const ordinal = (this.#last?.ordinal ?? -1) + 1
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
    this.#last = { offset, size: frame.length, ordinal }
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
 * The frames behind a prefix that begins and ends as it did; null if it does not, or if what follows is more than whole
 * frames and one whose writing was interrupted.
 */
async function readBehind(
  handle: FileHandle,
  size: number,
  { header, segments, last, fence }: KnownPrefix,
  format: LogFormat,
): Promise<(LogScan & { readonly fence: number; readonly bytes: Buffer }) | null> {
  const from = sizeOfSegments(segments)
  const isOfFormat = header.length === format.headerSize && header.subarray(0, magicSize).equals(format.magic)
  if (!isOfFormat || from < header.length || from > size) return null
  const begins = await readRange(handle, 0, header.length)
  if (!begins.equals(header) || !(await endsWith(handle, { header, last, from }, format))) return null
  const bytes = await readRange(handle, from, size - from)
  if (bytes.length !== size - from) return null
  const ordinal = (last?.ordinal ?? -1) + 1
  const scan = decodeFrames(scanFrames(bytes, from, from), format, { header, ordinal, fence })
  if (scan.tail === 'damaged') return null
  return { ...scan, fence: highestFence(scan.frames, fence), bytes }
}

/** Whether the last frame of a prefix is the one that was written there: it is under the key, and has its number. */
async function endsWith(
  handle: FileHandle,
  { header, last, from }: { readonly header: Buffer; readonly last: FramePlace | null; readonly from: number },
  format: LogFormat,
): Promise<boolean> {
  if (last === null) return from === header.length
  if (last.offset + last.size !== from) return false
  const frame = frameOf(await readRange(handle, last.offset, last.size))
  return frame !== null && format.decode(frame, { header, ordinal: last.ordinal }) !== null
}

/** As many of these bytes as there are. */
async function readRange(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, offset)
  return bytes.subarray(0, bytesRead)
}

/** The first bytes of a file: as many as the longest header has. */
const readStart = (handle: FileHandle, size: number): Promise<Buffer> =>
  readRange(handle, 0, Math.min(size, magicSize * 2))

/** Every frame behind the header, as far as each is the one that was written in its place. */
async function readWhole(
  handle: FileHandle,
  size: number,
  format: LogFormat,
  header: Buffer,
  { take }: Pick<FrameTaker, 'take'>,
): Promise<ReadTail & { readonly fence: number; readonly last: FramePlace | null; readonly sha256: string }> {
  const hash = createHash('sha256').update(header)
  let fence = 0
  let last: FramePlace | null = null
  const frames = readFrames(handle, header.length, size)
  for (;;) {
    const next = await frames.next()
    if (next.done === true) return { ...next.value, fence, last, sha256: hash.digest('hex') }
    const ordinal: number = last === null ? 0 : last.ordinal + 1
    const frame = decodeAt(next.value, format, header, ordinal, fence)
    if (frame === null) {
      return { end: endOf(last, header), tail: 'damaged', fence, last, sha256: hash.digest('hex') }
    }
    hash.update(next.value.bytes)
    fence = frame.fence ?? fence
    last = { offset: frame.offset, size: frame.size, ordinal: frame.ordinal }
    await take(frame)
  }
}

const endOf = (last: FramePlace | null, header: Buffer): number =>
  last === null ? header.length : last.offset + last.size

const highestFence = (frames: readonly StoredFrame[], before: number): number =>
  frames.reduce((highest, frame) => Math.max(highest, frame.fence ?? 0), before)

type LogScan = Omit<Scan, 'frames'> & { readonly frames: readonly StoredFrame[] }

/** The frames of a file, decrypted, as far as each is the one that was written in its place. */
export function scanLog(bytes: Buffer, format: LogFormat): LogScan {
  if (bytes.length < format.headerSize) return { frames: [], end: 0, tail: 'damaged' }
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
    const decoded = decodeAt(frame, format, header, first + index, highest)
    if (decoded === null) return { frames, end: frame.offset, tail: 'damaged' }
    highest = decoded.fence ?? highest
    frames.push(decoded)
  }
  return { ...scan, frames }
}

/**
 * A frame as it was written in this place; null if it is another, or was written by a process behind the back of
 * whoever had taken the profile from it.
 */
function decodeAt(frame: Frame, format: LogFormat, header: Buffer, ordinal: number, fence: number): StoredFrame | null {
  const decoded = format.decode(frame, { header, ordinal })
  if (decoded === null || (decoded.fence ?? fence) < fence) return null
  return { ...decoded, ordinal }
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
  { end, tail }: Pick<Scan, 'end' | 'tail'>,
  asideFolder: string,
): Promise<FrameFileState> {
  if (tail === 'clean') return { kind: 'clean' }
  await mayWrite(path)
  await makeFolder(asideFolder)
  const { size } = await handle.stat()
  const name = `${basename(path)}-${(await digestOfRange(handle, 0, size)).slice(0, 12)}`
  if (tail === 'torn') {
    const aside = join(asideFolder, `${name}.tail`)
    await writeDurably(aside, (target) => copyRange(handle, end, size, target))
    await handle.truncate(end)
    await handle.sync()
    return { kind: 'torn', aside }
  }
  const aside = join(asideFolder, `${name}.damaged`)
  await writeDurably(aside, (target) => copyRange(handle, 0, size, target))
  return { kind: 'damaged', aside, offset: end }
}

const pieceSize = 1 << 20

async function digestOfRange(handle: FileHandle, from: number, to: number): Promise<string> {
  const hash = createHash('sha256')
  for (let at = from; at < to; at += pieceSize) {
    hash.update(await readRange(handle, at, Math.min(pieceSize, to - at)))
  }
  return hash.digest('hex')
}

/** Copies a range into a new file; answers the SHA-256 of what it copied. */
async function copyRange(handle: FileHandle, from: number, to: number, target: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  for (let at = from; at < to; at += pieceSize) {
    const piece = await readRange(handle, at, Math.min(pieceSize, to - at))
    hash.update(piece)
    await target.writeFile(piece)
  }
  return hash.digest('hex')
}
