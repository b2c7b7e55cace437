import type { z } from 'zod'

/**
 * A value as far as a closed schema knows it, and the paths of what it does not know; or what is wrong with it besides.
 */
export type TolerantReading<T> =
  { readonly data: T; readonly unknown: readonly string[] } | { readonly error: z.ZodError }

/**
 * Reads a JSON value by a closed schema and leaves out the members that the schema does not know, wherever they are.
 * Everything that it does know must be there and be right. The value itself stays as it is.
 */
export function readTolerantly<T>(schema: z.ZodType<T>, value: unknown): TolerantReading<T> {
  const strict = schema.safeParse(value)
  if (strict.success) return { data: strict.data, unknown: [] }
  const unknown = strict.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [issue] : []))
  if (unknown.length < strict.error.issues.length) return { error: strict.error }
  const rest = schema.safeParse(without(value, unknown))
  return rest.success ? { data: rest.data, unknown: namesOf(unknown) } : { error: rest.error }
}

type UnknownKeys = Extract<z.core.$ZodIssue, { code: 'unrecognized_keys' }>

/** Paths without the places in lists, each once: `files[].note`. */
const namesOf = (issues: readonly UnknownKeys[]): readonly string[] =>
  [...new Set(issues.flatMap(({ path, keys }) => keys.map((key) => pathText([...path, key]))))].sort()

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[]` : text === '' ? String(step) : `${text}.${String(step)}`),
    '',
  )

function without(value: unknown, issues: readonly UnknownKeys[]): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as unknown
  for (const { path, keys } of issues) {
    let place = copy as Record<PropertyKey, unknown>
    for (const step of path) place = place[step] as Record<PropertyKey, unknown>
    for (const key of keys) Reflect.deleteProperty(place, key)
  }
  return copy
}
