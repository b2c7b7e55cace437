import type { CalendarDate } from '@shared/domain/date'
import { calendarDateSchema } from '@shared/domain/date'
import { dossierContentHash, type DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import type { JudgementVerdict } from '@shared/domain/judgement'
import type { CheckVerdict } from '@shared/domain/rule-ids'
import { changeSchema, revocationSchema } from '@shared/domain/pilot'
import { reRegisteredTerm } from '@shared/domain/pilot-dates'
import type { Action } from '@shared/records/payloads'
import type { AvailableAction } from '@shared/workflow/status-machine'
import type { DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'
import { newLocalId } from '@renderer/platform/ids'
import { fieldsOf } from './action-forms'

export type ActionValue = string | boolean | readonly string[] | null
export type ActionValues = Readonly<Record<string, ActionValue>>
type Person = { readonly by: string; readonly today: CalendarDate }

/** Keys of what an act still lacks: required and empty, or a day that is none. */
export function lackingValues(action: AvailableAction['action'], values: ActionValues): readonly string[] {
  const fields = [{ key: 'on', kind: 'day' as const, required: true }, ...fieldsOf(action)]
  return fields
    .filter(({ key, kind, required }) => {
      const value = values[key] ?? null
      if (kind === 'day' && value !== null && !calendarDateSchema.safeParse(value).success) return true
      return required === true && (value === null || value === '')
    })
    .map(({ key }) => key)
}

/** The records of an act of the status machine: the new state and what the act says. Values lack nothing. Pure. */
export function decideAct(
  dossier: DossierCase,
  { action, to }: AvailableAction,
  values: ActionValues,
  { by, rowId }: { readonly by: string; readonly rowId: string },
): readonly Action[] {
  const dossierId = dossier.file.id
  const text = (key: string): string => {
    const value = values[key]
    return typeof value === 'string' ? value.trim() : ''
  }
  const day = (key: string): CalendarDate | null => (text(key) === '' ? null : calendarDateSchema.parse(text(key)))
  const on = calendarDateSchema.parse(values['on'])
  const status: Action = {
    type: 'status.set',
    payload: { dossierId, action, from: dossier.status, to, on, by, note: text('note') },
  }
  const { content, proceedings } = dossier.file
  switch (action) {
    case 'accept':
      return [saved(dossier, content, on, dossier.file.version), status]
    case 'file':
      return [{ type: 'filing.decided', payload: { dossierId, decision: 'filed', on, no: text('no') } }, status]
    case 'refuse-filing':
      return [{ type: 'filing.decided', payload: { dossierId, decision: 'refused', on, reason: text('note') } }, status]
    case 'apply-pilot': {
      const coDivisionIds = values['coDivisionIds']
      const application = {
        no: text('no'),
        appliedOn: day('appliedOn'),
        acceptedOn: on,
        applicantUnitId: text('applicantUnitId'),
        hostDivisionId: text('hostDivisionId'),
        coDivisionIds: Array.isArray(coDivisionIds) ? [...(coDivisionIds as readonly string[])] : [],
      }
      const next = { ...content, application }
      return [saved(dossier, next, proceedings.receivedOn, dossier.file.version + 1), status]
    }
    case 'file-change': {
      const change = changeSchema.parse({
        id: rowId,
        kind: values['kind'],
        unitId: values['unitId'] ?? null,
        description: text('note'),
        completedOn: day('completedOn'),
        filedOn: on,
      })
      return [{ type: 'change.saved', payload: { dossierId, change } }, status]
    }
    case 'receive-annual-report': {
      const report = {
        year: Number(text('year')),
        hasSummary: values['hasSummary'] === true,
        hasPlan: values['hasPlan'] === true,
        toBusinessOn: day('toBusinessOn'),
        toPolicyOn: day('toPolicyOn'),
      }
      return [{ type: 'annual-report.saved', payload: { dossierId, report } }, status]
    }
    case 'evaluate': {
      const result = values['result'] === 'qualified' ? ('qualified' as const) : ('not-qualified' as const)
      const evaluation = { decidedOn: on, result, noticeNo: text('noticeNo') }
      const cycle = proceedings.evaluations.length + 1
      return [{ type: 'evaluation.saved', payload: { dossierId, cycle, evaluation } }, status]
    }
    case 're-register': {
      if (proceedings.pilotTerm === null) return [status]
      const span = reRegisteredTerm(proceedings.pilotTerm, on, dossier.facts.settings)
      const term = { ...span, noticeNo: text('noticeNo'), kind: 're-registered' as const }
      return [{ type: 'pilot-term.set', payload: { dossierId, term } }, status]
    }
    case 'fail-evaluation':
    case 'revoke': {
      const revocation = revocationSchema.parse({
        ground: action === 'revoke' ? values['ground'] : '17',
        facts: text('note'),
        evidence: text('evidence'),
        heardOn: day('heardOn'),
        decidedOn: on,
        noticeNo: text('noticeNo'),
      })
      return [{ type: 'revocation.recorded', payload: { dossierId, revocation } }, status]
    }
    default:
      return [status]
  }
}

function saved(
  { file }: DossierCase,
  content: DossierContent,
  receivedOn: CalendarDate | null,
  version: number,
): Action {
  const { id: dossierId, regulationVersionId } = file
  const contentHash = dossierContentHash(content)
  return {
    type: 'dossier.saved',
    payload: { dossierId, version, contentHash, regulationVersionId, receivedOn, content },
  }
}

/** Does an act of the status machine. */
export async function act(
  dossier: DossierCase,
  action: AvailableAction,
  values: ActionValues,
  { by }: Pick<Person, 'by'>,
): Promise<void> {
  await append(...decideAct(dossier, action, values, { by, rowId: newLocalId('c') }))
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
