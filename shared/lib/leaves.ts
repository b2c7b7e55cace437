export type Path = readonly (string | number)[]
/** One value without parts, and where it stands. */
export type Leaf = { readonly path: Path; readonly value: string | number | boolean | null }

/** Everything that a plain value says, leaf by leaf, in its own order. An empty list or object says nothing. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
  }
  return value === undefined ? [] : [{ path, value: value as Leaf['value'] }]
}

export const pathKey = (path: Path): string => path.join('.')

/** The value with one leaf replaced; the original stays as it is. */
export function withLeaf<T>(value: T, [step, ...rest]: Path, leaf: Leaf['value']): T {
  if (step === undefined) return leaf as T
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? withLeaf(item, rest, leaf) : item)) as T
  }
  return { ...value, [step]: withLeaf((value as Record<string, unknown>)[step], rest, leaf) }
}
