import type { Action } from '@shared/records/payloads'
import { recordId, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
import { SlotBook } from '@shared/records/slot-book'

/** A desk without files and keys: it writes records as a host does (chain, lamport, refs) and takes those of others. */
export class PaperDesk {
  readonly records: JournalRecord[] = []
  readonly #ids = new Set<string>()
  readonly #book = new SlotBook()
  #lamport = 0
  #seq = 0
  #head: string | null = null

  constructor(
    readonly author: string,
    private readonly idOf: (record: Omit<RecordEnvelope, 'id' | 'sig'>) => string = recordId,
  ) {}

  write(action: Action): JournalRecord {
    const unsigned = {
      v: 1,
      author: this.author as RecordEnvelope['author'],
      seq: this.#seq + 1,
      prev: this.#head,
      lamport: this.#lamport + 1,
      at: '2026-11-20T01:00:00.000Z',
      type: action.type,
      payload: action.payload as Record<string, unknown>,
      refs: [...this.#book.refsFor(action, this.author)],
    }
    const record = { ...unsigned, id: this.idOf(unsigned), sig: '' } as unknown as JournalRecord
    this.take([record])
    this.#seq = record.seq
    this.#head = record.id
    return record
  }

  /** Union with what others wrote. */
  take(records: readonly JournalRecord[]): void {
    for (const record of records) {
      if (this.#ids.has(record.id)) continue
      this.#ids.add(record.id)
      this.records.push(record)
      this.#book.add(record)
      this.#lamport = Math.max(this.#lamport, record.lamport)
    }
  }
}

export const authorOf = (number: number): string => String(number).padStart(32, '0')
export const dossierOf = (number: number): string => `50000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A statement about one of few rows, so that people meet. */
export const said = (dossier: number, note: string): Action => ({
  type: 'status.set',
  payload: {
    dossierId: dossierOf(dossier),
    action: 'accept',
    from: 'draft',
    to: 'accepted',
    on: '2026-11-20',
    by: '示例',
    note,
  },
})
