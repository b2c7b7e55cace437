import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import { officeSettingsSchema, type OfficeSettings } from '@shared/domain/office'
import type { Panel } from '@shared/domain/panel'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import type { DemoDesk } from './demo-desk'
import type { DemoRun } from './demo-run'
import type { SampleReview } from './sample-review'

export const openOffice = (run: DemoRun): Promise<DemoDesk> =>
  run.openDesk({
    role: 'division',
    name: '政策法规处（示例）',
    unit: '四川省科学技术厅（示例）',
    passphrase: 'demonstration only',
  })

export async function openExperts(run: DemoRun, panel: Panel): Promise<ReadonlyMap<string, DemoDesk>> {
  const desks = new Map<string, DemoDesk>()
  for (const { id, name, unitName } of panel.experts) {
    desks.set(id, await run.openDesk({ role: 'expert', name, unit: unitName, passphrase: 'demonstration only' }))
  }
  return desks
}

/** Invented bodies in the place of the office's editable list, so that the notice reads as one does. */
export function demoSettings(): OfficeSettings {
  const settings = defaultOfficeSettings()
  const names = ['发展改革', '经济和信息化', '教育', '财政', '国有资产监督管理']
  return officeSettingsSchema.parse({
    ...settings,
    interpretation: { ...settings.interpretation, publicDisplay: true },
    agencies: settings.agencies.map((agency, index) => {
      const name = names[index - 1]
      return agency.isHost || name === undefined ? agency : { ...agency, name: `四川省示例${name}部门` }
    }),
  })
}

/** The day on which everything of the sample has happened, whatever the computer's clock says. */
export const dayOfDemo = (today: string, { notice }: SampleReview): CalendarDate =>
  calendarDateSchema.parse([today, notice.printedOn ?? '', notice.writtenOn ?? ''].toSorted().at(-1))
