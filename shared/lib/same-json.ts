/**
 * Whether two values have one canonical spelling (`canonicalJson`): whatever the order of their keys, and a key whose
 * value is `undefined` is none. Ends at the first difference, and writes nothing.
 */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
    return one.every((item, index) => isSameJson(item, other[index]))
  }
  const [left, right] = [one, other] as readonly Readonly<Record<string, unknown>>[]
  if (left === undefined || right === undefined) return false
  let keys = 0
  for (const key of Object.keys(left)) {
    if (left[key] === undefined) continue
    keys += 1
    if (!Object.hasOwn(right, key) || !isSameJson(left[key], right[key])) return false
  }
  return Object.keys(right).reduce((count, key) => (right[key] === undefined ? count : count + 1), 0) === keys
}
