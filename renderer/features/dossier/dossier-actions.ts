import type { CalendarDate } from '@shared/domain/date'
import { judgedNow } from '@shared/domain/judging'
import type { JudgementVerdict } from '@shared/domain/judgement'
import type { DivisionOpinionOnFile } from '@shared/domain/proceedings'
import type { CheckVerdict } from '@shared/domain/rule-ids'
import { actOnDossier, type ActionValues } from '@shared/acts/dossier-act'
import type { CheckResult } from '@shared/regulation/check-dossier'
import type { AvailableAction } from '@shared/workflow/status-machine'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { append, deskDatabase } from '@renderer/data/desk'
import { newLocalId } from '@renderer/platform/ids'

type OverrideVerdict = Exclude<CheckVerdict, 'provisional'>
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
  dossier: DossierCase,
  ruleId: string,
  answer: { readonly verdict: JudgementVerdict; readonly reason: string },
  { by, today }: Person,
): Promise<void> {
  await append({ type: 'rule.judged', payload: judged(dossier, ruleId, answer, { by, today }) })
}

/** A person overrides an automatic result; the reason is printed wherever the result is. */
export async function overrideRule(
  dossier: DossierCase,
  ruleId: string,
  answer: { readonly verdict: OverrideVerdict; readonly reason: string },
  { by, today }: Person,
): Promise<void> {
  await append({ type: 'rule.overridden', payload: judged(dossier, ruleId, answer, { by, today }) })
}

const judged = <Answer>(dossier: DossierCase, ruleId: string, answer: Answer, { by, today }: Person) => ({
  ...{ dossierId: dossier.file.id, ruleId, ...answer },
  ...{ by, on: today, ...judgedNow(dossier) },
})

/** What was said of a rule on an earlier version holds for the present one: the same word, said again by whoever confirms it. */
export async function confirmWord(
  dossier: DossierCase,
  { ruleId, kind, stale }: CheckResult,
  person: Person,
): Promise<void> {
  if (stale === null) return
  const { verdict, reason } = stale
  if (kind === 'automatic') await overrideRule(dossier, ruleId, { verdict: verdict as OverrideVerdict, reason }, person)
  else await judgeRule(dossier, ruleId, { verdict: verdict as JudgementVerdict, reason }, person)
}

/** 处室意见复核确认: a division's opinion holds for the present version. The sealed words stay as they are. */
export async function confirmDivisionOpinion(
  dossier: DossierCase,
  { kind, divisionId }: DivisionOpinionOnFile,
  note: string,
  { by, today }: Person,
): Promise<void> {
  const confirmation = { ...judgedNow(dossier), note, by, on: today }
  await append({
    type: 'division-opinion.confirmed',
    payload: { dossierId: dossier.file.id, kind, divisionId, confirmation },
  })
}
