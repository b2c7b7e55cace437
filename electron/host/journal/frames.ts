import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/*
 * A frame: header of 16 bytes (u32 marker, u8 kind, 3 zero bytes, u32 length of the payload, u32 CRC-32 of the
 * 12 bytes before), payload, SHA-256 of header and payload. All numbers big-endian. The header has its own checksum
 * so that a damaged length is told apart from a frame that was cut off.
 */
const marker = 0x4c534652
const sign = Buffer.from('LSFR', 'latin1')
const headerSize = 16
const checksumSize = 32

/** Bytes around the payload of a frame. */
export const frameSizes = { header: headerSize, checksum: checksumSize } as const

/** Kinds of frames. A reader that meets another one is older than the file. */
export const frameKinds = { records: 1, draft: 2, draftDeleted: 3, packedRecords: 4, tersePackedRecords: 5 } as const

export type Frame = { readonly kind: number; readonly payload: Buffer; readonly offset: number; readonly size: number }

export type Scan = {
  readonly frames: readonly Frame[]
  /** Length of the readable prefix. */
  readonly end: number
  /**
   * What follows it: nothing; a last frame whose writing was interrupted (never acknowledged); or damage, which
   * is anything else.
   */
  readonly tail: 'clean' | 'torn' | 'damaged'
}

export function encodeFrame(kind: number, payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(headerSize + payload.length + checksumSize)
  frame.writeUInt32BE(marker, 0)
  frame.writeUInt8(kind, 4)
  frame.writeUInt32BE(payload.length, 8)
  frame.writeUInt32BE(crc32(frame.subarray(0, 12)), 12)
  frame.set(payload, headerSize)
  checksumOf(frame.subarray(0, headerSize + payload.length)).copy(frame, headerSize + payload.length)
  return frame
}

/**
 * Reads frames from `start` as far as they are whole. Never throws: what does not fit is the tail. `base` is the place
 * in the file of the first of these bytes.
 */
export function scanFrames(file: Buffer, start: number, base = 0): Scan {
  const frames: Frame[] = []
  let offset = start
  while (offset - base < file.length) {
    const frame = readFrame(file.subarray(offset - base), offset)
    if (typeof frame === 'string') return { frames, end: offset, tail: frame }
    frames.push(frame)
    offset += frame.size
  }
  return { frames, end: offset, tail: 'clean' }
}

/** The one frame of these bytes; null if they are not whole. */
export function frameOf(bytes: Buffer): Frame | null {
  const frame = readFrame(bytes, 0)
  return typeof frame === 'string' ? null : frame
}

/**
 * The frame that begins at `offset` of a file, `rest` being the file from there on; or what stands there instead, as
 * the tail of `Scan`.
 */
export function readFrame(rest: Buffer, offset: number): Frame | 'torn' | 'damaged' {
  if (isZero(rest)) return 'torn'
  if (rest.length < headerSize) return isPrefixOfHeader(rest) ? 'torn' : 'damaged'
  const header = readHeader(rest)
  if (header === null) return isBegunOnly(rest, offset) ? 'torn' : 'damaged'
  const end = headerSize + header.payloadLength
  const size = end + checksumSize
  if (rest.length < size) return 'torn'
  const checksum = rest.subarray(end, size)
  if (!checksumOf(rest.subarray(0, end)).equals(checksum)) {
    return rest.length === size && lacksSector(rest, offset) ? 'torn' : 'damaged'
  }
  return { kind: header.kind, payload: rest.subarray(headerSize, end), offset, size }
}

/** What a disk writes whole or not at all, in bytes. */
const sectorSize = 512

/** Length of the part of a frame at `offset` of the file that lies in the same sector as its first byte. */
const inFirstSector = (offset: number): number => sectorSize - (offset % sectorSize)

/**
 * The file had grown, but some sectors of its last frame were never written: neither JSON nor ciphertext has a sector
 * of zeroes. A frame that was acknowledged was synced before, so this one was not.
 */
function lacksSector(frame: Buffer, offset: number): boolean {
  for (let from = 0, to = inFirstSector(offset); from < frame.length; from = to, to += sectorSize) {
    if (isZero(frame.subarray(from, to))) return true
  }
  return false
}

/** The same where the sector that the frame begins in is the one that is missing; no frame begins behind it. */
function isBegunOnly(rest: Buffer, offset: number): boolean {
  if (!isZero(rest.subarray(0, inFirstSector(offset)))) return false
  for (let at = rest.indexOf(sign); at >= 0; at = rest.indexOf(sign, at + 1)) {
    if (at + headerSize <= rest.length && readHeader(rest.subarray(at)) !== null) return false
  }
  return true
}

/** The header at the start of `bytes`, which hold at least 16; null if none stands there or its checksum is wrong. */
export function readHeader(bytes: Buffer): { readonly kind: number; readonly payloadLength: number } | null {
  if (bytes.readUInt32BE(0) !== marker || bytes.readUInt32BE(12) !== crc32(bytes.subarray(0, 12))) return null
  return { kind: bytes.readUInt8(4), payloadLength: bytes.readUInt32BE(8) }
}

/**
 * Every whole frame of a file, also those behind a damage: the next place where a frame fits is looked for.
 * Nothing that only looks like one passes, for the header and the frame each have their checksum.
 */
export function salvageFrames(file: Buffer, start: number): readonly Frame[] {
  const frames: Frame[] = []
  for (let offset = start; offset >= 0 && offset < file.length;) {
    const scan = scanFrames(file, offset)
    frames.push(...scan.frames)
    offset = file.indexOf(sign, Math.max(scan.end, offset + 1))
  }
  return frames
}

/** Where the next frame may begin, behind `offset`; -1 if none does. */
export const nextFrameSign = (file: Buffer, offset: number): number => file.indexOf(sign, offset + 1)

const checksumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0)

function isPrefixOfHeader(rest: Buffer): boolean {
  const length = Math.min(sign.length, rest.length)
  return rest.subarray(0, length).equals(sign.subarray(0, length))
}
