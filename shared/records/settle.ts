import { canonicalJson } from '../lib/canonical-json'
import { Lineage, type Claim } from './lineage'
import { kindOf, typeOf, type PayloadTable } from './record-kinds'

/** What holds of a row, what waits behind it, and which statements a person has to choose between. */
export type Settled<C> = {
  /** Null if everything that was said is hidden by an undone import. */
  readonly shown: C | null
  readonly shelved: readonly C[]
  /**
   * Statements whose authors had not known of each other, in order; `shown` is one of them. Empty if there is one
   * voice.
   */
  readonly rivals: readonly C[]
}

type ValuedClaim = Claim & { readonly value: unknown }

const isContestable = (table: PayloadTable): boolean => kindOf(typeOf(table)).isContestable

/** Who knew and replaced what of one row of a table. Where nobody has to choose, everything is said with one voice. */
export const lineageOf = <C extends ValuedClaim>(table: PayloadTable, claims: readonly C[]): Lineage<C> =>
  new Lineage(claims, isContestable(table) ? ({ value }) => canonicalJson(value) : () => '')

/**
 * Settles one row out of everything said of it: what somebody replaced knowingly gives way (`Lineage`); of what is left
 * the newest stamp holds. Two left that say different things are a conflict.
 * A function of the set of claims: order, splits and repetitions do not matter.
 * `hidden`: ids of records whose import was undone. They do not count, but what their writers knew still does.
 */
export function settleRow<C extends ValuedClaim>(
  table: PayloadTable,
  claims: readonly C[],
  hidden: ReadonlySet<string>,
): Settled<C> {
  const [only] = claims
  if (claims.length === 1 && only !== undefined && !hidden.has(only.recordId)) {
    return { shown: only, shelved: [], rivals: [] }
  }
  const heads = headsOf(lineageOf(table, claims), hidden)
  const shown = heads.at(-1) ?? null
  const shelved = claims.filter((claim) => claim !== shown)
  if (heads.length < 2 || !isContestable(table)) return { shown, shelved, rivals: [] }
  const voices = new Set(heads.map((claim) => canonicalJson(claim.value)))
  return { shown, shelved, rivals: voices.size > 1 ? heads : [] }
}

/** The statements that nobody replaced, in the order of their stamps; the last one shows. */
export const headsOf = <C extends Claim>(lineage: Lineage<C>, hidden: ReadonlySet<string>): readonly C[] =>
  lineage.headsAmong(lineage.claims.filter((claim) => !hidden.has(claim.recordId)))
