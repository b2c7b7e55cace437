import { randomBytes } from 'node:crypto'
import { decrypt, deriveSubkey, encrypt, gcmSizes } from '../vault/gcm'
import { encodeFrame, frameKinds, salvageFrames, type Frame } from './frames'

/** Bytes of the magic at the start of every log file. */
export const magicSize = 16
const fileIdSize = 16
const ordinalSize = 8

/** Set in the kind of a frame whose payload is encrypted. */
const sealedBit = 0x80
/**
 * Set in the kind of a frame that says, before its content and encrypted with it, under which number of the profile's
 * lock it was written. A version that knows no such numbers meets a kind that it does not know.
 */
const fencedBit = 0x40
const fenceSize = 8

/** What is put into a frame; `fence` is the number of the lock under which it is written. */
export type FrameContent = Pick<Frame, 'kind' | 'payload'> & { readonly fence?: number | undefined }
/** What was in it; older frames have no number. */
export type DecodedFrame = Frame & { readonly fence?: number }

/** How frames stand in a log file: what is before them, and what their payloads look like on the disk. */
export type LogFormat = {
  readonly magic: Buffer
  readonly headerSize: number
  /** Whether frames are written with the number of the profile's lock. */
  readonly isFenced: boolean
  /** A header for a new file, unlike that of any other. */
  readonly newHeader: () => Buffer
  /** The frame as it is written behind `header` as number `ordinal` (from 0). */
  readonly encode: (header: Buffer, ordinal: number, content: FrameContent) => Buffer
  /**
   * The frame as it was given to `encode`; null if it is not what stood there. Without `place` any file and number
   * will do: for what is gathered out of a damaged file.
   */
  readonly decode: (frame: Frame, place?: { readonly header: Buffer; readonly ordinal: number }) => DecodedFrame | null
}

/** The format in which a log is written, and those in which it may be found. */
export type LogFormats = { readonly current: LogFormat; readonly readable: readonly LogFormat[] }

/** Bytes before the first frame of a log with this magic; those of an encrypted one unless it is of version 1. */
export const headerSizeOf = (magic: Buffer): number =>
  magic.subarray(-3).toString('latin1') === '-1\n' ? magicSize : magicSize + fileIdSize

/** Header of a new encrypted log: the magic and a random id. It needs no key. */
export const newSealedHeader = (magic: Buffer): Buffer => Buffer.concat([magic, randomBytes(fileIdSize)])

/**
 * Encrypted frames: the payload is the file's id, the frame's number, a nonce and the ciphertext with its tag, under a
 * key of this very file. Purpose, file, number and kind are authenticated, so that a frame that is swapped, repeated or
 * taken from another file does not open. The nonce is random: a counter would serve twice after a cut or an older copy.
 * With `isFenced` each frame has the number of the lock under which it was written.
 */
export function sealedLog(magic: Buffer, key: Uint8Array, purpose: string, isFenced = false): LogFormat {
  const keys = new Map<string, Buffer>()
  const keyOf = (fileId: Buffer): Buffer => {
    const name = fileId.toString('hex')
    const known = keys.get(name) ?? deriveSubkey(key, 'lianshen/log-file/1', fileId)
    keys.set(name, known)
    return known
  }
  const aad = (place: Uint8Array, kind: number): Buffer =>
    Buffer.concat([Buffer.from(`${purpose}/`), place, Buffer.from([kind])])
  return {
    magic,
    headerSize: magicSize + fileIdSize,
    isFenced,
    newHeader: () => newSealedHeader(magic),
    encode: (header, ordinal, { kind: plainKind, payload, fence }) => {
      const place = placeOf(header, ordinal)
      const nonce = randomBytes(gcmSizes.nonce)
      const kind = fence === undefined ? plainKind : plainKind | fencedBit
      const content = fence === undefined ? payload : Buffer.concat([numberOf(fence), payload])
      const sealed = encrypt(keyOf(fileIdOf(header)), nonce, content, aad(place, kind))
      return encodeFrame(kind | sealedBit, Buffer.concat([place, nonce, sealed]))
    },
    decode: (frame, expected) => {
      const placeEnd = fileIdSize + ordinalSize
      const place = frame.payload.subarray(0, placeEnd)
      if ((frame.kind & sealedBit) === 0 || place.length < placeEnd) return null
      if (expected !== undefined && !place.equals(placeOf(expected.header, expected.ordinal))) return null
      const nonce = frame.payload.subarray(placeEnd, placeEnd + gcmSizes.nonce)
      const sealed = frame.payload.subarray(placeEnd + gcmSizes.nonce)
      const kind = frame.kind & ~sealedBit
      const payload = decrypt(keyOf(place.subarray(0, fileIdSize)), nonce, sealed, aad(place, kind))
      return payload === null ? null : unfenced({ ...frame, kind, payload })
    },
  }
}

/** Frames in the open, as versions before 0.2 wrote them. Read once, to be converted; never written. */
export const plainLog = (magic: Buffer): LogFormat => ({
  magic,
  headerSize: magicSize,
  isFenced: false,
  newHeader: () => magic,
  encode: () => {
    throw new Error('nothing is written in the open')
  },
  decode: (frame) => ((frame.kind & sealedBit) === 0 ? frame : null),
})

/** The bytes of a log file that holds these frames. */
export function encodeLog(format: LogFormat, contents: readonly FrameContent[]): Buffer {
  const header = format.newHeader()
  return Buffer.concat([header, ...contents.map((content, ordinal) => format.encode(header, ordinal, content))])
}

/** The format of these bytes by their magic; null if it is none of them. */
export const formatOf = (bytes: Buffer, formats: LogFormats): LogFormat | null =>
  formats.readable.find(({ magic }) => bytes.subarray(0, magicSize).equals(magic)) ?? null

/** Every frame that can be read out of the bytes of a log, also behind a damage, whatever its header says. */
export function salvageLog(bytes: Buffer, formats: LogFormats): readonly DecodedFrame[] {
  const { headerSize } = formatOf(bytes, formats) ?? formats.current
  return salvageFrames(bytes, headerSize).flatMap((frame) => {
    for (const format of formats.readable) {
      const decoded = format.decode(frame)
      if (decoded !== null) return [decoded]
    }
    return []
  })
}

const fileIdOf = (header: Buffer): Buffer => header.subarray(magicSize, magicSize + fileIdSize)

const placeOf = (header: Buffer, ordinal: number): Buffer => Buffer.concat([fileIdOf(header), numberOf(ordinal)])

/** Eight bytes, big-endian. */
function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(ordinalSize)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** Takes the number of the lock off a content that begins with one. A kind that is not known stays as it is. */
function unfenced(frame: Frame): DecodedFrame | null {
  const isKnown = Object.values<number>(frameKinds).includes(frame.kind & ~fencedBit)
  if ((frame.kind & fencedBit) === 0 || !isKnown) return frame
  if (frame.payload.length < fenceSize) return null
  const fence = Number(frame.payload.readBigUInt64BE())
  return { ...frame, kind: frame.kind & ~fencedBit, payload: frame.payload.subarray(fenceSize), fence }
}
