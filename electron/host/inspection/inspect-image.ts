import type { Finding } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'

/** Width and height that a picture states in its head; null if it is no picture that is known here. */
export function pictureSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  if (bytes.length >= 24 && bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  if (bytes.length >= 10 && /^GIF8[79]a/u.test(bytes.toString('latin1', 0, 6))) {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  }
  if (bytes.length >= 26 && bytes.toString('latin1', 0, 2) === 'BM') {
    return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) }
  }
  return bytes.length >= 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null
}

/** ITU-T T.81: segments up to the frame header. */
function jpegSize(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return { width: 0, height: 0 }
}

/** A picture that would unfold to more than a screen or a sheet can show is left closed. */
export function inspectImage({ width, height }: { readonly width: number; readonly height: number }): Finding[] {
  if (width === 0 || height === 0) return [{ kind: 'broken', count: 1, detail: '' }]
  const isHuge = width * height > inspectionLimits.pixels
  return isHuge ? [{ kind: 'bomb', count: 1, detail: `${width}×${height}` }] : []
}
