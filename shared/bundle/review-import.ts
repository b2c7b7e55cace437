import type { DeskState } from '../records/desk-state'
import { dossiersOf, projectRecord } from '../records/projection'
import { recordStamp, type RecordEnvelope } from '../records/record'
import type { ImportItem, ImportReport } from './import-report'
import { refusalOf } from './import-rules'
import type { BundleRecord, ImportingDesk, ImportRefusal, IncomingBundle } from './incoming'

export type ImportReview = Pick<ImportReport, 'items' | 'dossiers' | 'importedAt' | 'canCommit'> & {
  readonly trust: ImportReport['from']['trust']
}

/**
 * The dry run: what would become of every record of a bundle on this desk. Pure; changes nothing. Who may say what to
 * whom is in import-rules.ts; here the journal decides between new, identical, changed, superseded and quarantined.
 * Stops after every record, so that the caller may do something else between.
 */
export function* reviewImport(bundle: IncomingBundle, desk: ImportingDesk): Generator<void, ImportReview> {
  const stamps = new Map<string, string>()
  const items: ImportItem[] = []
  for (const incoming of bundle.records) {
    items.push(reviewRecord(incoming, bundle, desk, stamps))
    yield
  }
  // An introduction comes along with what its author says; alone it is the card of a desk.
  const isCard = items.every((item) => item.type === 'desk.introduced')
  const changesSomething = items.some(
    ({ outcome, recordId, type }) =>
      ((isCard || type !== 'desk.introduced') &&
        (outcome === 'new' || outcome === 'changed' || outcome === 'superseded')) ||
      (outcome === 'quarantined' && !desk.isQuarantined(recordId)),
  )
  return {
    items,
    dossiers: summariseDossiers(bundle.records, items, desk.state),
    importedAt: importedAtOf(bundle, desk.state),
    trust: trustOf(bundle.from.keyId, desk),
    // A bundle taken before may still bring what was refused then, such as an opinion by a key confirmed since.
    canCommit: changesSomething && !bundle.isNewer,
  }
}

/** How far this desk knows a key. */
export function trustOf(keyId: string, desk: Pick<ImportingDesk, 'keyId' | 'state'>): ImportReport['from']['trust'] {
  if (keyId === desk.keyId) return 'self'
  if (desk.state.keyConfirmations.has(keyId)) return 'confirmed'
  return desk.state.desks.has(keyId) ? 'known' : 'unknown'
}

function reviewRecord(
  incoming: BundleRecord,
  bundle: IncomingBundle,
  desk: ImportingDesk,
  stamps: Map<string, string>,
): ImportItem {
  const { id: recordId, type, author, seq, prev } = incoming.envelope
  const base = { recordId, type, author, dossierId: null }
  if (incoming.kind === 'not-understood') return { ...base, outcome: 'rejected', reason: incoming.reason }
  const { record } = incoming
  const item = { ...base, dossierId: dossiersOf(record)[0] ?? null }
  if (desk.has(recordId)) return { ...item, outcome: 'identical', reason: null }
  const refusal: ImportRefusal | null = bundle.isNewer ? 'newer-format' : refusalOf(record, bundle, desk)
  if (refusal !== null) return { ...item, outcome: 'rejected', reason: refusal }
  if (isFork({ id: recordId, author, seq, prev }, desk)) return { ...item, outcome: 'quarantined', reason: 'fork' }
  const { table, row } = projectRecord(record)
  const slot = `${table}/${row.id}`
  const present = stamps.get(slot) ?? desk.state[table].get(row.id)?.stamp
  const stamp = recordStamp(record)
  if (present === undefined || present < stamp) stamps.set(slot, stamp)
  if (present === undefined) return { ...item, outcome: 'new', reason: null }
  return { ...item, outcome: present < stamp ? 'changed' : 'superseded', reason: null }
}

/** Whether the author told this desk another story: the number is taken, or a neighbour is linked to another record. */
function isFork(
  { id, author, seq, prev }: Pick<RecordEnvelope, 'id' | 'author' | 'seq' | 'prev'>,
  desk: ImportingDesk,
): boolean {
  if (desk.idAt(author, seq) !== null) return true
  const before = desk.idAt(author, seq - 1)
  const prevOfNext = desk.prevAt(author, seq + 1)
  return (before !== null && before !== prev) || (prevOfNext !== undefined && prevOfNext !== id)
}

function importedAtOf(bundle: IncomingBundle, state: DeskState): string | null {
  const row = state.bundleImports.get(bundle.bundleId)
  return row?.value.sha256 === bundle.sha256 ? row.at : null
}

function summariseDossiers(
  records: readonly BundleRecord[],
  items: readonly ImportItem[],
  state: DeskState,
): ImportReport['dossiers'] {
  const newest = new Map<string, { name: string; version: number }>()
  const saved = [
    ...[...state.dossierVersions.values()].map((row) => row.value),
    ...records.flatMap((incoming) =>
      incoming.kind === 'read' && incoming.record.type === 'dossier.saved' ? [incoming.record.payload] : [],
    ),
  ]
  for (const { dossierId, version, content } of saved) {
    if ((newest.get(dossierId)?.version ?? 0) < version) newest.set(dossierId, { name: content.alliance.name, version })
  }
  const itemsOf = new Map<string, ImportItem[]>()
  for (const item of items) {
    if (item.dossierId === null) continue
    const own = itemsOf.get(item.dossierId)
    if (own === undefined) itemsOf.set(item.dossierId, [item])
    else own.push(item)
  }
  return [...itemsOf].map(([dossierId, own]) => {
    const count = (...outcomes: ImportItem['outcome'][]) => own.filter((item) => outcomes.includes(item.outcome)).length
    return {
      dossierId,
      name: newest.get(dossierId)?.name ?? '',
      version: newest.get(dossierId)?.version ?? 0,
      new: count('new'),
      changed: count('changed', 'superseded'),
      identical: count('identical'),
      rejected: count('rejected', 'quarantined'),
    }
  })
}
