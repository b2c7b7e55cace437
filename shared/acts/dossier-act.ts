import { calendarDateSchema, yearOf, type CalendarDate } from '../domain/date'
import { dossierContentHash, type DossierContent } from '../domain/dossier'
import type { OfficeSettings } from '../domain/office'
import { judgedNow } from '../domain/judging'
import { measureOf } from '../domain/measure'
import { isFiled } from '../domain/is-filed'
import { changeSchema, type Change } from '../domain/change'
import { annualReportSchema, batchSchema, revocationSchema, type AnnualReport, type Batch } from '../domain/pilot'
import { evaluationCycle, evaluationOf } from '../domain/pilot-terms'
import { reRegisteredTerm } from '../domain/pilot-dates'
import { reportCampaignOf } from '../domain/report-terms'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import type { StatusAction } from '../workflow/status-actions'
import type { Proceedings } from '../domain/proceedings'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type ActingDossier, type Decided, type Gap, type Person } from './act'
import { dayOfAct, fieldsOf, type ActionField } from './act-fields'
import { daysOnFile } from './days-on-file'
import { asKept, handedOver, saveHandling, split } from './handling'
import { moveStatus } from './move-status'
import { typedYear } from '../lib/typed-year'
import { numberGaps } from './typed-numbers'

export type ActionValue = string | boolean | readonly string[] | null
export type ActionValues = Readonly<Record<string, ActionValue>>

/**
 * Everything that is wrong with what was typed for an act, field by field: required and empty, no day, no year, and
 * days, years and numbers that contradict the procedure. Pure.
 */
export function gapsOfValues(
  { file }: Pick<ActingDossier, 'file'>,
  action: StatusAction,
  values: ActionValues,
  today: CalendarDate,
): readonly Gap[] {
  const fields: readonly TypedField[] = [
    { key: 'on', kind: 'day', required: true, day: dayOfAct(action) },
    ...fieldsOf(action),
  ]
  const wrong = fields.flatMap(({ key, kind, required }): readonly Gap[] => {
    const value = values[key] ?? null
    if (value === null || value === '') return required === true ? [gapAt(key, 'needed')] : []
    if (kind === 'day') return calendarDateSchema.safeParse(value).success ? [] : [gapAt(key, 'need-date')]
    if (kind === 'year') return yearGaps(key, textOf(values, key), file.proceedings, today)
    if (typeof value !== 'string') return []
    if (required === true && value.trim() === '') return [gapAt(key, 'needed')]
    const most = mostCharacters[kind]
    return most === undefined || value.trim().length <= most ? [] : [gapAt(key, 'too-long', { most })]
  })
  const dayAt = (key: string): CalendarDate | null => calendarDateSchema.safeParse(values[key]).data ?? null
  const typed = fields.flatMap(({ key, day }) => (day === undefined ? [] : [[day, dayAt(key)] as const]))
  const fieldOf = new Map(fields.flatMap(({ key, day }) => (day === undefined ? [] : [[day, key] as const])))
  const faults = dayFaults(Object.fromEntries(typed), daysOnFile(file), today)
  const numbers = fields.filter(({ isNumber }) => isNumber === true)
  return [
    ...wrong,
    ...(action === 'set-report-window' ? roundGaps(textOf(values, 'year'), file.proceedings) : []),
    ...faults.map((fault) => gapOfFault(fault, fieldOf.get(fault.day) ?? 'on')),
    ...numbers.flatMap(({ key }) => numberGaps(key, textOf(values, key), dayAt('on'))),
    ...(action === 'evaluate' && values['result'] === 'not-qualified' ? rectifying(file.proceedings) : []),
    ...(action === 'hand-over' ? divisionGaps(file.content.application, values) : []),
  ]
}

/** Who was told to put things right is looked at a second time before the result says that it failed (work rule). */
function rectifying(proceedings: Proceedings): readonly Gap[] {
  const { pilotTerm: term } = proceedings
  const { rectification } = (term === null ? undefined : evaluationOf(proceedings, term))?.course ?? {}
  if (rectification === undefined || rectification.secondLook !== undefined) return []
  return [gapAt('result', 'rectify-running', { until: rectification.until })]
}

/** Handed over is what somebody else has from now on. */
function divisionGaps(
  { hostDivisionId, coDivisionIds }: ActingDossier['file']['content']['application'],
  values: ActionValues,
): readonly Gap[] {
  const listed = (ids: unknown): string => (Array.isArray(ids) ? (ids as readonly string[]).toSorted().join() : '')
  const isSame =
    textOf(values, 'hostDivisionId') === hostDivisionId && listed(values['coDivisionIds']) === listed(coDivisionIds)
  return isSame ? [gapAt('hostDivisionId', 'same-divisions')] : []
}

/** As many as every record takes that such a field goes to. */
const mostCharacters: Partial<Readonly<Record<ActionField['kind'], number>>> = { text: 80, area: 20_000 }

type TypedField = Pick<ActionField, 'key' | 'kind' | 'required' | 'day' | 'isNumber'>

/** A report is about a year in which the alliance is a pilot, and that has begun. */
function yearGaps(
  field: string,
  typed: string,
  { pilotTerm: term, publication }: Proceedings,
  today: CalendarDate,
): readonly Gap[] {
  const year = typedYear(typed)
  if (year === null || year < 2000 || year > 2199) return [gapAt(field, 'need-year')]
  if (term === null) return []
  const from = yearOf([term.from, publication?.notice.writtenOn ?? term.from].toSorted()[0] ?? term.from)
  const to = Math.min(yearOf(term.to), yearOf(today))
  return from <= year && year <= to ? [] : [gapAt(field, 'year-outside', { year, from, to })]
}

/** Where a round of the office sets the days of a year, one alliance's own day is an extension within it. */
function roundGaps(typed: string, proceedings: Proceedings): readonly Gap[] {
  const year = typedYear(typed)
  const isSet = year !== null && reportCampaignOf(proceedings, year) !== null
  return isSet ? [gapAt('year', 'campaign-governs', { year })] : []
}

type Beside = {
  readonly rowId: string
  readonly settings: OfficeSettings
  /** The open batch that holds the dossier, if one does. */
  readonly batch?: Batch | null
}

/**
 * One act of the status table: the new status and what the act says beside it. `settings` give a new term its length,
 * `rowId` is the id of a change that is filed. Gaps: every field that is wrong, else what is in the way of the move.
 * Pure.
 */
export function actOnDossier(
  dossier: ActingDossier,
  action: StatusAction,
  values: ActionValues,
  said: Person & Beside & { readonly today: CalendarDate },
): Decided {
  const gaps = gapsOfValues(dossier, action, values, said.today)
  if (gaps.length > 0) return err(gaps)
  const on = calendarDateSchema.parse(values['on'])
  const move = moveStatus(dossier, action, {
    on,
    by: said.by,
    note: textOf(values, 'note'),
    ...detailsOf(values),
  })
  if (!move.ok) return err([move.error])
  const records = besides(dossier, action, values, said)
  // Who handles a dossier is no move: the last one, of which letters are made, stays the last.
  return ok(action === 'hand-over' ? records : [...records, move.value])
}

/** What the move itself says beside its note: the day that a notice names, the paper that a withdrawal rests on. */
function detailsOf(values: ActionValues): { readonly until?: CalendarDate; readonly paper?: string } {
  const until = textOf(values, 'until')
  const paper = textOf(values, 'paper')
  return {
    ...(until !== '' && { until: calendarDateSchema.parse(until) }),
    ...(paper !== '' && { paper }),
  }
}

/** A change that was noted before it was filed is filed as that very one. */
const knownChange = (
  changes: readonly Change[],
  said: { readonly kind: unknown; readonly unitId: unknown; readonly completedOn: CalendarDate | null },
): Change | undefined =>
  changes.find(
    (change) =>
      change.filedOn === null &&
      change.kind === said.kind &&
      change.unitId === said.unitId &&
      change.completedOn === said.completedOn,
  )

/** What is known of the report of a year. */
const reportOf = ({ annualReports }: { readonly annualReports: readonly AnnualReport[] }, year: string): AnnualReport =>
  annualReports.findLast((report) => report.year === typedYear(year)) ??
  annualReportSchema.parse({ year: typedYear(year) ?? 0 })

const textOf = (values: ActionValues, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value.trim() : ''
}

/** What an act puts on record beside the new status. */
function besides(
  dossier: ActingDossier,
  action: StatusAction,
  values: ActionValues,
  { rowId, settings, batch = null, by }: Beside & Person,
): readonly Action[] {
  const dossierId = dossier.file.id
  const text = (key: string): string => textOf(values, key)
  const day = (key: string): CalendarDate | null => (text(key) === '' ? null : calendarDateSchema.parse(text(key)))
  const on = calendarDateSchema.parse(values['on'])
  const { content, proceedings } = dossier.file
  switch (action) {
    case 'accept':
      return [saved(dossier, asKept(content, dossier.contentHash), on, dossier.file.version)]
    case 'file':
      return [
        {
          type: 'filing.decided',
          payload: { dossierId, decision: 'filed', on, no: text('no'), ...judgedNow(dossier) },
        },
      ]
    case 'withdraw-filing':
      // What was never filed has no filing to be taken back.
      return isFiled(content, proceedings)
        ? [
            {
              type: 'filing.decided',
              payload: { dossierId, decision: 'withdrawn', on, reason: text('note'), ...judgedNow(dossier) },
            },
          ]
        : []
    case 'withdraw-application': {
      // A batch that went on holding it would publish, or be held up by, what nobody asks for any more.
      if (batch?.status !== 'open' || !batch.dossierIds.includes(dossierId)) return []
      const dossierIds = batch.dossierIds.filter((id) => id !== dossierId)
      return [{ type: 'batch.saved', payload: batchSchema.parse({ ...batch, dossierIds }) }]
    }
    case 'refuse-filing':
      return [
        {
          type: 'filing.decided',
          payload: { dossierId, decision: 'refused', on, reason: text('note'), ...judgedNow(dossier) },
        },
      ]
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
      const { stored, handling } = split({ ...content, application })
      return [
        saved(dossier, stored, proceedings.receivedOn, dossier.file.version + 1),
        saveHandling(dossierId, handling, { by, on }),
      ]
    }
    case 'hand-over': {
      const handedTo = values['coDivisionIds']
      const co = Array.isArray(handedTo) ? (handedTo as readonly string[]) : []
      const to = { hostDivisionId: text('hostDivisionId'), coDivisionIds: co }
      const handling = handedOver(content, proceedings.successions, {
        ...to,
        isSuccession: text('why') === 'succeeded',
        on,
      })
      return [saveHandling(dossierId, handling, { by, on, reason: text('note') })]
    }
    case 'file-change':
    case 'note-change': {
      const said = { kind: values['kind'], unitId: values['unitId'] ?? null, completedOn: day('completedOn') }
      const known = knownChange(proceedings.changes, said)
      const change = changeSchema.parse({
        ...said,
        id: known?.id ?? rowId,
        description: text('note') === '' ? (known?.description ?? '') : text('note'),
        filedOn: action === 'file-change' ? on : null,
      })
      return [{ type: 'change.saved', payload: { dossierId, change } }]
    }
    case 'set-report-window': {
      const override = { from: day('from'), to: day('to'), noticeNo: text('noticeNo') }
      const report = annualReportSchema.parse({ ...reportOf(proceedings, text('year')), override })
      return [{ type: 'annual-report.saved', payload: { dossierId, report } }]
    }
    case 'receive-annual-report': {
      // What was received before stays received: the second part of a report often comes on another day.
      const before = reportOf(proceedings, text('year'))
      const report = annualReportSchema.parse({
        ...before,
        hasSummary: before.hasSummary || values['hasSummary'] === true,
        hasPlan: before.hasPlan || values['hasPlan'] === true,
        toBusinessOn: day('toBusinessOn') ?? before.toBusinessOn,
        toPolicyOn: day('toPolicyOn') ?? before.toPolicyOn,
      })
      return [{ type: 'annual-report.saved', payload: { dossierId, report } }]
    }
    case 'open-evaluation':
    case 'evaluate': {
      const term = proceedings.pilotTerm
      const before = term === null ? undefined : evaluationOf(proceedings, term)
      const result = values['result'] === 'qualified' ? ('qualified' as const) : ('not-qualified' as const)
      const evaluation = {
        ...before,
        ...(term !== null && { termFrom: term.from }),
        ...(action === 'open-evaluation' ? { openedOn: on } : { decidedOn: on, result, noticeNo: text('noticeNo') }),
      }
      const cycle = term === null ? proceedings.evaluations.length + 1 : evaluationCycle(proceedings, term)
      return [{ type: 'evaluation.saved', payload: { dossierId, cycle, evaluation } }]
    }
    case 're-register': {
      if (proceedings.pilotTerm === null) return []
      const span = reRegisteredTerm(proceedings.pilotTerm, on, settings, measureOf(dossier.file))
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
