import { placePrefix } from '@shared/ipc/draft'
import type { SnapshotPreview } from '@shared/ipc/snapshot'
import { deskStatementSchema } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import { readGroups } from '../journal/journal'
import type { OpenDesk } from '../desk/open-desk'
import { draftsToBringBack } from './restore'
import { readSnapshotJournal } from './snapshot-journal'
import type { Snapshot } from './snapshot-manifest'

/** Lines of a preview; of the rest only the number is told. */
const most = 500

/** What restoring a good snapshot would bring back, the newest first. Nothing is written. */
export async function previewRestore(desk: OpenDesk, snapshot: Snapshot): Promise<SnapshotPreview> {
  const { journal, drafts, vault } = desk
  const groups = readGroups(await readSnapshotJournal(snapshot), vault.journal)
  const all = groups.flatMap((group) => group.records)
  const names = namesOf(all)
  const missing = all.filter(({ id }) => !journal.has(id) && !journal.isQuarantined(id))
  const held = drafts.mayLackDrafts ? await draftsToBringBack(snapshot, drafts) : []
  const lost = held.filter(({ key }) => !key.startsWith(placePrefix))
  return {
    total: missing.length,
    records: missing
      .slice(-most)
      .reverse()
      .map(({ id, type, at, author, payload }) => ({
        id,
        type,
        at,
        by: names.get(author) ?? author.slice(0, 8),
        subject: subjectOf(payload),
      })),
    drafts: lost.map(({ key, savedAt }) => ({ key, savedAt })),
  }
}

function namesOf(records: readonly RecordEnvelope[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { type, author, payload } of records) {
    const statement = type === 'desk.introduced' ? deskStatementSchema.safeParse(payload) : null
    if (statement?.success === true) names.set(author, statement.data.name)
  }
  return names
}

/** The name a record carries of what it is about, where it carries one. */
function subjectOf(payload: RecordEnvelope['payload']): string {
  const content = payload['content'] as { readonly alliance?: { readonly name?: unknown } } | undefined
  const name = content?.alliance?.name ?? payload['name'] ?? payload['fileName']
  return typeof name === 'string' ? name : ''
}
