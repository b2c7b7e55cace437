/** Place in a form's value: keys and row numbers joined by dots, such as `members.2.fullName`. */
type Node = Readonly<Record<string, unknown>> | readonly unknown[]

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The value at a place; `undefined` where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let node: unknown = root
  for (const key of path.split('.')) {
    if (!isNode(node)) return undefined
    node = (node as Readonly<Record<string, unknown>>)[key]
  }
  return node
}

/** A copy with another value at a place; everything beside the way there stays the same object. */
export function withValueAt<T>(root: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.')
  if (!isNode(root)) return root
  const child = (root as Readonly<Record<string, unknown>>)[key]
  const next: unknown = rest.length === 0 ? value : withValueAt(child ?? {}, rest.join('.'), value)
  if (Array.isArray(root)) return root.with(Number(key), next) as T
  return { ...(root as Readonly<Record<string, unknown>>), [key]: next } as T
}
