import { fail } from '../failure'

const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
const end = '-----END AGE ENCRYPTED FILE-----'
const columns = 64

/** Whether bytes begin as an age file in armour (PEM) does. */
export const isArmoured = (start: Uint8Array): boolean =>
  Buffer.from(start.subarray(0, begin.length)).toString('latin1') === begin

/**
 * Takes the armour off, in a stream: begin line, lines of 64 columns of padded base64 of which only the last is
 * shorter, end line, nothing behind it but white space. @throws HostFailure `envelope.armour`
 */
export async function* withoutArmour(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = ''
  const place: { now: 'begin' | 'body' | 'last' | 'end' } = { now: 'begin' }
  const take = (line: string): Buffer | null => {
    if (place.now === 'begin') {
      if (line !== begin) return fail('envelope.armour')
      place.now = 'body'
      return null
    }
    if (place.now === 'end') return line.trim() === '' ? null : fail('envelope.armour')
    if (line === end) {
      place.now = 'end'
      return null
    }
    if (place.now === 'last' || line === '' || line.length > columns) return fail('envelope.armour')
    if (line.length < columns || line.endsWith('=')) place.now = 'last'
    const bytes = Buffer.from(line, 'base64')
    return bytes.toString('base64') === line ? bytes : fail('envelope.armour')
  }
  for await (const piece of pieces) {
    const lines = `${rest}${Buffer.from(piece).toString('latin1')}`.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > 4096) fail('envelope.armour')
    const decoded = lines.map((line) => take(line.replace(/\r$/u, ''))).filter((bytes) => bytes !== null)
    if (decoded.length > 0) yield Buffer.concat(decoded)
  }
  if (rest !== '') take(rest.replace(/\r$/u, ''))
  if (place.now !== 'end') fail('envelope.armour')
}
