import { attachmentCases } from './attachment-case'

/** A PNG head that states a size, and nothing behind it. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080600000000000000', 'hex')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

function jpeg(width: number, height: number): Buffer {
  const bytes = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000000000301110002110103110100', 'hex')
  bytes.writeUInt16BE(height, 25)
  bytes.writeUInt16BE(width, 27)
  return bytes
}

function bmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(54)
  bytes.write('BM', 0, 'latin1')
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  return bytes
}

export const otherCases = attachmentCases('pictures and others', 'bin', [
  ['is a small picture', [], () => png(800, 600)],
  ['is a photograph', [], () => jpeg(4000, 3000)],
  ['is a PNG of four billion by four billion', 'bomb', () => png(0xffff_fff0, 0xffff_fff0)],
  ['is a JPEG of 65,535 by 65,535', 'bomb', () => jpeg(65_535, 65_535)],
  ['is a BMP that stands on its head and is huge', 'bomb', () => bmp(-50_000, -50_000)],
  ['is a GIF of no size', 'broken', () => Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1')],
  ['is a JPEG without a frame', 'broken', () => Buffer.from('ffd8ffe000044a46', 'hex')],
  ['is empty', ['no-document'], () => Buffer.alloc(0)],
  ['is a program', ['no-document'], () => Buffer.from('MZ\x90\0', 'latin1')],
  ['is a page with a script', ['no-document'], () => Buffer.from('<html><script>alert(1)</script></html>')],
  ['begins as an old Word file and ends', ['no-document'], () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['is words', ['no-document'], () => Buffer.from('%%EOF 示例')],
])
