/** What rotation needs to know of a snapshot. */
export type Kept = {
  readonly name: string
  /** Order of taking; the clock only names the buckets. */
  readonly number: number
  /** ISO instant, UTC. */
  readonly takenAt: string
  readonly count: number
  /** Of what is its alone. */
  readonly bytes: number
  /** What it may have together with others; what has the same name is one file. */
  readonly shared?: readonly { readonly name: string; readonly bytes: number }[]
  /** Everything in it is in the journal, too. */
  readonly isContained: boolean
}

/** Snapshots of the last 24 hours, 14 days and 12 weeks that have any: of each the newest. */
const series = [
  { limit: 24, bucketMs: 3_600_000 },
  { limit: 14, bucketMs: 86_400_000 },
  { limit: 12, bucketMs: 7 * 86_400_000 },
] as const

/**
 * Which snapshots may go (work rule). The newest is never among them; nor is, of those that hold records which the
 * journal lacks, the fullest: an emptier one replaces it only when a person has restored it.
 * Beyond `budgetBytes` the oldest of the rest go first.
 */
export function planRotation(snapshots: readonly Kept[], budgetBytes: number): ReadonlySet<string> {
  const newestFirst = [...snapshots].sort((a, b) => b.number - a.number)
  const [newest] = newestFirst
  const fullest = newestFirst
    .filter((snapshot) => !snapshot.isContained)
    .reduce<Kept | undefined>((best, next) => (best === undefined || next.count > best.count ? next : best), undefined)
  const untouchable = new Set([newest?.name, fullest?.name])
  const kept = new Set(series.flatMap((rule) => newestOfBuckets(newestFirst, rule)))
  for (const snapshot of newestFirst) if (untouchable.has(snapshot.name)) kept.add(snapshot.name)

  const weight = new Weight(newestFirst.filter(({ name }) => kept.has(name)))
  for (const snapshot of newestFirst.toReversed()) {
    if (weight.bytes <= budgetBytes) break
    if (!kept.has(snapshot.name) || untouchable.has(snapshot.name)) continue
    kept.delete(snapshot.name)
    weight.without(snapshot)
  }
  return new Set(newestFirst.filter((snapshot) => !kept.has(snapshot.name)).map((snapshot) => snapshot.name))
}

function newestOfBuckets(
  newestFirst: readonly Kept[],
  { limit, bucketMs }: { readonly limit: number; readonly bucketMs: number },
): readonly string[] {
  const byBucket = new Map<number, string>()
  for (const { name, takenAt } of newestFirst) {
    const bucket = Math.floor(Date.parse(takenAt) / bucketMs)
    if (!byBucket.has(bucket)) byBucket.set(bucket, name)
  }
  return [...byBucket.values()].slice(0, limit)
}

/** What snapshots weigh together: a file that several have counts once, and goes with the last that has it. */
class Weight {
  readonly #holders = new Map<string, number>()
  #bytes = 0

  constructor(snapshots: readonly Kept[]) {
    for (const { bytes, shared = [] } of snapshots) {
      this.#bytes += bytes
      for (const file of shared) {
        const holders = this.#holders.get(file.name) ?? 0
        if (holders === 0) this.#bytes += file.bytes
        this.#holders.set(file.name, holders + 1)
      }
    }
  }

  get bytes(): number {
    return this.#bytes
  }

  without({ bytes, shared = [] }: Kept): void {
    this.#bytes -= bytes
    for (const file of shared) {
      const holders = (this.#holders.get(file.name) ?? 1) - 1
      if (holders === 0) this.#bytes -= file.bytes
      this.#holders.set(file.name, holders)
    }
  }
}
