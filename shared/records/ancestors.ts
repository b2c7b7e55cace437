type Said = { readonly recordId: string; readonly stamp: string; readonly refs: readonly string[] }

/**
 * The statements of a row that one of them was built on, step by step, the oldest first: by what its record refers to,
 * the newest of those; where it refers to none (records of old versions), by order.
 */
export function ancestorsOf<S extends Said>(last: S, said: readonly S[]): readonly S[] {
  const ordered = said.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
  const line: S[] = []
  for (let present = last; ;) {
    const { stamp, refs } = present
    const before = ordered.filter((other) => other.stamp < stamp)
    const next = before.findLast(({ recordId }) => refs.includes(recordId)) ?? before.at(-1)
    if (next === undefined) return line.toReversed()
    line.push(next)
    present = next
  }
}
