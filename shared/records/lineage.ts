/** What one record says of a row, without what it says. */
export type Claim = {
  readonly recordId: string
  readonly stamp: string
  readonly refs: readonly string[]
  /** Of a person's choice between rivals: the statements that he or she was shown. */
  readonly choice?: readonly string[] | undefined
}

/** Author and number of the record that a stamp belongs to. */
function writerOf(stamp: string): { readonly author: string; readonly seq: string } {
  const [, author = '', seq = ''] = stamp.split('.')
  return { author, seq }
}

const byStamp = (a: Claim, b: Claim): number => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0)

/** Sets of claims are bits by place in stamp order: rows with thousands of statements stay cheap. */
type Known = {
  /** What the writer knew: its own earlier claims, those it refers to, and what their writers knew. */
  readonly known: bigint
  /** What of that somebody had replaced already. */
  readonly gone: bigint
  /** What this claim replaces. */
  readonly replaced: bigint
}

const none: Known = { known: 0n, gone: 0n, replaced: 0n }

/**
 * Who knew and who replaced whose statement of one row. A choice replaces the statements that the person was shown. Any
 * other statement replaces all that its writer knew, unless that was a conflict already: then it goes on with one side
 * only, the writer's own if it stands and else the one that was shown, so that nobody ends a conflict by writing again.
 * A function of the set of claims: order, splits and repetitions do not matter.
 */
export class Lineage<C extends Claim> {
  readonly #claims: readonly C[]
  readonly #places: ReadonlyMap<string, number>
  /** Place of the same author's claim before this one. */
  readonly #before: readonly (number | undefined)[]
  readonly #facts: (Known | undefined)[] = []

  /** `voiceOf`: the same word for statements that say the same. */
  constructor(
    claims: readonly C[],
    private readonly voiceOf: (claim: C) => string,
  ) {
    this.#claims = claims.toSorted(byStamp)
    this.#places = new Map(this.#claims.map((claim, place) => [claim.recordId, place]))
    this.#before = this.#ownBefore()
    // From the oldest up, so that what a claim builds on is mostly known.
    for (const place of this.#claims.keys()) this.#factsOf(place)
  }

  /** In the order of their stamps. */
  get claims(): readonly C[] {
    return this.#claims
  }

  /** Every claim that the writer of this one knew, without the claim itself. */
  knownTo(claim: C): readonly C[] {
    return this.#members(this.#of(claim).known)
  }

  /** Every claim that gave way to this one. */
  replacedBy(claim: C): readonly C[] {
    return this.#members(this.#of(claim).replaced)
  }

  /** Those of `claims` that no other of them replaced, in the order of their stamps. */
  headsAmong(claims: readonly C[]): readonly C[] {
    const standing = claims.reduce((bits, claim) => bits | this.#bit(claim), 0n)
    const replaced = claims.reduce((bits, claim) => bits | this.#of(claim).replaced, 0n)
    return this.#members(standing & ~replaced)
  }

  #ownBefore(): readonly (number | undefined)[] {
    const byAuthor = new Map<string, { readonly seq: string; readonly place: number }[]>()
    for (const [place, { stamp }] of this.#claims.entries()) {
      const { author, seq } = writerOf(stamp)
      const own = byAuthor.get(author)
      if (own === undefined) byAuthor.set(author, [{ seq, place }])
      else own.push({ seq, place })
    }
    const before: (number | undefined)[] = this.#claims.map(() => undefined)
    for (const own of byAuthor.values()) {
      const chain = own.sort((a, b) => (a.seq < b.seq ? -1 : 1))
      for (const [index, { place }] of chain.entries()) before[place] = chain[index - 1]?.place
    }
    return before
  }

  #of(claim: C): Known {
    const place = this.#places.get(claim.recordId)
    return place === undefined ? none : this.#factsOf(place)
  }

  #factsOf(place: number): Known {
    const present = this.#facts[place]
    if (present !== undefined) return present
    const claim = this.#claims[place]
    if (claim === undefined) return none
    // Forged records may refer to each other in a circle: who is being looked at knows nothing yet.
    this.#facts[place] = none
    const self = 1n << BigInt(place)
    let known = 0n
    let gone = 0n
    for (const other of this.#directlyKnown(claim, place)) {
      const facts = this.#factsOf(other)
      known |= facts.known | (1n << BigInt(other))
      gone |= facts.gone | facts.replaced
    }
    known &= ~self
    const facts = { known, gone, replaced: this.#replacedOf(claim, known, gone) & ~self }
    this.#facts[place] = facts
    return facts
  }

  *#directlyKnown({ refs }: C, place: number): Generator<number> {
    const before = this.#before[place]
    if (before !== undefined) yield before
    for (const recordId of refs) {
      const other = this.#places.get(recordId)
      if (other !== undefined && other !== place) yield other
    }
  }

  #replacedOf(claim: C, known: bigint, gone: bigint): bigint {
    if (claim.choice !== undefined) {
      return this.#sides(claim.choice.flatMap((recordId) => this.#places.get(recordId) ?? []))
    }
    const heads = this.#members(known & ~gone)
    if (heads.length < 2 || new Set(heads.map(this.voiceOf)).size < 2) return known
    const { author } = writerOf(claim.stamp)
    const named = claim.refs.flatMap((recordId) => heads.find((head) => head.recordId === recordId) ?? [])
    const isOwn = ({ stamp }: Claim) => writerOf(stamp).author === author
    const side = named.find(isOwn) ?? named[0] ?? heads.find(isOwn) ?? heads.at(-1)
    return side === undefined ? known : this.#sides([this.#places.get(side.recordId) ?? 0])
  }

  /** Claims with all that they replaced. */
  #sides(places: readonly number[]): bigint {
    return places.reduce((bits, place) => bits | (1n << BigInt(place)) | this.#factsOf(place).replaced, 0n)
  }

  #bit({ recordId }: C): bigint {
    const place = this.#places.get(recordId)
    return place === undefined ? 0n : 1n << BigInt(place)
  }

  #members(bits: bigint): readonly C[] {
    const digits = bits.toString(2)
    const found: C[] = []
    for (let at = digits.lastIndexOf('1'); at >= 0; at = at === 0 ? -1 : digits.lastIndexOf('1', at - 1)) {
      const claim = this.#claims[digits.length - 1 - at]
      if (claim !== undefined) found.push(claim)
    }
    return found
  }
}
