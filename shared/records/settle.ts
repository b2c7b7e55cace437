import { canonicalJson } from '../lib/canonical-json'
import { contestableTypes } from './payloads'
import { tableOfType, type PayloadTable } from './projection'

/** What one record says of a row, without what it says. */
export type Claim = { readonly recordId: string; readonly stamp: string; readonly refs: readonly string[] }

/** What holds of a row, what waits behind it, and which statements a person has to choose between. */
export type Settled<C> = {
  /** Null if everything that was said is hidden by an undone import. */
  readonly shown: C | null
  readonly shelved: readonly C[]
  /** Statements whose authors had not known of each other, in order; `shown` is one of them. Empty if there is one voice. */
  readonly rivals: readonly C[]
}

/** Author and number of the record that a stamp belongs to. */
function writerOf(stamp: string): { readonly author: string; readonly seq: string } {
  const [, author = '', seq = ''] = stamp.split('.')
  return { author, seq }
}

/**
 * Every claim of the row that the writer of `claim` knew: its own earlier ones and those it refers to, and what their
 * writers knew in turn. The claim itself is not among them.
 */
export function knownTo<C extends Claim>(claim: C, claims: readonly C[]): ReadonlySet<string> {
  const known = new Set<string>([claim.recordId])
  const others = claims.map((other) => ({ other, writer: writerOf(other.stamp) }))
  const open = [claim]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { author, seq } = writerOf(next.stamp)
    const refs = new Set(next.refs)
    for (const { other, writer } of others) {
      const isEarlier = writer.author === author && writer.seq < seq
      if (known.has(other.recordId) || !(isEarlier || refs.has(other.recordId))) continue
      known.add(other.recordId)
      open.push(other)
    }
  }
  known.delete(claim.recordId)
  return known
}

/**
 * Settles one row out of everything said of it: what somebody replaced knowingly gives way; of what is left the newest
 * stamp holds. A function of the set of claims: order, splits and repetitions do not matter.
 * `hidden`: ids of records whose import was undone. They do not count, but what their writers knew still does.
 */
export function settle<C extends Claim>(
  claims: readonly C[],
  hidden: ReadonlySet<string>,
): Omit<Settled<C>, 'rivals'> & {
  readonly heads: readonly C[]
} {
  const [only] = claims
  if (claims.length === 1 && only !== undefined && !hidden.has(only.recordId)) {
    return { shown: only, shelved: [], heads: [only] }
  }
  const visible = claims.filter((claim) => !hidden.has(claim.recordId)).sort(byStamp)
  const replaced = new Set<string>()
  // From the newest down: whatever a replaced claim knew, its replacer knew too.
  for (const claim of visible.toReversed()) {
    if (!replaced.has(claim.recordId)) for (const known of knownTo(claim, claims)) replaced.add(known)
  }
  const heads = visible.filter((claim) => !replaced.has(claim.recordId))
  const shown = heads.at(-1) ?? null
  return { shown, shelved: claims.filter((claim) => claim !== shown), heads }
}

const contestable: ReadonlySet<PayloadTable> = new Set(contestableTypes.map((type) => tableOfType[type]))

/** `settle`, with the statements that a person has to choose between: what says the same is no conflict. */
export function settleRow<C extends Claim & { readonly value: unknown }>(
  table: PayloadTable,
  claims: readonly C[],
  hidden: ReadonlySet<string>,
): Settled<C> {
  const { shown, shelved, heads } = settle(claims, hidden)
  if (heads.length < 2 || !contestable.has(table)) return { shown, shelved, rivals: [] }
  const voices = new Set(heads.map((claim) => canonicalJson(claim.value)))
  return { shown, shelved, rivals: voices.size > 1 ? heads : [] }
}

const byStamp = (a: Claim, b: Claim): number => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0)
