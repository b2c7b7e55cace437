import { canonicalJson, type Json } from '../lib/canonical-json'

/** One row of a list, known by what it is and not by where it stands. `label` is a name to show, if it has one. */
export type RowStep = { readonly by: string; readonly row: string | number; readonly label?: string }
export type Step = string | number | RowStep

/**
 * One place at which a value became another. `value`: `from` is absent where there was nothing before, `to` where
 * nothing is left. `order`: the same rows stand in another order.
 */
export type Change =
  | { readonly kind: 'value'; readonly path: readonly Step[]; readonly from?: Json; readonly to?: Json }
  | {
      readonly kind: 'order'
      readonly path: readonly Step[]
      readonly by: string
      readonly from: readonly RowStep['row'][]
      readonly to: readonly RowStep['row'][]
    }

type JsonObject = Readonly<Record<string, Json | undefined>>

/** What a row may be known by, the first that fits. */
const identities = [
  'id',
  'expertId',
  'unitId',
  'ruleId',
  'criterionId',
  'divisionId',
  'agencyId',
  'ground',
  'year',
  'dossierId',
  'recordId',
  'sha256',
  'author',
] as const

const names = ['name', 'title', 'fullName', 'expertName', 'fileName', 'divisionName', 'allianceName'] as const

/**
 * Every place in which `after` differs from `before`, in a fixed order: rows of lists by what they are, other lists
 * item by item if they are as long, whole otherwise. `applyChanges` brings `before` to `after` again.
 */
export function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly Step[] = [],
): Change[] {
  if (isSame(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => changesBetween(own(before, key), own(after, key), [...path, key]))
  }
  if (isList(before) && isList(after)) {
    const by = identityOf([before, after])
    if (by !== undefined) return rowChanges(before as readonly JsonObject[], after as readonly JsonObject[], by, path)
    if (before.length === after.length) {
      return after.flatMap((item, index) => changesBetween(before[index], item, [...path, index]))
    }
  }
  return [
    { kind: 'value', path, ...(before !== undefined && { from: before }), ...(after !== undefined && { to: after }) },
  ]
}

/** The value after all changes, in their order. @throws if a change does not fit the value */
export const applyChanges = (before: Json | undefined, changes: readonly Change[]): Json | undefined =>
  changes.reduce<Json | undefined>((value, change) => edited(value, change.path, change), before)

function rowChanges(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  by: string,
  path: readonly Step[],
): Change[] {
  const was = new Map(before.map((row) => [row[by] as RowStep['row'], row]))
  const is = new Map(after.map((row) => [row[by] as RowStep['row'], row]))
  const step = (row: JsonObject): RowStep => {
    const label = names.map((name) => row[name]).find((name) => typeof name === 'string' && name !== '')
    return { by, row: row[by] as RowStep['row'], ...(typeof label === 'string' && { label }) }
  }
  const gone = before.filter((row) => !is.has(row[by] as RowStep['row']))
  const kept = before.filter((row) => is.has(row[by] as RowStep['row']))
  const added = after.filter((row) => !was.has(row[by] as RowStep['row']))
  const reached = [...kept, ...added].map((row) => row[by] as RowStep['row'])
  const wanted = [...is.keys()]
  const isMoved = reached.some((row, index) => row !== wanted[index])
  return [
    ...gone.map((row): Change => ({ kind: 'value', path: [...path, step(row)], from: row })),
    ...kept.flatMap((row) => {
      const now = is.get(row[by] as RowStep['row'])
      return changesBetween(row, now, [...path, step(now ?? row)])
    }),
    ...added.map((row): Change => ({ kind: 'value', path: [...path, step(row)], to: row })),
    ...(isMoved ? [{ kind: 'order', path, by, from: [...was.keys()], to: wanted } as const] : []),
  ]
}

function edited(value: Json | undefined, [step, ...rest]: readonly Step[], change: Change): Json | undefined {
  if (step === undefined) return change.kind === 'value' ? change.to : ordered(value, change)
  if (typeof step === 'string') {
    const object = isObject(value) ? value : misfit()
    const next = edited(own(object, step), rest, change)
    const entries = Object.entries(object).filter(([key]) => key !== step || next !== undefined)
    if (next === undefined) return Object.fromEntries(entries)
    return Object.fromEntries([...entries.filter(([key]) => key !== step), [step, next]])
  }
  const list = isList(value) ? value : misfit()
  if (typeof step === 'number') {
    return list.map((item, index) => (index === step ? (edited(item, rest, change) ?? null) : item))
  }
  const place = list.findIndex((item) => isObject(item) && own(item, step.by) === step.row)
  const next = edited(place < 0 ? undefined : list[place], rest, change)
  if (place < 0) return next === undefined ? misfit() : [...list, next]
  return next === undefined ? list.toSpliced(place, 1) : list.with(place, next)
}

function ordered(value: Json | undefined, { by, to }: Extract<Change, { kind: 'order' }>): Json {
  const list = isList(value) ? value : misfit()
  return to.map((row) => list.find((item) => isObject(item) && own(item, by) === row) ?? misfit())
}

function misfit(): never {
  throw new Error('a change does not fit the value')
}

/** What the rows of all these lists are known by: each has it, and none twice in its list. */
function identityOf(lists: readonly (readonly Json[])[]): string | undefined {
  const rows = lists.flat()
  if (!rows.every(isObject)) return undefined
  return identities.find((by) =>
    lists.every((list) => {
      const ids = list.map((row) => own(row as JsonObject, by))
      const isFit = ids.every((id) => typeof id === 'string' || typeof id === 'number')
      return isFit && new Set(ids).size === ids.length
    }),
  )
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined

/** Two texts with what they share at both ends apart, so that the part that differs is seen. Never cuts a character. */
export function differingPart(from: string, to: string): { head: string; from: string; to: string; tail: string } {
  const [a, b] = [Array.from(from), Array.from(to)]
  const shortest = Math.min(a.length, b.length)
  let head = 0
  while (head < shortest && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shortest - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return {
    head: a.slice(0, head).join(''),
    from: a.slice(head, a.length - tail).join(''),
    to: b.slice(head, b.length - tail).join(''),
    tail: a.slice(a.length - tail).join(''),
  }
}
