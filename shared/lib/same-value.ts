/**
 * Whether two values of a form say the same; a key without a value is no key. Unlike canonical JSON it takes whatever
 * can be typed: what is no number yet, half of a character. Pure.
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSameValue(Reflect.get(a, key), Reflect.get(b, key)))
}
