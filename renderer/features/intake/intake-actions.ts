import type { CalendarDate } from '@shared/domain/date'
import { allianceSchema, dossierContentHash, dossierContentSchema, type DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { err, ok, type Result } from '@shared/lib/result'
import type { MessageKey } from '@shared/messages/catalogue'
import type { Action } from '@shared/records/payloads'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { append } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'

/** An empty form. The name is the one thing that a dossier cannot do without; it is asked for when saving. */
export const emptyContent = (): DossierContent => ({
  ...dossierContentSchema.parse({ alliance: { name: '?' } }),
  alliance: { ...allianceSchema.parse({ name: '?' }), name: '' },
})

/** What is wrong, by place in the form; the sentence stands beside the field. */
export type FormErrors = ReadonlyMap<string, MessageKey>

/** Checks a form as it stands: the content, or every field that must change first. */
export function checkContent(value: unknown): Result<DossierContent, FormErrors> {
  const parsed = dossierContentSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return err(
    new Map(
      parsed.error.issues.map((issue) => {
        const path = issue.path.map(String).join('.')
        if (issue.code === 'invalid_format' || path.endsWith('On')) return [path, 'intake.error.date']
        if (issue.code === 'too_big') return [path, 'intake.error.tooLong']
        if (issue.code === 'too_small') return [path, 'intake.error.empty']
        return [path, 'intake.error.wrong']
      }),
    ),
  )
}

/** States in which a changed dossier must be looked at again (trap A37): the sealed opinion stays, marked. */
const settledByPanel = new Set(['awaiting-consultation', 'decided', 'deferred'])

type Save = { readonly today: CalendarDate; readonly by: string; readonly note: string }

/** The records of saving a form: a new version if the content changed, and 待复核 if a panel had judged the old one. Pure. */
export function decideSave(
  dossierId: DossierId,
  content: DossierContent,
  present: AssembledDossier | null,
  { today, by, note }: Save,
): readonly Action[] {
  const contentHash = dossierContentHash(content)
  if (present?.contentHash === contentHash) return []
  const saved: Action = {
    type: 'dossier.saved',
    payload: {
      dossierId,
      version: (present?.file.version ?? 0) + 1,
      contentHash,
      regulationVersionId: present?.file.regulationVersionId ?? '2010',
      receivedOn: present?.file.proceedings.receivedOn ?? null,
      note,
      content,
    },
  }
  if (present === null || !settledByPanel.has(present.status)) return [saved]
  return [
    saved,
    {
      type: 'status.set',
      payload: { dossierId, action: 'review-again', from: present.status, to: 'review-again', on: today, by, note },
    },
  ]
}

/** Saves a form as the next version of its dossier. @returns whether anything had changed. */
export async function saveContent(dossierId: DossierId, content: DossierContent, save: Save): Promise<boolean> {
  const actions = decideSave(dossierId, content, await loadDossier(dossierId), save)
  if (actions.length === 0) return false
  await append(...actions)
  return true
}
