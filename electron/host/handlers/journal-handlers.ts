import type { IpcHandlers } from '@shared/ipc/contract'
import { deskStatementSchema } from '@shared/records/payloads'
import { kindOf } from '@shared/records/record-kinds'
import { answer, fail } from '../lib/failure'
import { settleLocks } from '../locks/settle-locks'
import type { HostContext } from '../context/host-context'

type JournalChannels =
  | 'journal:get-status'
  | 'journal:append'
  | 'journal:read'
  | 'journal:find'
  | 'journal:list-quarantined'
  | 'journal:check-status'
  | 'journal:check-begin'
  | 'journal:check-stop'
  | 'attachment:put'
  | 'attachment:stat'
  | 'attachment:read'

/** Records and attachments of the open desk. */
export function journalHandlers(context: HostContext): Pick<IpcHandlers, JournalChannels> {
  const { requireDesk } = context
  return {
    'journal:get-status': async () => {
      const { count, headId, lamport } = requireDesk().journal
      return { count, headId, lamport }
    },
    'journal:append': ({ actions }) =>
      answer(async () => {
        const desk = requireDesk()
        const reserved = actions.find(({ type }) => kindOf(type).writtenBy === 'host')
        if (reserved !== undefined) fail('journal.reserved-type', { type: reserved.type })
        const records = await desk.append(actions)
        const isDeclared = actions.some(({ type }) => type === 'recusal.declared')
        const settled = isDeclared ? await settleLocks(desk) : []
        return { records: [...records, ...settled], count: desk.journal.count }
      }),
    'journal:read': async ({ after, limit }) => {
      const { journal } = requireDesk()
      return { records: await journal.read(after, limit), count: journal.count }
    },
    'journal:find': ({ recordIds }) =>
      answer(async () => {
        const { journal } = requireDesk()
        const records = await journal.readById(recordIds)
        const authors = [...new Set(records.map(({ author }) => author))].sort()
        const introductions = authors.map(
          (author) => journal.idAt(author, 1) ?? fail('journal.no-introduction', { keyId: author }),
        )
        const desks = (await journal.readById(introductions)).map(({ payload }) => deskStatementSchema.parse(payload))
        return { records, desks }
      }),
    'journal:list-quarantined': async () => {
      const { journal } = requireDesk()
      const apart = await journal.readQuarantined()
      const heldIds = apart.flatMap(({ author, seq }) => journal.idAt(author, seq) ?? [])
      const held = new Map((await journal.readById(heldIds)).map((record) => [record.id, record]))
      return apart.map((record) => ({
        apart: record,
        held: held.get(journal.idAt(record.author, record.seq) ?? '') ?? null,
      }))
    },
    'journal:check-status': async () => requireDesk().care.status,
    'journal:check-begin': () =>
      answer(async () => {
        requireDesk().care.verify('asked')
        return {}
      }),
    'journal:check-stop': () => requireDesk().care.stop(),
    'attachment:put': ({ bytes }) =>
      answer(async () => {
        const desk = requireDesk()
        await desk.refuseWhenFull()
        return desk.attachments.put(bytes)
      }),
    'attachment:stat': async ({ sha256 }) => {
      const size = await requireDesk().attachments.sizeOf(sha256)
      return size === null ? { kind: 'missing' } : { kind: 'present', size }
    },
    'attachment:read': ({ sha256, offset, length }) =>
      answer(() => requireDesk().attachments.read(sha256, offset, length)),
  }
}
