import type { Command } from 'commander'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import type { CalendarDate } from '@shared/domain/date'
import { countOption, dayOption } from '../options'
import { readCalendars } from '../read-calendars'
import { answerJson, type CliWorld } from '../world'

type DeadlineOptions = { from: CalendarDate; workingDays: number; calendar?: string[]; json?: true }

/** `lianshen deadline`: the last of a span of working days (Art. 18). */
export function addDeadlineCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('deadline')
    .description(t('cli.deadline.about'))
    .requiredOption('--from <YYYY-MM-DD>', t('cli.deadline.from'), dayOption(t))
    .option('--working-days <N>', t('cli.deadline.workingDays'), countOption(t), 30)
    .option('--calendar <FILE...>', t('cli.option.calendar'))
    .option('--json', t('cli.option.json'))
    .action(async ({ from, workingDays, calendar, json }: DeadlineOptions) => {
      const { lastDay, provisional } = workDayDeadline(from, workingDays, await readCalendars(calendar ?? [], world))
      if (json === true) {
        answerJson(world, { from, workingDays, lastDay, provisional })
        return
      }
      const words = t('cli.deadline.answer', { from, count: workingDays, lastDay })
      world.answer(`${words}${provisional ? t('cli.deadline.provisional') : ''}\n`)
    })
}
