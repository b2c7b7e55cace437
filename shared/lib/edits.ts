/** One line of the way from one list to another: kept, gone (by its place there) or new (by its place here). */
export type Edit =
  | { readonly kind: 'same'; readonly from: number; readonly to: number }
  | { readonly kind: 'removed'; readonly from: number }
  | { readonly kind: 'added'; readonly to: number }

/** Differences that are looked for; two lists that have more of them have nothing in common for a reader. */
const mostDifferences = 1200

/**
 * The shortest way from one list to another (Myers, An O(ND) Difference Algorithm, 1986), what is alike at both ends
 * aside. Where more than `most` entries differ, all between the ends is gone and new. Pure.
 */
export function editsBetween(from: readonly string[], to: readonly string[], most = mostDifferences): readonly Edit[] {
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1
  let tail = 0
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  ) {
    tail += 1
  }
  const middle = wayThrough(from.slice(head, from.length - tail), to.slice(head, to.length - tail), most)
  return [
    ...Array.from({ length: head }, (_, at): Edit => ({ kind: 'same', from: at, to: at })),
    ...middle.map((edit): Edit => {
      if (edit.kind === 'removed') return { ...edit, from: edit.from + head }
      if (edit.kind === 'added') return { ...edit, to: edit.to + head }
      return { kind: 'same', from: edit.from + head, to: edit.to + head }
    }),
    ...Array.from({ length: tail }, (_, at): Edit => ({
      kind: 'same',
      from: from.length - tail + at,
      to: to.length - tail + at,
    })),
  ]
}

function wayThrough(from: readonly string[], to: readonly string[], most: number): readonly Edit[] {
  const steps: Map<number, number>[] = []
  /** The farthest place in `from` on each diagonal. */
  let reach = new Map<number, number>([[1, 0]])
  const limit = Math.min(from.length + to.length, most)
  for (let differences = 0; differences <= limit; differences += 1) {
    steps.push(reach)
    const next = new Map<number, number>(reach)
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = isDown(reach, diagonal, differences) ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1
      let y = x - diagonal
      while (x < from.length && y < to.length && from[x] === to[y]) {
        x += 1
        y += 1
      }
      next.set(diagonal, x)
      if (x >= from.length && y >= to.length) return backFrom(from.length, to.length, steps)
    }
    reach = next
  }
  return [
    ...from.map((_, at): Edit => ({ kind: 'removed', from: at })),
    ...to.map((_, at): Edit => ({ kind: 'added', to: at })),
  ]
}

/** Whether the farthest way onto a diagonal comes by an entry of `to`. */
const isDown = (reach: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean =>
  diagonal === -differences ||
  (diagonal !== differences && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1))

function backFrom(length: number, width: number, steps: readonly ReadonlyMap<number, number>[]): readonly Edit[] {
  const way: Edit[] = []
  let [x, y] = [length, width]
  for (const [differences, reach] of [...steps.entries()].toReversed()) {
    const diagonal = x - y
    const before = isDown(reach, diagonal, differences) ? diagonal + 1 : diagonal - 1
    const fromX = reach.get(before) ?? 0
    const fromY = fromX - before
    while (x > fromX && y > fromY) {
      x -= 1
      y -= 1
      way.push({ kind: 'same', from: x, to: y })
    }
    if (differences === 0) break
    if (x === fromX) {
      y -= 1
      way.push({ kind: 'added', to: y })
    } else {
      x -= 1
      way.push({ kind: 'removed', from: x })
    }
  }
  return way.toReversed()
}
