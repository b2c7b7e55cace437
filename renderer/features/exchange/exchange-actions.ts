import type { ImportOutcome, ImportReport } from '@shared/bundle/import-report'
import type { UndoPreview } from '@shared/bundle/undo-import'
import type { IpcInput } from '@shared/ipc/contract'
import type { Payload } from '@shared/records/payloads'
import { applyFrom } from '@renderer/data/desk'
import { callHost, done } from '@renderer/platform/bridge'

/** A bundle read and verified aside; nothing of the desk has changed. */
export type Staged = { readonly stageId: string; readonly report: ImportReport }

const given = (passphrase: string | undefined) => (passphrase === undefined ? {} : { passphrase })

export async function stageFile(file: File, passphrase?: string): Promise<Staged> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { stageId, report } = done(
    await callHost('bundle:stage', { kind: 'bytes', fileName: file.name, bytes, ...given(passphrase) }),
  )
  return { stageId, report }
}

export async function stagePlace(place: string, passphrase?: string): Promise<Staged> {
  const { stageId, report } = done(await callHost('bundle:stage', { kind: 'place', place, ...given(passphrase) }))
  return { stageId, report }
}

/** Takes a staged bundle in: one append of all its new records. @returns how many came in it, as the list of imports says */
export async function commitStage({ stageId }: Staged): Promise<number> {
  const { records, count } = done(await callHost('bundle:commit', { stageId }))
  await applyFrom(records, count)
  const imported = records.find(({ type }) => type === 'bundle.imported')
  return imported === undefined ? 0 : (imported.payload as Payload<'bundle.imported'>).newRecords
}

export const discardStage = async ({ stageId }: Staged): Promise<void> => {
  await callHost('bundle:discard', { stageId })
}

/** What undoing an import, or redoing it, would change here. */
export const previewUndoing = async (bundleId: string, redo: boolean): Promise<UndoPreview> =>
  done(await callHost('import:preview-undo', { bundleId, redo })).preview

/** Undoes an import, or redoes it, with a person's reason. */
export async function undoImport(request: IpcInput<'import:undo'>): Promise<void> {
  const { records, count } = done(await callHost('import:undo', request))
  await applyFrom(records, count)
}

/** Outcomes in the order in which a person wants to know of them. */
const order = [
  'conflicting',
  'rejected',
  'quarantined',
  'not-for-you',
  'changed',
  'new',
  'superseded',
  'identical',
  'read-only',
] as const satisfies readonly ImportOutcome[]
export type Outcome = ImportOutcome

/** Whether a record will not be taken. */
export const isTrouble = (outcome: Outcome): boolean =>
  outcome === 'rejected' || outcome === 'quarantined' || outcome === 'not-for-you'

/** How many records of a bundle meet each outcome; outcomes that none meets are left out. */
export const countOutcomes = (report: ImportReport): readonly (readonly [Outcome, number])[] =>
  order
    .map((outcome) => [outcome, report.items.filter((item) => item.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)

type Trouble = Pick<ImportReport['items'][number], 'type' | 'outcome' | 'reason'> & { readonly count: number }

/** Records that will not be taken, alike ones together, so that a person reads each reason once. */
export function groupTroubles({ items }: ImportReport): readonly Trouble[] {
  const groups = new Map<string, Trouble>()
  for (const { type, outcome, reason } of items) {
    if (!isTrouble(outcome)) continue
    const key = `${type}/${outcome}/${reason ?? ''}`
    groups.set(key, { type, outcome, reason, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}
