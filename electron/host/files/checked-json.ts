import { digestOf } from './durable-file'

const digestOfValue = (value: object): string => digestOf(Buffer.from(JSON.stringify(value))).sha256

/** A small JSON file that shows whether a bit of it changed: its last field is the SHA-256 of the others. */
export const encodeChecked = (value: object): Buffer =>
  Buffer.from(JSON.stringify({ ...value, check: digestOfValue(value) }, null, 1))

/**
 * The value of such a file. One without the field, as versions before 0.2 wrote them, is taken as it is.
 * @throws SyntaxError if it is no JSON or not what was written
 */
export function decodeChecked(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('check' in value)) return value
  const { check, ...rest } = value
  if (check !== digestOfValue(rest)) throw new SyntaxError('a checked file changed')
  return rest
}
