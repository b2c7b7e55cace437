import type { CalendarDate } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import { batchSchema, type Batch } from '@shared/domain/pilot'
import { pilotTerm } from '@shared/domain/pilot-dates'
import type { NoticeFacts } from '@shared/documents/notice-facts'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { Action } from '@shared/records/payloads'
import type { StatusAction } from '@shared/workflow/status-actions'
import type { DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'

/** The bodies that publish, host first, as the settings list them. */
export const issuersOf = ({ agencies }: OfficeSettings): Batch['notice']['issuers'] =>
  agencies
    .toSorted((a, b) => Number(b.isHost) - Number(a.isHost) || a.order - b.order)
    .map(({ id, name, isHost }) => ({ agencyId: id, name, isHost }))

function statusAction(dossier: DossierCase, name: StatusAction, on: CalendarDate, by: string): readonly Action[] {
  const action = dossier.actions.find((item) => item.action === name && item.enabled)
  if (action === undefined) return []
  return [
    {
      type: 'status.set',
      payload: { dossierId: dossier.file.id, action: name, from: dossier.status, to: action.to, on, by },
    },
  ]
}

/** Saves a batch: dossiers that come in or leave change their state along with it, all or nothing. Pure. */
export function decideBatch(
  batch: Batch,
  saved: Batch | null,
  cases: readonly DossierCase[],
  { on, by }: { readonly on: CalendarDate; readonly by: string },
): readonly Action[] {
  const before = new Set(saved?.dossierIds)
  const after = new Set(batch.dossierIds)
  const payload = batchSchema.parse(batch)
  const moves = cases.flatMap((dossier) => {
    const { id } = dossier.file
    if (after.has(id) && !before.has(id)) return statusAction(dossier, 'add-to-batch', on, by)
    if (!after.has(id) && before.has(id)) return statusAction(dossier, 'remove-from-batch', on, by)
    return []
  })
  return [{ type: 'batch.saved', payload }, ...moves]
}

export async function saveBatch(
  batch: Batch,
  saved: Batch | null,
  cases: readonly DossierCase[],
  act: { readonly on: CalendarDate; readonly by: string },
): Promise<void> {
  await append(...decideBatch(batch, saved, cases, act))
}

/** Art. 14: publication opens the three-year term of every alliance of the batch. Pure; empty if a dossier is blocked. */
export function decidePublication(
  batch: Batch,
  cases: readonly DossierCase[],
  settings: OfficeSettings,
  by: string,
): readonly Action[] {
  const term = pilotTerm(batch.notice, settings)
  if (term === null) return []
  const ready = cases.every((dossier) => dossier.actions.some((item) => item.action === 'publish' && item.enabled))
  if (!ready) return []
  return [
    { type: 'batch.saved', payload: batchSchema.parse({ ...batch, status: 'published' }) },
    ...cases.flatMap((dossier): readonly Action[] => [
      {
        type: 'pilot-term.set',
        payload: {
          dossierId: dossier.file.id,
          term: { batchId: batch.id, noticeNo: batch.notice.docNo, ...term, kind: 'first' },
        },
      },
      ...statusAction(dossier, 'publish', term.from, by),
    ]),
  ]
}

export async function publishBatch(
  batch: Batch,
  cases: readonly DossierCase[],
  settings: OfficeSettings,
  by: string,
): Promise<void> {
  const actions = decidePublication(batch, cases, settings, by)
  if (actions.length > 0) await append(...actions)
}

/** What the notice is composed of; counts, names and terms are computed by the composer. */
export const noticeFacts = (
  batch: Batch,
  cases: readonly DossierCase[],
  settings: OfficeSettings,
  createdAt: string,
  copy: 'draft' | 'final',
): NoticeFacts => ({
  batch,
  dossiers: cases.map((dossier) => dossier.file),
  settings,
  regulationTitle: regulation2010.title,
  createdAt,
  ...(copy === 'draft' ? { draft: '征求意见稿' as const } : {}),
})
