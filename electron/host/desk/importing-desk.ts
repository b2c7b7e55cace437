import type { ImportingDesk } from '@shared/bundle/incoming'
import { foldDesk } from '@shared/records/desk-state'
import { parseRecord, type JournalRecord } from '@shared/records/record'
import { breather } from '../lib/breathe'
import type { OpenDesk } from './open-desk'

/** What the review, and undoing an import, need to know of this desk. */
export async function importingDesk({ identity, journal }: OpenDesk): Promise<ImportingDesk> {
  const records: JournalRecord[] = []
  const last = new Map<string, { seq: number; id: JournalRecord['id']; at: string }>()
  const breathe = breather()
  for (const envelope of await journal.readAll()) {
    await breathe()
    const parsed = parseRecord(envelope)
    if ('record' in parsed) records.push(parsed.record)
    const { author, seq, id, at } = envelope
    if ((last.get(author)?.seq ?? 0) < seq) last.set(author, { seq, id, at })
  }
  const folded = foldDesk(records)
  return {
    keyId: identity.statement.keyId,
    role: identity.statement.role,
    state: folded.state,
    folded,
    lastOf: (author) => last.get(author) ?? null,
    has: (id) => journal.has(id),
    isQuarantined: (id) => journal.isQuarantined(id),
    idAt: (author, seq) => journal.idAt(author, seq),
    prevAt: (author, seq) => journal.prevAt(author, seq),
  }
}
