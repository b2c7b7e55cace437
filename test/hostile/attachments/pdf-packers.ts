/** Filters of PDF in the direction that the product never needs. */

export const ascii85 = (bytes: Buffer): Buffer => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4)
    bytes.copy(group, 0, at)
    let value = group.readUInt32BE(0)
    let five = ''
    for (let digit = 0; digit < 5; digit += 1, value = Math.floor(value / 85)) {
      five = String.fromCharCode(33 + (value % 85)) + five
    }
    text += five.slice(0, Math.min(4, bytes.length - at) + 1)
  }
  return Buffer.from(`${text}~>`, 'latin1')
}

export const asciiHex = (bytes: Buffer): Buffer => Buffer.from(`${bytes.toString('hex')}>`, 'latin1')

export function runLength(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 128) {
    const piece = bytes.subarray(at, at + 128)
    pieces.push(Buffer.from([piece.length - 1]), piece)
  }
  return Buffer.concat([...pieces, Buffer.from([128])])
}

/** LZW that learns as it goes, with codes that grow a step early as Adobe's do. */
export function lzw(bytes: Buffer): Buffer {
  const codes: [code: number, width: number][] = [[256, 9]]
  const known = new Map<string, number>()
  let next = 258
  let width = 9
  let held = ''
  const codeOf = (text: string): number => (text.length === 1 ? text.charCodeAt(0) : (known.get(text) ?? 0))
  for (const byte of bytes.toString('latin1')) {
    if (held === '' || known.has(held + byte)) {
      held += byte
      continue
    }
    codes.push([codeOf(held), width])
    known.set(held + byte, next)
    next += 1
    if (next + 1 > 1 << width && width < 12) width += 1
    held = byte
  }
  if (held !== '') codes.push([codeOf(held), width])
  codes.push([257, width])
  const bits = codes.map(([code, length]) => code.toString(2).padStart(length, '0')).join('')
  return Buffer.from(bits.match(/.{1,8}/gu)?.map((eight) => Number.parseInt(eight.padEnd(8, '0'), 2)) ?? [])
}

/** Rows of the PNG predictor "up". */
export function predicted(bytes: Buffer, columns: number): Buffer {
  const rows: Buffer[] = []
  let above = Buffer.alloc(columns)
  for (let at = 0; at < bytes.length; at += columns) {
    const row = Buffer.alloc(columns, 0x20)
    bytes.copy(row, 0, at, at + columns)
    rows.push(Buffer.from([2]), Buffer.from(row.map((byte, column) => byte - (above[column] ?? 0))))
    above = row
  }
  return Buffer.concat(rows)
}
