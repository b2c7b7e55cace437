import type { Campaign } from '@shared/domain/campaign'
import type { CalendarDate } from '@shared/domain/date'
import { revocationBar } from '@shared/domain/pilot-dates'
import { agendaOf, type AgendaEntry } from '@shared/workflow/agenda'
import { statusOn } from '@shared/workflow/deadline-of'
import { loadCalendar } from './calendars'
import { listCampaigns, loadBoard } from './campaigns'
import { deskDatabase } from './desk'
import { loadOffice } from './office'
import { bookOf } from './summary-book'

/** Every day that the division waits for, of all alliances and rounds. */
export async function loadAgenda(
  today: CalendarDate,
  nameOfCampaign: (campaign: Campaign) => string,
): Promise<readonly AgendaEntry[]> {
  const db = deskDatabase()
  const [settings, calendar, campaigns, statuses, panels, revocations] = await Promise.all([
    loadOffice(),
    loadCalendar(),
    listCampaigns(),
    db.rows('statuses').toArray(),
    db.rows('panels').toArray(),
    db.rows('revocations').toArray(),
    // Whoever looks at the calendar looks again when anything was applied.
    db.meta.get('applied'),
  ])
  const summaries = await bookOf(db).all()
  const names = new Map(summaries.map(({ id, name }) => [id as string, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const running = campaigns.filter(({ status }) => status === 'running')
  return agendaOf({
    settings,
    calendar,
    today,
    dossiers: summaries.flatMap(({ id, name, status, pilot }) =>
      pilot === null ? [] : [{ id, name, status: statusOn(status, pilot, today), proceedings: pilot }],
    ),
    campaigns: await Promise.all(
      running.map(async (campaign) => ({
        campaign,
        name: nameOfCampaign(campaign),
        open: (await loadBoard(campaign.id, today)).filter(({ standing: { kind } }) => kind !== 'in' && kind !== 'late')
          .length,
      })),
    ),
    supplements: statuses.flatMap(({ value: { dossierId, to, until } }) =>
      to === 'supplement' && until !== undefined && until !== null
        ? [{ id: dossierId, name: nameOf(dossierId), until }]
        : [],
    ),
    panels: panels.map(({ value: { id, title, heldOn } }) => ({ id, title, heldOn })),
    bars: revocations.flatMap(({ value: { dossierId, revocation } }) => {
      const bar = revocationBar(revocation, settings)
      return bar === null ? [] : [{ id: dossierId, name: nameOf(dossierId), until: bar.barredUntil }]
    }),
  })
}
