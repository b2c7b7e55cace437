import { refuse } from '../lib/failure'

const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
const end = '-----END AGE ENCRYPTED FILE-----'
const columns = 64

/** White space that may stand before the armour, as the age program has it: mail and editors put it there. */
const mostWhiteSpace = 1024
/** Bytes of a file that say whether it is in armour. */
export const armouredStart = mostWhiteSpace + 64

/** A byte order mark (as three Latin letters) and white space, then the begin line. */
const opening = new RegExp(`^(?:\u00ef\u00bb\u00bf)?[ \\t\\r\\n\\f\\v]{0,${mostWhiteSpace}}${begin}`, 'u')

/** Whether bytes begin as an age file in armour (PEM) does, be there white space or a byte order mark before it. */
export const isArmoured = (start: Uint8Array): boolean =>
  opening.test(Buffer.from(start.subarray(0, armouredStart)).toString('latin1'))

/**
 * Takes the armour off, in a stream: white space, begin line, lines of 64 columns of padded base64 of which only the
 * last is shorter, end line, nothing behind it but white space. @throws HostFailure `envelope.armour`
 */
export async function* withoutArmour(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = ''
  const place: { now: 'begin' | 'body' | 'last' | 'end' } = { now: 'begin' }
  const take = (line: string): Buffer | null => {
    if (place.now === 'begin') {
      const plain = line.replace('\u00ef\u00bb\u00bf', '').trim()
      if (plain === '') return null
      if (plain !== begin) return refuse('envelope.armour')
      place.now = 'body'
      return null
    }
    if (place.now === 'end') return line.trim() === '' ? null : refuse('envelope.armour')
    if (line === end) {
      place.now = 'end'
      return null
    }
    if (place.now === 'last' || line === '' || line.length > columns) return refuse('envelope.armour')
    if (line.length < columns || line.endsWith('=')) place.now = 'last'
    const bytes = Buffer.from(line, 'base64')
    return bytes.toString('base64') === line ? bytes : refuse('envelope.armour')
  }
  for await (const piece of pieces) {
    const lines = `${rest}${Buffer.from(piece).toString('latin1')}`.split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > 4096) refuse('envelope.armour')
    const decoded = lines.map((line) => take(line.replace(/\r$/u, ''))).filter((bytes) => bytes !== null)
    if (decoded.length > 0) yield Buffer.concat(decoded)
  }
  if (rest !== '') take(rest.replace(/\r$/u, ''))
  if (place.now !== 'end') refuse('envelope.armour')
}
