import type { CalendarDate } from '../domain/date'
import type { OfficeSettings } from '../domain/office'
import { batchSchema, type Batch } from '../domain/pilot'
import { pilotTerm, reRegisteredTerm } from '../domain/pilot-dates'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import { gapAt, type ActingDossier, type Decided, type Gap, type Person } from './act'
import { batchGaps, publicationGaps } from './batch-gaps'
import { moveStatus } from './move-status'
import { displayGaps, nothingShown, type Shown } from './public-display'

/** The desk around a batch. `shown`: its 公示 and what was said against it, if anything. */
export type AroundBatch = {
  readonly others: readonly Batch[]
  readonly today: CalendarDate
  readonly shown?: Shown
  /** Those that other sections of the notice list. */
  readonly listed?: readonly ActingDossier[]
}

/**
 * Saves a batch: dossiers that come in or leave move along with it, all or nothing. One that the status table does not
 * let move keeps its status: a pilot stays a pilot, whatever becomes of a list. Gaps: `batchGaps`. Pure.
 */
export function saveBatchAs(
  batch: Batch,
  saved: Batch | null,
  cases: readonly ActingDossier[],
  said: Person & { readonly others: readonly Batch[]; readonly on: CalendarDate },
): Decided {
  const dossiers = cases.map(({ file }) => file)
  const gaps = batchGaps(batch, { dossiers, others: said.others, today: said.on })
  if (gaps.length > 0) return err(gaps)
  const before = new Set(saved?.dossierIds)
  const after = new Set(batch.dossierIds)
  const payload = batchSchema.parse(batch)
  const moves = cases.flatMap((dossier) => {
    const { id } = dossier.file
    if (!after.has(id) && !before.has(id)) return []
    // One that was reviewed and settled again while it was in the list comes in again.
    const move = moveStatus(dossier, after.has(id) ? 'add-to-batch' : 'remove-from-batch', said)
    return move.ok ? [move.value] : []
  })
  return ok([{ type: 'batch.saved', payload }, ...moves])
}

/**
 * Art. 14: publication opens the three-year term of every alliance of the batch, and the next one of those that the
 * notice lists as registered anew (Art. 17). Gaps: no day that the term could begin
 * on, `publicationGaps`, `displayGaps`, and whatever keeps any one dossier back, for a notice is published whole. Pure.
 */
export function publishBatchOf(
  batch: Batch,
  cases: readonly ActingDossier[],
  settings: OfficeSettings,
  { by, others, today, shown = nothingShown, listed = [] }: Person & AroundBatch,
): Decided {
  const term = pilotTerm(batch.notice, settings)
  if (term === null) return err([gapAt('notice', 'no-term')])
  const dossiers = cases.map(({ file }) => file)
  const actions: Action[] = [{ type: 'batch.saved', payload: batchSchema.parse({ ...batch, status: 'published' }) }]
  const gaps: Gap[] = [
    ...publicationGaps(batch, { dossiers: [...dossiers, ...listed.map(({ file }) => file)], others, today }),
    ...displayGaps(batch, dossiers, shown, { settings, today }),
  ]
  for (const dossier of cases) {
    const move = moveStatus(dossier, 'publish', { on: term.from, by })
    if (!move.ok) {
      gaps.push(move.error)
      continue
    }
    const first = { batchId: batch.id, noticeNo: batch.notice.docNo, ...term, kind: 'first' as const }
    actions.push({ type: 'pilot-term.set', payload: { dossierId: dossier.file.id, term: first } }, move.value)
  }
  const registered = reRegister(batch, listed, settings, by)
  if (!registered.ok) gaps.push(...registered.error)
  return gaps.length > 0 || !registered.ok ? err(gaps) : ok([...actions, ...registered.value])
}

/**
 * Art. 17: a notice that lists alliances as registered anew opens their next terms. One whose term bears the number of
 * this notice already is left as it is. Gaps: whatever keeps one back, by its name.
 */
function reRegister(
  { notice, sections = [] }: Batch,
  listed: readonly ActingDossier[],
  settings: OfficeSettings,
  by: string,
): Decided {
  const gaps: Gap[] = []
  const actions: Action[] = []
  const ids = sections.flatMap(({ kind, dossierIds }) => (kind === 're-registered' ? dossierIds : []))
  for (const id of ids) {
    const dossier = listed.find(({ file }) => file.id === id)
    const old = dossier?.file.proceedings.pilotTerm ?? null
    if (dossier === undefined || old === null || notice.writtenOn === null) {
      gaps.push(gapAt('sections', 'section-kept-back', { name: dossier?.file.content.alliance.name ?? id }))
      continue
    }
    if (old.kind === 're-registered' && old.noticeNo !== '' && old.noticeNo === notice.docNo) continue
    const move = moveStatus(dossier, 're-register', { on: notice.writtenOn, by })
    if (!move.ok) {
      gaps.push(gapAt('sections', 'section-kept-back', { name: dossier.file.content.alliance.name }))
      continue
    }
    const span = reRegisteredTerm(old, notice.writtenOn, settings)
    const term = { ...span, noticeNo: notice.docNo, kind: 're-registered' as const }
    actions.push({ type: 'pilot-term.set', payload: { dossierId: dossier.file.id, term } }, move.value)
  }
  return gaps.length > 0 ? err(gaps) : ok(actions)
}
