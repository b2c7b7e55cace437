import type { Campaign } from '../domain/campaign'
import type { CalendarDate } from '../domain/date'
import type { DossierId } from '../domain/ids'
import type { DossierStatus } from '../domain/status'
import { deadlinesAhead, type DeadlineFacts, type DeadlineKind } from './deadline-of'

/** What a day of the division's calendar is about; names the message `agenda.<kind>`. */
export type AgendaKind = DeadlineKind | 'campaign-end' | 'supplement' | 'panel' | 'bar-end'

export type AgendaEntry = {
  /** Stays the same as long as it is about the same. */
  readonly id: string
  readonly day: CalendarDate
  readonly kind: AgendaKind
  /** Whom or what it is about. */
  readonly name: string
  /** Where it is looked at. */
  readonly place: string
  /** 暂定: a year on the way has no calendar yet. */
  readonly provisional: boolean
  readonly overdue: boolean
  /** How many are still awaited, of a campaign. */
  readonly open: number | null
}

/** What a desk knows for its calendar. */
export type AgendaFacts = {
  readonly dossiers: readonly {
    readonly id: DossierId
    readonly name: string
    readonly status: DossierStatus
    readonly proceedings: DeadlineFacts['proceedings']
  }[]
  readonly campaigns: readonly { readonly campaign: Campaign; readonly name: string; readonly open: number }[]
  /** Notices of supplement that named a day. */
  readonly supplements: readonly { readonly id: DossierId; readonly name: string; readonly until: CalendarDate }[]
  readonly panels: readonly { readonly id: string; readonly title: string; readonly heldOn: CalendarDate }[]
  /** Last days of bars (Art. 19). */
  readonly bars: readonly { readonly id: DossierId; readonly name: string; readonly until: CalendarDate }[]
} & Pick<DeadlineFacts, 'settings' | 'calendar' | 'today'>

/**
 * 处室日历: every day that the division waits for, of all alliances and rounds, the earliest first. A day that is over
 * stays as long as what it waited for did not come; what was only planned for it (a panel, the end of a bar) is over
 * with its day.
 */
export function agendaOf(facts: AgendaFacts): readonly AgendaEntry[] {
  const { settings, calendar, today } = facts
  const ofDossiers = facts.dossiers.flatMap(({ id, name, status, proceedings }) =>
    deadlinesAhead(status, { proceedings, settings, calendar, today }).map(({ kind, day, provisional, overdue }) =>
      entry(kind, day, { id: `${id}/${kind}/${day}`, name, place: `/dossiers/${id}`, provisional, overdue }),
    ),
  )
  const ofCampaigns = facts.campaigns
    .filter(({ campaign, open }) => campaign.status === 'running' && open > 0)
    .map(({ campaign: { id, to }, name, open }) =>
      entry('campaign-end', to, { id: `${id}/end`, name, place: `/campaigns/${id}`, overdue: today > to, open }),
    )
  const supplements = facts.supplements.map(({ id, name, until }) =>
    entry('supplement', until, { id: `${id}/supplement`, name, place: `/dossiers/${id}`, overdue: today > until }),
  )
  const panels = facts.panels
    .filter(({ heldOn }) => heldOn >= today)
    .map(({ id, title, heldOn }) => entry('panel', heldOn, { id: `${id}/panel`, name: title, place: `/panels/${id}` }))
  const bars = facts.bars
    .filter(({ until }) => until >= today)
    .map(({ id, name, until }) => entry('bar-end', until, { id: `${id}/bar`, name, place: `/dossiers/${id}` }))
  return [...ofDossiers, ...ofCampaigns, ...supplements, ...panels, ...bars].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
}

const entry = (
  kind: AgendaKind,
  day: CalendarDate,
  about: Pick<AgendaEntry, 'id' | 'name' | 'place'> & Partial<AgendaEntry>,
): AgendaEntry => ({ kind, day, provisional: false, overdue: false, open: null, ...about })

/** The days of a month in weeks from Monday, with `null` before its first and after its last. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const before = (first.getUTCDay() + 6) % 7
  const days = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  ]
  const padded = [...days, ...Array.from({ length: (7 - (days.length % 7)) % 7 }, () => null)]
  return Array.from({ length: padded.length / 7 }, (_, index) => padded.slice(index * 7, index * 7 + 7))
}
