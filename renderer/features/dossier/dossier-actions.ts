import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { JudgementVerdict } from '@shared/domain/judgement'
import type { CheckVerdict } from '@shared/domain/rule-ids'
import { actOnDossier, type ActionValues } from '@shared/acts/dossier-act'
import type { AvailableAction } from '@shared/workflow/status-machine'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { append, deskDatabase } from '@renderer/data/desk'
import { newLocalId } from '@renderer/platform/ids'

type Person = { readonly by: string; readonly today: CalendarDate }

/** Does an act of the status machine. */
export async function act(
  dossier: DossierCase,
  action: AvailableAction,
  values: ActionValues,
  { by, today }: Person,
): Promise<void> {
  const { settings } = dossier.facts
  const batchId = dossier.file.proceedings.publication?.batchId
  const row = batchId === undefined ? undefined : await deskDatabase().rows('batches').get(batchId)
  const beside = { by, today, settings, rowId: newLocalId('c'), batch: row?.value ?? null }
  await appendAct(actOnDossier(dossier, action.action, values, beside))
}

/** A person's answer to a judgement rule, with its reason. */
export async function judgeRule(
  dossierId: DossierId,
  ruleId: string,
  answer: { readonly verdict: JudgementVerdict; readonly reason: string },
  { by, today }: Person,
): Promise<void> {
  await append({ type: 'rule.judged', payload: { dossierId, ruleId, ...answer, by, on: today } })
}

/** A person overrides an automatic result; the reason is printed wherever the result is. */
export async function overrideRule(
  dossierId: DossierId,
  ruleId: string,
  answer: { readonly verdict: Exclude<CheckVerdict, 'provisional'>; readonly reason: string },
  { by, today }: Person,
): Promise<void> {
  await append({ type: 'rule.overridden', payload: { dossierId, ruleId, ...answer, by, on: today } })
}
