import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { dossierContentHash, type DossierContent } from '../domain/dossier'
import type { OfficeSettings } from '../domain/office'
import { changeSchema, revocationSchema } from '../domain/pilot'
import { evaluationCycle } from '../domain/pilot-terms'
import { reRegisteredTerm } from '../domain/pilot-dates'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import type { StatusAction } from '../workflow/status-actions'
import { gapAt, type ActingDossier, type Decided, type Person } from './act'
import { fieldsOf } from './act-fields'
import { moveStatus } from './move-status'

export type ActionValue = string | boolean | readonly string[] | null
export type ActionValues = Readonly<Record<string, ActionValue>>

/** Keys of what an act still lacks: required and empty, or a day that is none. */
export function lackingValues(action: StatusAction, values: ActionValues): readonly string[] {
  const fields = [{ key: 'on', kind: 'day' as const, required: true }, ...fieldsOf(action)]
  return fields
    .filter(({ key, kind, required }) => {
      const value = values[key] ?? null
      if (kind === 'day' && value !== null && !calendarDateSchema.safeParse(value).success) return true
      return required === true && (value === null || value === '')
    })
    .map(({ key }) => key)
}

/**
 * One act of the status table: the new status and what the act says beside it. `settings` give a new term its length, `rowId`
 * is the id of a change that is filed. Gaps: fields that lack a value, else what is in the way of the move. Pure.
 */
export function actOnDossier(
  dossier: ActingDossier,
  action: StatusAction,
  values: ActionValues,
  said: Person & { readonly rowId: string; readonly settings: OfficeSettings },
): Decided {
  const lacking = lackingValues(action, values)
  if (lacking.length > 0) return err(lacking.map((field) => gapAt(field, 'needed')))
  const on = calendarDateSchema.parse(values['on'])
  const move = moveStatus(dossier, action, { on, by: said.by, note: textOf(values, 'note') })
  return move.ok ? ok([...besides(dossier, action, values, said), move.value]) : err([move.error])
}

const textOf = (values: ActionValues, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value.trim() : ''
}

/** What an act puts on record beside the new status. */
function besides(
  dossier: ActingDossier,
  action: StatusAction,
  values: ActionValues,
  { rowId, settings }: { readonly rowId: string; readonly settings: OfficeSettings },
): readonly Action[] {
  const dossierId = dossier.file.id
  const text = (key: string): string => textOf(values, key)
  const day = (key: string): CalendarDate | null => (text(key) === '' ? null : calendarDateSchema.parse(text(key)))
  const on = calendarDateSchema.parse(values['on'])
  const { content, proceedings } = dossier.file
  switch (action) {
    case 'accept':
      return [saved(dossier, content, on, dossier.file.version)]
    case 'file':
      return [{ type: 'filing.decided', payload: { dossierId, decision: 'filed', on, no: text('no') } }]
    case 'refuse-filing':
      return [{ type: 'filing.decided', payload: { dossierId, decision: 'refused', on, reason: text('note') } }]
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
      return [saved(dossier, next, proceedings.receivedOn, dossier.file.version + 1)]
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
      return [{ type: 'change.saved', payload: { dossierId, change } }]
    }
    case 'receive-annual-report': {
      const report = {
        year: Number(text('year')),
        hasSummary: values['hasSummary'] === true,
        hasPlan: values['hasPlan'] === true,
        toBusinessOn: day('toBusinessOn'),
        toPolicyOn: day('toPolicyOn'),
      }
      return [{ type: 'annual-report.saved', payload: { dossierId, report } }]
    }
    case 'evaluate': {
      const result = values['result'] === 'qualified' ? ('qualified' as const) : ('not-qualified' as const)
      const term = proceedings.pilotTerm
      const evaluation = {
        ...(term !== null && { termFrom: term.from }),
        decidedOn: on,
        result,
        noticeNo: text('noticeNo'),
      }
      const cycle = term === null ? proceedings.evaluations.length + 1 : evaluationCycle(proceedings, term)
      return [{ type: 'evaluation.saved', payload: { dossierId, cycle, evaluation } }]
    }
    case 're-register': {
      if (proceedings.pilotTerm === null) return []
      const span = reRegisteredTerm(proceedings.pilotTerm, on, settings)
      const term = { ...span, noticeNo: text('noticeNo'), kind: 're-registered' as const }
      return [{ type: 'pilot-term.set', payload: { dossierId, term } }]
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
      return [{ type: 'revocation.recorded', payload: { dossierId, revocation } }]
    }
    default:
      return []
  }
}

function saved(
  { file }: ActingDossier,
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
