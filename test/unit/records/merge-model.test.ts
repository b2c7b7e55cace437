import { describe, expect, it } from 'vitest'
import { foldDesk } from '@shared/records/desk-state'
import type { JournalRecord } from '@shared/records/record'
import { recordStamp } from '@shared/records/record'
import { authorOf, dossierOf, PaperDesk, said } from '../../helpers/paper-desk'

/**
 * Every small world: six statements of one row by at most three authors, each of whom takes over everything from one of
 * the others, or from nobody, before every statement. An oracle that looks at the desk of whoever writes says what must
 * come out: a statement goes on with the writer's own side if it stands, and else with the one that shows.
 */
const slot = `statuses/${dossierOf(1)}`

type Step = { readonly by: number; readonly from: number | null }

/** Who writes, up to renaming (1; 1 or 2; …), and from whom he or she took before. */
function* worlds(steps: readonly Step[] = []): Generator<readonly Step[]> {
  if (steps.length === 6) {
    yield steps
    return
  }
  const most = Math.min(3, Math.max(0, ...steps.map((step) => step.by)) + 1)
  for (let by = 1; by <= most; by += 1) {
    const others = [1, 2, 3].filter((other) => other !== by && steps.some((step) => step.by === other))
    for (const from of [null, ...others]) yield* worlds([...steps, { by, from }])
  }
}

type Played = {
  readonly records: readonly JournalRecord[]
  readonly shown: string | undefined
  readonly rivals: readonly string[]
}

function play(steps: readonly Step[]): Played {
  let number = 0
  const desks = new Map(
    [1, 2, 3].map((n) => [n, new PaperDesk(authorOf(n), () => String((number += 1)).padStart(64, '0'))]),
  )
  /** What each statement replaced: one side, with all that this side had replaced. */
  const replacedBy = new Map<string, ReadonlySet<string>>()
  const all: JournalRecord[] = []
  const headsOf = (records: readonly JournalRecord[]) =>
    records
      .filter(({ id }) => !records.some((other) => replacedBy.get(other.id)?.has(id)))
      .sort((a, b) => (recordStamp(a) < recordStamp(b) ? -1 : 1))
  for (const { by, from } of steps) {
    const desk = desks.get(by)!
    if (from !== null) desk.take(desks.get(from)!.records)
    const heads = headsOf(desk.records)
    const side = heads.find(({ author }) => author === desk.author) ?? heads.at(-1)
    const record = desk.write(said(1, `第 ${all.length + 1} 稿`))
    replacedBy.set(record.id, new Set(side === undefined ? [] : [side.id, ...replacedBy.get(side.id)!]))
    all.push(record)
  }
  const heads = headsOf(all).map(({ id }) => id)
  return { records: all, shown: heads.at(-1), rivals: heads.length > 1 ? heads : [] }
}

function outcome(records: readonly JournalRecord[]) {
  const { state, conflicts } = foldDesk(records)
  return {
    shown: state.statuses.get(dossierOf(1))?.recordId,
    rivals: (conflicts.get(slot)?.rivals ?? []).map((row) => row.recordId),
  }
}

function* orders<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length === 0) yield []
  for (const [index, first] of items.entries()) {
    for (const rest of orders(items.toSpliced(index, 1))) yield [first, ...rest]
  }
}

describe('six statements of one row by three people who see each other’s work or do not', () => {
  it('come out as the oracle says in every one of the worlds, in three orders and with repetitions', () => {
    let count = 0
    let contested = 0
    for (const steps of worlds()) {
      const { records, shown, rivals } = play(steps)
      const wanted = { shown, rivals }
      count += 1
      if (rivals.length > 0) contested += 1
      for (const order of [records, records.toReversed(), [...records.slice(3), ...records]]) {
        const got = outcome(order)
        if (JSON.stringify(got) !== JSON.stringify(wanted)) expect({ steps, ...got }).toEqual({ steps, ...wanted })
      }
    }
    expect(count).toBe(9131)
    expect(contested).toBeGreaterThan(1000)
    expect(contested).toBeLessThan(count)
  })

  it('come out alike in all 720 orders, at every split and for every subset twice', () => {
    let index = 0
    for (const steps of worlds()) {
      index += 1
      if (index % 211 !== 0) continue
      const { records, shown, rivals } = play(steps)
      const wanted = JSON.stringify({ shown, rivals })
      for (const order of orders(records)) if (JSON.stringify(outcome(order)) !== wanted) expect(order).toBe(steps)
      for (let cut = 0; cut <= 6; cut += 1) {
        expect(JSON.stringify(outcome([...records.slice(cut), ...records.slice(0, cut)]))).toBe(wanted)
      }
      for (let subset = 0; subset < 64; subset += 1) {
        const twice = records.filter((_, place) => (subset >> place) % 2 === 1)
        expect(JSON.stringify(outcome([...twice, ...records]))).toBe(wanted)
      }
    }
  })
})
