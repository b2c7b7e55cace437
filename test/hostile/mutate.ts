/** Bytes bent by chance: the same seed bends in the same way. */

/** A generator of numbers from 0 up to, not including, `below` (mulberry32). */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export type Chance = ReturnType<typeof chanceOf>

const tokens = [
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  'PK\x06\x06',
  'PK\x06\x07',
  '\xff\xff\xff\xff',
  '\xff\xff',
  '\0\0\0\0',
  '\x80\0\0\0',
  '../',
  '"__proto__":',
  '1e999',
  '-0',
  '\\ud800',
  '[[[[',
  '{"a":',
  '\u00ef\u00bb\u00bf',
  '\n',
  '\r\n',
  '"lamport":9',
  '"seq":1',
  'null',
  '{}',
  '<script>',
]

/**
 * One to four changes: bits, bytes, numbers, tokens, pieces taken out, doubled, exchanged, or taken from another file.
 */
export function mutate(bytes: Uint8Array, other: Uint8Array, chance: Chance): Buffer {
  let result = Buffer.from(bytes)
  for (let rest = 1 + chance(4); rest > 0; rest -= 1) result = mutateOnce(result, other, chance)
  return result
}

function mutateOnce(bytes: Buffer<ArrayBuffer>, other: Uint8Array, chance: Chance): Buffer<ArrayBuffer> {
  // Structure lies at the ends of a ZIP and in its headers: every second change aims at the last kilobyte.
  const place = () => (chance(2) === 0 ? chance(bytes.length + 1) : Math.max(0, bytes.length - chance(1024)))
  const at = place()
  const length = 1 + chance(chance(8) === 0 ? 2000 : 24)
  const head = bytes.subarray(0, at)
  const tail = bytes.subarray(at)
  const token = Buffer.from(tokens[chance(tokens.length)] ?? '', 'latin1')
  switch (chance(11)) {
    case 0:
      return overwrite(bytes, at, Buffer.from([(bytes[at] ?? 0) ^ (1 << chance(8))]))
    case 1:
      return overwrite(bytes, at, Buffer.from([chance(256)]))
    case 2:
      return overwrite(bytes, at, token)
    case 3:
      return Buffer.concat([head, token, tail])
    case 4:
      return Buffer.concat([head, bytes.subarray(at + length)])
    case 5:
      return Buffer.concat([head, tail.subarray(0, length), tail])
    case 6:
      return overwrite(bytes, at, Buffer.alloc(length))
    case 7: {
      const from = chance(other.length)
      return overwrite(bytes, at, other.subarray(from, from + length))
    }
    case 8: {
      const from = place()
      return overwrite(bytes, at, Buffer.from(bytes.subarray(from, from + length)))
    }
    case 9:
      return Buffer.from(head)
    default: {
      const number = Buffer.alloc(4)
      number.writeUInt32LE(chance(3) === 0 ? bytes.length + chance(64) : chance(0xffffffff))
      return overwrite(bytes, at, number.subarray(0, chance(2) === 0 ? 2 : 4))
    }
  }
}

function overwrite(bytes: Buffer, at: number, piece: Uint8Array): Buffer<ArrayBuffer> {
  const copy = Buffer.from(bytes)
  copy.set(piece.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length))
  return copy
}
