import { saveDossier, type Save } from '@shared/acts/save-dossier'
import { allianceSchema, dossierContentSchema, type DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { err, ok, type Result } from '@shared/lib/result'
import type { MessageKey } from '@shared/messages/catalogue'
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

/** Saves a form as the next version of its dossier. @returns whether anything had changed. */
export async function saveContent(dossierId: DossierId, content: DossierContent, save: Save): Promise<boolean> {
  const actions = saveDossier(dossierId, content, await loadDossier(dossierId), save)
  if (actions.length === 0) return false
  await append(...actions)
  return true
}
