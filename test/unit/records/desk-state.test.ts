import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldRecords } from '@shared/records/desk-state'
import type { JournalRecord } from '@shared/records/record'
import { projectRecord } from '@shared/records/projection'
import { recordTypes, tableOf } from '@shared/records/record-kinds'

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const author = (number: number) => String(number).padStart(32, 'a')

/** Records of few authors about few dossiers, so that they meet in the same rows. */
const records = fc
  .array(
    fc.record({
      author: fc.integer({ min: 1, max: 3 }),
      lamport: fc.integer({ min: 1, max: 6 }),
      dossier: fc.integer({ min: 1, max: 2 }),
      kind: fc.constantFrom('status.set' as const, 'recusal.decided' as const, 'opinion.returned' as const),
      note: fc.string(),
    }),
    { maxLength: 24 },
  )
  .map((drawn) => {
    const seqs = new Map<number, number>()
    return drawn.map((item, index) => {
      const seq = (seqs.get(item.author) ?? 0) + 1
      seqs.set(item.author, seq)
      return record(index, seq, item)
    })
  })

function record(
  index: number,
  seq: number,
  item: { author: number; lamport: number; dossier: number; kind: string; note: string },
): JournalRecord {
  const dossierId = uuid(item.dossier)
  const payloads: Record<string, object> = {
    'status.set': {
      dossierId,
      action: 'accept',
      from: 'draft',
      to: 'draft',
      on: '2026-11-20',
      by: '示例',
      note: item.note,
    },
    'recusal.decided': { panelId: uuid(9), dossierId, expertId: uuid(item.author), reason: item.note },
    'opinion.returned': { panelId: uuid(9), dossierId, expertId: uuid(item.author), reason: item.note },
  }
  return {
    v: 1,
    id: String(index).padStart(64, '0'),
    author: author(item.author),
    seq,
    prev: null,
    lamport: item.lamport,
    at: '2026-11-20T01:00:00.000Z',
    type: item.kind,
    payload: payloads[item.kind],
    refs: [],
    sig: '',
  } as unknown as JournalRecord
}

const comparable = (state: ReturnType<typeof foldRecords>) =>
  Object.fromEntries(
    Object.entries(state).map(([name, rows]) => [name, [...rows].sort(([a], [b]) => (a < b ? -1 : 1))]),
  )

describe('the fold of records', () => {
  it('gives the same tables in every order', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (list, chance) => {
        const shuffled = list
          .map((item) => ({ item, by: chance.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ item }) => item)
        expect(comparable(foldRecords(shuffled))).toEqual(comparable(foldRecords(list)))
      }),
    )
  })

  it('gives the same tables for every split and any repetition', () => {
    fc.assert(
      fc.property(records, fc.nat(24), fc.nat(24), (list, cut, again) => {
        const split = [...list.slice(cut), ...list.slice(0, cut), ...list.slice(0, again)]
        expect(comparable(foldRecords(split))).toEqual(comparable(foldRecords(list)))
      }),
    )
  })

  it('lets the later record win by (lamport, author, seq), never by the clock or by arrival', () => {
    const early = record(1, 1, { author: 2, lamport: 1, dossier: 1, kind: 'status.set', note: 'early' })
    const late = {
      ...record(2, 1, { author: 1, lamport: 2, dossier: 1, kind: 'status.set', note: 'late' }),
      at: '1999-01-01T00:00:00Z',
    }
    const [row] = foldRecords([late, early]).statuses.values()
    expect(row?.value.note).toBe('late')
  })

  it('has a table for every kind of record that no other kind writes, and a row for each', () => {
    expect(new Set(recordTypes.map(tableOf)).size).toBe(recordTypes.length)
    const change = projectRecord(
      record(1, 1, { author: 1, lamport: 1, dossier: 1, kind: 'opinion.returned', note: '' }),
    )
    expect(change.table).toBe('returns')
  })
})
