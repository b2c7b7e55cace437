import { saveDossier, type Save } from '@shared/acts/save-dossier'
import { allianceSchema, dossierContentSchema, type DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { err, ok, type Result } from '@shared/lib/result'
import type { PlainKey } from '@shared/messages/catalogue'
import { append } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'

/** An empty form. The name is the one thing that a dossier cannot do without; it is asked for when saving. */
export const emptyContent = (): DossierContent => ({
  ...dossierContentSchema.parse({ alliance: { name: '?' } }),
  alliance: { ...allianceSchema.parse({ name: '?' }), name: '' },
})

/** What is wrong, by place in the form; the sentence stands beside the field. */
export type FormErrors = ReadonlyMap<string, PlainKey>

/** A field that was emptied again says nothing, as one that nobody has touched. */
const withoutEmptied = (content: DossierContent): DossierContent => ({
  ...content,
  members: content.members.map((member) => ({
    ...member,
    creditCode: unlessEmpty(member.creditCode),
    parentUnit: unlessEmpty(member.parentUnit),
  })),
  tasks: content.tasks.map((task) => ({
    ...task,
    startMonth: unlessEmpty(task.startMonth),
    endMonth: unlessEmpty(task.endMonth),
  })),
  agreement: {
    ...content.agreement,
    signatures: content.agreement.signatures.map((signature) => ({
      ...signature,
      sealName: unlessEmpty(signature.sealName),
    })),
  },
})

const unlessEmpty = (text: string | null): string | null => (text?.trim() === '' ? null : text)

/** Checks a form as it stands: the content, or every field that must change first. */
export function checkContent(content: DossierContent): Result<DossierContent, FormErrors> {
  const parsed = dossierContentSchema.safeParse(withoutEmptied(content))
  if (parsed.success) return ok(parsed.data)
  return err(new Map(parsed.error.issues.map((issue) => [issue.path.map(String).join('.'), errorOf(issue)])))
}

const isMoney = /(Fen|\.amount)$/u
const isDay = /(On|\.from|\.to)$/u
const isReference = /(Id|Ids\.\d+)$/u

/** The sentence that belongs to a field: an empty choice is no wrong day. */
function errorOf(issue: { readonly code?: string | undefined; readonly path: readonly PropertyKey[] }): PlainKey {
  const path = issue.path.map(String).join('.')
  if (isMoney.test(path)) return 'intake.error.amount'
  if (/[pP]age$/u.test(path)) return 'intake.error.page'
  if (/Month$/u.test(path)) return 'intake.error.month'
  if (isDay.test(path)) return 'intake.error.date'
  if (issue.code === 'invalid_value' || isReference.test(path)) return 'intake.error.choose'
  if (issue.code === 'too_big') return 'intake.error.tooLong'
  if (issue.code === 'too_small') return 'intake.error.empty'
  return 'intake.error.wrong'
}

/** Saves a form as the next version of its dossier. @returns whether anything had changed. */
export async function saveContent(dossierId: DossierId, content: DossierContent, save: Save): Promise<boolean> {
  const actions = saveDossier(dossierId, content, await loadDossier(dossierId), save)
  if (actions.length === 0) return false
  await append(...actions)
  return true
}
