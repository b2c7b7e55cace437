import type { CalendarDate } from '../domain/date'
import { memberById } from '../domain/dossier'
import { measureOf } from '../domain/measure'
import { revocationBar } from '../domain/pilot-dates'
import { termsOf } from '../domain/pilot-terms'
import type { EndedAlliance } from '../domain/ended-alliance'
import type { PilotTerm } from '../domain/pilot'
import { registerFor, sameAllianceHints } from '../regulation/same-alliance'
import { agendaOf, type AgendaEntry } from '../workflow/agenda'
import { takesAction } from '../workflow/status-moves'
import { awaitedOf, type Awaited } from './awaited'
import type { DossierCase } from './dossier-case'

/** A paper by its number, and its day where that is on record. */
type Numbered = { readonly no: string; readonly on: CalendarDate | null }

/** An earlier ending that may be of this alliance, for a person to judge (Art. 19, note 26). */
export type Likeness = {
  readonly prior: EndedAlliance
  readonly sameName: boolean
  readonly sameLead: boolean
  readonly sharedMemberCount: number
  /** Last day of the bar that it would bring, and whether that is still to come; null: it bars nothing. */
  readonly bar: { readonly until: CalendarDate; readonly holds: boolean } | null
}

/** Where an alliance stands: the head of its page. */
export type Standing = {
  readonly term: PilotTerm | null
  /** Of how many terms it is the last. */
  readonly termCount: number
  readonly notice: Numbered | null
  readonly filing: Numbered | null
  readonly chairUnit: string
  readonly hostDivision: string
  /** Art. 10: divisions that take part. */
  readonly coDivisions: readonly string[]
  /** Every day that was missed, and the next to come. */
  readonly due: readonly AgendaEntry[]
  readonly awaited: readonly Awaited[]
  /** Of an own revocation (Art. 17, 19). */
  readonly barredUntil: CalendarDate | null
  readonly likeness: readonly Likeness[]
}

/** The head of an alliance's page, of its newest version and everything on record, as of the day of the case. Pure. */
export function whereItStands(dossier: DossierCase): Standing {
  const { content, proceedings } = dossier.file
  const { settings, today } = dossier.facts
  const { pilotTerm: term, publication, filingDecision, revocation } = proceedings
  const { hostDivisionId, coDivisionIds } = content.application
  const divisionName = (id: string) => settings.divisions.find((division) => division.id === id)?.name ?? id
  const bar = revocation === null ? null : revocationBar(revocation, settings, measureOf(dossier.file))
  const notice = publication?.notice ?? null
  return {
    term,
    termCount: termsOf(proceedings).length,
    notice:
      term === null || term.noticeNo === ''
        ? null
        : { no: term.noticeNo, on: notice?.docNo === term.noticeNo ? notice.writtenOn : null },
    filing: filingOf(filingDecision, content.filing),
    chairUnit: memberById(content, content.alliance.chairUnitId)?.fullName ?? '',
    hostDivision: hostDivisionId === null ? '' : divisionName(hostDivisionId),
    coDivisions: coDivisionIds.map(divisionName),
    due: dueOf(dossier, bar?.barredUntil ?? null),
    awaited: awaitedOf(dossier),
    barredUntil: bar?.barredUntil ?? null,
    likeness: sameAllianceHints(content, registerFor(proceedings), settings).map(
      ({ prior, sameName, sameLead, sharedMemberCount }) => ({
        ...{ prior, sameName, sameLead, sharedMemberCount },
        bar: barOf(prior, settings, today),
      }),
    ),
  }
}

function filingOf(
  decision: DossierCase['file']['proceedings']['filingDecision'],
  known: DossierCase['file']['content']['filing'],
): Numbered | null {
  const no = (decision?.decision === 'filed' ? decision.no : '') || known.filingNo
  const on = decision?.decision === 'filed' ? decision.on : known.filedOn
  return no === '' && on === null ? null : { no, on }
}

function barOf({ ground, decidedOn }: EndedAlliance, settings: DossierCase['facts']['settings'], today: CalendarDate) {
  const bar = ground === null ? null : revocationBar({ ground, decidedOn }, settings)
  return bar === null ? null : { until: bar.barredUntil, holds: today <= bar.barredUntil }
}

/** The division's calendar, of this alliance alone. */
function dueOf(dossier: DossierCase, barredUntil: CalendarDate | null): readonly AgendaEntry[] {
  const { id, content, proceedings } = dossier.file
  const { settings, calendar, today } = dossier.facts
  const { name } = content.alliance
  const { lastMove, panel, panelOpinion } = proceedings
  const until = takesAction(dossier.status, 'close-unsupplemented') ? (lastMove?.until ?? null) : null
  const entries = agendaOf({
    ...{ settings, calendar, today },
    dossiers: [{ id, name, status: dossier.status, proceedings }],
    campaigns: [],
    supplements: until === null ? [] : [{ id, name, until }],
    panels: panel === null || panelOpinion !== null ? [] : [panel],
    bars: barredUntil === null ? [] : [{ id, name, until: barredUntil }],
  })
  return [...entries.filter(({ overdue }) => overdue), ...entries.filter(({ overdue }) => !overdue).slice(0, 1)]
}
