import type { DeskState } from '../records/desk-state'
import { dossiersOf, slotKey, statementsOf, type RowChange } from '../records/projection'
import type { RecordEnvelope } from '../records/record'
import { settleRow } from '../records/settle'
import { doubtHistory, isKnownDoubt, type FoundFork, type HistoryDoubt } from './history-doubts'
import type { ImportItem, ImportReport } from './import-report'
import { refusalOf } from './import-rules'
import type { BundleRecord, ImportingDesk, ImportRefusal, IncomingBundle } from './incoming'
import { laterVersions } from './later-versions'
import { dossierOf, isReadOnly, listNotUnderstood, namesIn } from './not-understood'
import { namesakesIn } from './namesakes'
import { unknownMoves } from './unknown-moves'

export type ImportReview = Pick<
  ImportReport,
  | 'items'
  | 'dossiers'
  | 'unknownMoves'
  | 'namesakes'
  | 'laterVersions'
  | 'importedAt'
  | 'canCommit'
  | 'doubts'
  | 'isUndone'
  | 'notUnderstood'
> & {
  readonly trust: ImportReport['from']['trust']
  /** Doubts that this desk has not kept yet. */
  readonly newDoubts: readonly HistoryDoubt[]
}

/**
 * The dry run: what would become of every record of a bundle on this desk. Pure; changes nothing. Who may say what to
 * whom is in import-rules.ts; here the journal decides between identical, quarantined and taken, and the rows, settled
 * as they would be afterwards, between new, changed, conflicting and superseded.
 * Stops after every record, so that the caller may do something else between.
 */
export function* reviewImport(bundle: IncomingBundle, desk: ImportingDesk): Generator<void, ImportReview> {
  const items: ImportItem[] = []
  const taken: RowChange[] = []
  const forks: FoundFork[] = []
  const onlyShown = isReadOnly(bundle)
  for (const incoming of bundle.records) {
    const item = reviewRecord(incoming, bundle, desk, onlyShown)
    items.push(item)
    if (item.outcome === 'new' && incoming.kind === 'read') taken.push(...statementsOf(incoming.record))
    if (item.outcome === 'quarantined') {
      const { author, seq, id } = incoming.envelope
      forks.push({ author, seq, id })
    }
    yield
  }
  const effects = effectsOf(taken, desk)
  const settled = items.map((item) => ({ ...item, outcome: effects.get(item.recordId) ?? item.outcome }))
  const takenIds = new Set(settled.filter(({ outcome }) => isTaken(outcome)).map(({ recordId }) => recordId))
  const doubts = doubtHistory(bundle, desk, forks)
  const newDoubts = doubts.filter((doubt) => !isKnownDoubt(doubt, desk))
  // An introduction comes along with what its author says; alone it is the card of a desk.
  const isCard = items.every((item) => item.type === 'desk.introduced')
  const changesSomething = settled.some(
    ({ outcome, recordId, type }) =>
      ((isCard || type !== 'desk.introduced') && isTaken(outcome)) ||
      (outcome === 'quarantined' && !desk.isQuarantined(recordId)),
  )
  const newest = newestVersions(bundle.records, desk.state)
  return {
    items: settled,
    dossiers: summariseDossiers(bundle.records, settled, newest),
    unknownMoves: unknownMoves(bundle.records, (id) => takenIds.has(id)).map((move) => ({
      ...move,
      name: newest.get(move.dossierId)?.name ?? '',
      desk: nameOf(move.author, bundle, desk),
    })),
    namesakes: namesakesIn(bundle.records, (id) => takenIds.has(id), desk.state),
    laterVersions: laterVersions(bundle.records, (id) => takenIds.has(id), desk.state).map((later) => ({
      ...later,
      name: newest.get(later.dossierId)?.name ?? '',
    })),
    importedAt: importedAtOf(bundle, desk.state),
    isUndone: desk.state.importUndoings.get(bundle.bundleId)?.value.redone === false,
    trust: trustOf(bundle.from.keyId, desk),
    doubts: doubts.map(({ kind, author, held, shown }) => ({
      kind,
      author,
      held,
      shown,
      name: nameOf(author, bundle, desk),
    })),
    newDoubts,
    notUnderstood: listNotUnderstood(bundle, {
      author: (keyId) => nameOf(keyId, bundle, desk),
      dossier: (id) => newest.get(id)?.name ?? '',
    }),
    // A bundle taken before may still bring what was refused then, such as an opinion by a key confirmed since.
    canCommit: (changesSomething || newDoubts.length > 0) && !onlyShown,
  }
}

/** Whether a record with this outcome goes into the journal and is folded. */
export const isTaken = (outcome: ImportItem['outcome']): boolean =>
  outcome === 'new' || outcome === 'changed' || outcome === 'conflicting' || outcome === 'superseded'

/** What becomes of every taken record: each row it speaks of is settled as it would be after the import. */
function effectsOf(taken: readonly RowChange[], desk: ImportingDesk): ReadonlyMap<string, ImportItem['outcome']> {
  const effects = new Map<string, ImportItem['outcome']>()
  const { slots, hidden } = desk.folded
  const bySlot = new Map<string, RowChange[]>()
  for (const change of taken) bySlot.set(slotKey(change), [...(bySlot.get(slotKey(change)) ?? []), change])
  for (const [slot, changes] of bySlot) {
    const [{ table } = { table: 'desks' as const }] = changes
    const before = slots.get(slot)?.claims ?? []
    const claims = [...before, ...changes.map(({ row }) => row)]
    const { shown, rivals } = settleRow(table, claims, hidden)
    const wasEmpty = before.every((claim) => hidden.has(claim.recordId))
    for (const { row } of changes) {
      const effect = rivals.includes(row) ? 'conflicting' : row !== shown ? 'superseded' : wasEmpty ? 'new' : 'changed'
      // A choice speaks of two rows; what it does to the contested one is what a person wants to know.
      if (table !== 'resolutions' || !effects.has(row.recordId)) effects.set(row.recordId, effect)
    }
  }
  return effects
}

function nameOf(author: string, bundle: IncomingBundle, { state }: ImportingDesk): string {
  const known = state.desks.get(author)?.value ?? bundle.desks.find((statement) => statement.keyId === author)
  return known === undefined ? '' : `${known.name}（${known.unit}）`
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
  onlyShown: boolean,
): ImportItem {
  const { id: recordId, type, author, seq, prev } = incoming.envelope
  const base = { recordId, type, author, dossierId: null }
  if (incoming.kind === 'not-understood') {
    const outcome = onlyShown ? 'read-only' : 'rejected'
    return { ...base, dossierId: dossierOf(incoming.envelope), outcome, reason: incoming.reason }
  }
  const { record } = incoming
  const item = { ...base, dossierId: dossiersOf(record)[0] ?? null }
  if (desk.has(recordId)) {
    return { ...item, outcome: 'identical', reason: desk.folded.hidden.has(recordId) ? 'undone' : null }
  }
  if (onlyShown) return { ...item, outcome: 'read-only', reason: 'newer-format' }
  const refusal: ImportRefusal | null = refusalOf(record, bundle, desk)
  if (refusal !== null) {
    return { ...item, outcome: forOthers.has(refusal) ? 'not-for-you' : 'rejected', reason: refusal }
  }
  if (isFork({ id: recordId, author, seq, prev }, desk)) return { ...item, outcome: 'quarantined', reason: 'fork' }
  return { ...item, outcome: 'new', reason: null }
}

/** Refusals that blame nobody: the record is in order, and somebody else's. */
const forOthers: ReadonlySet<ImportRefusal> = new Set<ImportRefusal>([
  'not-for-this-desk',
  'type-not-allowed',
  'unknown-panel',
])

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

type NewestVersions = ReadonlyMap<string, { readonly name: string; readonly version: number }>

/** What each dossier is called in its newest version, here or in the bundle. */
function newestVersions(records: readonly BundleRecord[], state: DeskState): NewestVersions {
  const newest = new Map<string, { name: string; version: number }>()
  const note = (dossierId: string, version: number, name: string) => {
    if ((newest.get(dossierId)?.version ?? 0) < version) newest.set(dossierId, { name, version })
  }
  for (const { value } of state.dossierVersions.values()) {
    note(value.dossierId, value.version, value.content.alliance.name)
  }
  for (const incoming of records) {
    if (incoming.kind === 'not-understood') {
      const [id, names] = [dossierOf(incoming.envelope), namesIn(incoming.envelope)]
      if (id !== null && names !== null) note(id, names.version, names.name)
      continue
    }
    const { type, payload } = incoming.record
    if (type === 'dossier.saved') note(payload.dossierId, payload.version, payload.content.alliance.name)
    if (type === 'dossier.locked') note(payload.dossierId, payload.version, payload.names.alliance.name)
  }
  return newest
}

function summariseDossiers(
  records: readonly BundleRecord[],
  items: readonly ImportItem[],
  newest: NewestVersions,
): ImportReport['dossiers'] {
  const locked = new Set<string>(
    records.flatMap((incoming) =>
      incoming.kind === 'read' && incoming.record.type === 'dossier.locked' ? [incoming.record.payload.dossierId] : [],
    ),
  )
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
      locked: locked.has(dossierId),
      new: count('new'),
      changed: count('changed', 'superseded'),
      conflicting: count('conflicting'),
      identical: count('identical'),
      notForYou: count('not-for-you'),
      rejected: count('rejected', 'quarantined'),
      readOnly: count('read-only'),
    }
  })
}
