import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordTable } from '@host/journal/record-table'
import { SlotShelf } from '@host/journal/slot-shelf'
import { FrameTable } from '@host/journal/frame-table'
import type { RecordEnvelope } from '@shared/records/record'
import { SlotBook } from '@shared/records/slot-book'
import { statusSet } from './review-actions'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const authors = ['a', 'b', 'c'].map((name) => name.repeat(32)) as RecordEnvelope['author'][]

/** Records of three authors, chains with gaps, in any order, referring to what is here and to what is not. */
const histories = fc
  .array(
    fc.record({
      author: fc.constantFrom(...authors),
      skips: fc.integer({ min: 0, max: 2 }),
      refs: fc.array(fc.nat(60), { maxLength: 4 }),
      dossier: fc.nat(3),
    }),
    { maxLength: 40 },
  )
  .chain((plan) => {
    const seqs = new Map<string, number>()
    const records = plan.map(({ author, skips, refs, dossier }, index): RecordEnvelope => {
      const seq = (seqs.get(author) ?? 0) + 1 + (seqs.has(author) ? skips : 0)
      seqs.set(author, seq)
      const { type, payload } = statusSet(`之${index}（示例）`)
      const dossierId = `00000000-0000-4000-8000-00000000000${dossier}`
      return {
        v: 1,
        id: hash(`${author}/${seq}`),
        author,
        seq,
        prev: seq === 1 ? null : hash(`${author}/${seq - 1}`),
        lamport: index + 1,
        at: '2026-11-20T01:00:00Z',
        type,
        payload: { ...payload, dossierId },
        refs: [...new Set(refs)].map((ref) => hash(`${authors[ref % 3]}/${(ref % 20) + 1}`)),
        sig: '',
      }
    })
    return fc.shuffledSubarray(records, { minLength: records.length })
  })

/** What a table says of records, and what it says that it has not. */
function expectSame(table: RecordTable, records: readonly RecordEnvelope[]): void {
  expect(table.count).toBe(records.length)
  for (const [number, { id, author, seq, prev, lamport, type, refs }] of records.entries()) {
    expect(table.find(id)).toBe(number)
    expect(table.findSeq(author, seq)).toBe(number)
    const said = [table.id(number), table.author(number), table.seq(number), table.prev(number)]
    expect(said).toEqual([id, author, seq, prev])
    expect([table.lamport(number), table.type(number), table.refs(number)]).toEqual([lamport, type, refs])
  }
  expect(table.find(hash('nobody'))).toBe(-1)
  expect(table.find('no id')).toBe(-1)
  expect(table.findSeq('nobody', 1)).toBe(-1)
  expect(table.findSeq(authors[0]!, 999)).toBe(-1)
}

describe('a table of records', () => {
  it('says of every record what it said itself, also read from what was written down', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (records) => {
        const table = new RecordTable()
        for (const record of records) table.add(record)
        expectSame(table, records)
        const { content } = table
        expectSame(await new RecordTable(structuredClone(content)).ready(), records)
      }),
    )
  })

  it('hands out what stays as it is when more is added', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), (records, cut) => {
        const table = new RecordTable()
        for (const record of records.slice(0, cut)) table.add(record)
        const { content } = table
        const before = structuredClone(content)
        for (const record of records.slice(cut)) table.add(record)
        expect(content).toEqual(before)
      }),
    )
  })

  it('knows numbers beyond 32 bits apart', () => {
    const table = new RecordTable()
    const seqs = [1, 2 ** 32 + 1, 2 ** 52, 2 ** 32, 5]
    for (const seq of seqs) {
      const prev = seq === 1 ? null : hash(`x/${seq - 1}`)
      const { type, payload } = statusSet('（示例）')
      const rest = { v: 1, lamport: 999_999_999_999, at: '2026-11-20T01:00:00Z', type, payload, refs: [], sig: '' }
      table.add({ ...rest, id: hash(`x/${seq}`), author: authors[0]!, seq, prev })
    }
    expect(seqs.map((seq) => table.findSeq(authors[0]!, seq))).toEqual([0, 1, 2, 3, 4])
  })
})

describe('claims in columns', () => {
  it('give the references and what stands as claims in memory do, also read from what was written down', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (records) => {
        const table = new RecordTable()
        const shelf = new SlotShelf(table)
        const [columns, memory] = [new SlotBook(shelf), new SlotBook()]
        for (const [index, record] of records.entries()) {
          table.add(record)
          // A record that this version does not understand is in the table and says nothing.
          if (index % 7 === 3) continue
          columns.add(record)
          memory.add(record)
        }
        const tableAgain = await new RecordTable(structuredClone(table.content)).ready()
        const again = new SlotBook(
          await new SlotShelf(tableAgain, structuredClone(shelf.content)).ready(),
          columns.undoings,
        )
        for (const dossier of [0, 1, 2, 3]) {
          const { type, payload } = statusSet('下一步（示例）')
          const action = { type, payload: { ...payload, dossierId: `00000000-0000-4000-8000-00000000000${dossier}` } }
          for (const author of authors) {
            const expected = memory.refsFor(action as Parameters<SlotBook['refsFor']>[0], author)
            expect(columns.refsFor(action as Parameters<SlotBook['refsFor']>[0], author)).toEqual(expected)
            expect(again.refsFor(action as Parameters<SlotBook['refsFor']>[0], author)).toEqual(expected)
          }
        }
      }),
    )
  })
})

describe('a table of frames', () => {
  it('finds the frame of a record, also behind frames without records', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 30 }), (counts) => {
        const table = new FrameTable()
        const owners: number[] = []
        for (const [ordinal, count] of counts.entries()) {
          table.add({ offset: ordinal * 100, size: 100 }, owners.length)
          owners.push(...Array.from({ length: count }, () => ordinal))
        }
        expect(owners.map((_, record) => table.of(record))).toEqual(owners)
        const again = new FrameTable(structuredClone(table.content))
        expect(owners.map((_, record) => again.place(again.of(record)).offset)).toEqual(owners.map((one) => one * 100))
      }),
    )
  })
})
