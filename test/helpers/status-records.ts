import { recordId, recordVersion, type RecordEnvelope } from '@shared/records/record'

/**
 * Records of one author that set the state of one dossier each, with a note. Their signatures are blank: for tests of
 * what happens after the host has checked them.
 */
export function statusRecords(notes: readonly string[], { lamport = 1 } = {}): RecordEnvelope[] {
  return notes.map((note, index) => {
    const unsigned = {
      v: recordVersion,
      author: 'a'.repeat(32) as RecordEnvelope['author'],
      seq: lamport + index,
      prev: lamport + index === 1 ? null : 'b'.repeat(64),
      lamport: lamport + index,
      at: '2026-11-22T09:00:00.000Z',
      type: 'status.set',
      payload: {
        dossierId: `0000000${index}-0000-4000-8000-000000000000`,
        action: 'accept',
        from: 'draft',
        to: 'accepted',
        on: '2026-11-22',
        by: '陈守玉（示例）',
        note,
      },
      refs: [],
    }
    return { ...unsigned, id: recordId(unsigned), sig: 'AAAA' }
  })
}
