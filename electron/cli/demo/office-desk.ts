import { moveStatus } from '@shared/acts/move-status'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import { assembleDossier, type AssembledDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier, type CheckResult } from '@shared/regulation/check-dossier'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import type { StatusAction } from '@shared/workflow/status-actions'
import { availableActions } from '@shared/workflow/status-machine'
import type { DemoDesk } from './demo-desk'

/** The division's desk with what its screens would know: dossiers folded from the journal, checked, moved by the status table. */
export type OfficeDesk = DemoDesk & {
  readonly settings: OfficeSettings
  readonly today: CalendarDate
  readonly dossier: (id: DossierId) => Promise<AssembledDossier>
  readonly check: (dossier: AssembledDossier) => readonly CheckResult[]
  /** Takes one step of the status table. @throws Error naming the rules in the way */
  readonly move: (id: DossierId, action: StatusAction, on: CalendarDate) => Promise<void>
}

export function officeDesk(desk: DemoDesk, settings: OfficeSettings, today: string): OfficeDesk {
  const day = calendarDateSchema.parse(today)
  const dossier: OfficeDesk['dossier'] = async (id) => {
    const assembled = assembleDossier(id, rowsOfDossier(foldDesk(await desk.records()), id))
    if (assembled === null) throw new Error(`the journal holds no dossier ${id}`)
    return assembled
  }
  const factsOf = ({ file: { content, proceedings } }: AssembledDossier) => ({
    content,
    proceedings,
    settings,
    today: day,
    calendar: vendoredCalendar,
  })
  const check: OfficeDesk['check'] = (assembled) => checkDossier(regulation2010, factsOf(assembled))
  return {
    ...desk,
    settings,
    today: day,
    dossier,
    check,
    move: async (id, action, on) => {
      const assembled = await dossier(id)
      const guards = workflowGuards(check(assembled), factsOf(assembled))
      const actions = availableActions(assembled.status, guards)
      const moved = moveStatus({ ...assembled, actions }, action, { on, by: desk.desk.name })
      if (!moved.ok) {
        const { code, rules } = moved.error
        throw new Error(`${assembled.status}: ${action} is ${code} ${rules.join(', ')}`)
      }
      await desk.append(moved.value)
    },
  }
}
