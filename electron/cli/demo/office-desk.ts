import { archiveFactsOf, type ArchiveFacts } from '@shared/acts/archive-facts'
import { rowsOfState, type DeskRows } from '@shared/acts/bundle-contents'
import { actOnDossier, type ActionValues } from '@shared/acts/dossier-act'
import { caseOf, type DossierCase } from '@shared/acts/dossier-case'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { DossierId, PanelId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { dossiersOf } from '@shared/records/projection'
import type { StatusAction } from '@shared/workflow/status-actions'
import type { DemoDesk } from './demo-desk'

/**
 * The division's desk with what its screens would know: dossiers folded from the journal, checked, with what may be
 * done.
 */
export type OfficeDesk = DemoDesk & {
  readonly settings: OfficeSettings
  readonly today: CalendarDate
  /** Dossiers as they stand. */
  readonly cases: (ids: readonly DossierId[], panelId?: PanelId) => Promise<readonly DossierCase[]>
  readonly case: (id: DossierId, panelId?: PanelId) => Promise<DossierCase>
  /** Every row of the desk. */
  readonly rows: () => Promise<DeskRows>
  /** Ids of every record that speaks of a dossier. */
  readonly history: (id: DossierId) => Promise<readonly string[]>
  /** What 归档目录 lists of a dossier. */
  readonly archive: (id: DossierId) => Promise<ArchiveFacts>
  /** One act of the status table, as its form would have it filled in. @throws Error naming what is in its way */
  readonly act: (id: DossierId, action: StatusAction, values: ActionValues) => Promise<void>
}

export function officeDesk(desk: DemoDesk, settings: OfficeSettings, today: CalendarDate): OfficeDesk {
  const by = desk.desk.name
  const cases: OfficeDesk['cases'] = async (ids, panelId) => {
    const folded = foldDesk(await desk.records())
    return ids.map((id) => {
      const assembled = assembleDossier(id, rowsOfDossier(folded, id), panelId === undefined ? {} : { panelId })
      if (assembled === null) throw new Error(`the journal holds no dossier ${id}`)
      return caseOf(assembled, { settings, calendar: vendoredCalendar, today })
    })
  }
  const one: OfficeDesk['case'] = async (id, panelId) => {
    const [found] = await cases([id], panelId)
    if (found === undefined) throw new Error(id)
    return found
  }
  const ofDossier = async (id: DossierId) => (await desk.records()).filter((record) => dossiersOf(record).includes(id))
  return {
    ...desk,
    settings,
    today,
    cases,
    case: one,
    rows: async () => rowsOfState(foldDesk(await desk.records()).state),
    history: async (id) => (await ofDossier(id)).map((record) => record.id),
    archive: async (id) => {
      const records = await ofDossier(id)
      const desks = new Map(
        (await desk.records()).flatMap(({ type, payload }) =>
          type === 'desk.introduced' ? [[payload.keyId as string, `${payload.name}（${payload.unit}）`] as const] : [],
        ),
      )
      return archiveFactsOf(
        records.flatMap(({ type, payload }) => (type === 'document.exported' ? [payload] : [])),
        [],
        records.map(({ id: recordId, type, at, author }) => ({
          id: recordId,
          type,
          on: calendarDateSchema.parse(at.slice(0, 10)),
          author: desks.get(author) ?? author,
        })),
      )
    },
    act: async (id, action, values) => {
      const said = { by, today, settings, rowId: 'demo' }
      await desk.do(actOnDossier(await one(id), action, values, said))
    },
  }
}
