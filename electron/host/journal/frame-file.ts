import { copyFile, mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { digestOf, syncFolder, writeDurably } from '../files/durable-file'
import { encodeFrame, payloadOf, scanFrames, type Frame, type Scan } from './frames'

export type FramePlace = Pick<Frame, 'offset' | 'size'>

/** How the file was found when it was opened. `aside` names the copy of what was cut off or damaged. */
export type FrameFileState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'torn'; readonly aside: string }
  | { readonly kind: 'damaged'; readonly aside: string; readonly offset: number }

/** An append-only file of checksummed frames behind a magic header. Callers serialise their appends. */
export class FrameFile {
  #end: number
  #broken = false

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    end: number,
    /** A damaged file is never written to again. */
    readonly state: FrameFileState,
  ) {
    this.#end = end
  }

  /** A new file: its header, and frames behind it if there are any. */
  static async create(path: string, content: Buffer): Promise<void> {
    await writeDurably(path, content)
  }

  /**
   * Opens and reads the whole file. An interrupted last frame is kept aside and cut off; any other damage is copied
   * aside and the file left as it is.
   */
  static async open(
    path: string,
    magic: Buffer,
    asideFolder: string,
  ): Promise<{ readonly file: FrameFile; readonly frames: readonly Frame[] }> {
    const bytes = await readFile(path)
    const scan: Scan = bytes.subarray(0, magic.length).equals(magic)
      ? scanFrames(bytes, magic.length)
      : { frames: [], end: 0, tail: 'damaged' }
    const handle = await open(path, 'r+')
    try {
      const state = await settleTail(path, handle, bytes, scan, asideFolder)
      return { file: new FrameFile(path, handle, scan.end, state), frames: scan.frames }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Bytes of the readable file. */
  get size(): number {
    return this.#end
  }

  get isWritable(): boolean {
    return this.state.kind !== 'damaged' && !this.#broken
  }

  /** Appends one frame and answers once it is on the disk. A failed append leaves the file as it was. */
  async append(kind: number, payload: Uint8Array): Promise<FramePlace> {
    if (!this.isWritable) throw new Error(`${this.path} is not writable`)
    const frame = encodeFrame(kind, payload)
    const offset = this.#end
    try {
      await writeWhole(this.handle, frame, offset)
    } catch (error) {
      await this.cutBack(offset)
      throw error
    }
    try {
      await this.handle.datasync()
    } catch (error) {
      // After a failed sync nobody knows what the disk holds; only a fresh start reads it again.
      this.#broken = true
      throw error
    }
    this.#end = offset + frame.length
    return { offset, size: frame.length }
  }

  async read({ offset, size }: FramePlace): Promise<Buffer> {
    const bytes = Buffer.alloc(size)
    const { bytesRead } = await this.handle.read(bytes, 0, size, offset)
    return payloadOf(bytes.subarray(0, bytesRead))
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
  scan: Scan,
  asideFolder: string,
): Promise<FrameFileState> {
  if (scan.tail === 'clean') return { kind: 'clean' }
  await mkdir(asideFolder, { recursive: true })
  const name = `${basename(path)}-${digestOf(bytes).sha256.slice(0, 12)}`
  if (scan.tail === 'torn') {
    const aside = join(asideFolder, `${name}.tail`)
    await writeDurably(aside, bytes.subarray(scan.end))
    await handle.truncate(scan.end)
    await handle.sync()
    return { kind: 'torn', aside }
  }
  const aside = join(asideFolder, `${name}.damaged`)
  await copyFile(path, aside)
  await syncFolder(dirname(aside))
  return { kind: 'damaged', aside, offset: scan.end }
}
