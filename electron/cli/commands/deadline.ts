import type { Command } from 'commander'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import type { CalendarDate } from '@shared/domain/date'
import { countOption, dayOption } from '../options'
import { answerJson, type CliWorld } from '../world'

/** `lianshen deadline`: the last of a span of working days (Art. 18). */
export function addDeadlineCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('deadline')
    .description(t('cli.deadline.about'))
    .requiredOption('--from <YYYY-MM-DD>', t('cli.deadline.from'), dayOption(t))
    .option('--working-days <N>', t('cli.deadline.workingDays'), countOption(t), 30)
    .option('--json', t('cli.option.json'))
    .action(({ from, workingDays, json }: { from: CalendarDate; workingDays: number; json?: true }) => {
      const { lastDay, provisional } = workDayDeadline(from, workingDays, vendoredCalendar)
      if (json === true) {
        answerJson(world, { from, workingDays, lastDay, provisional })
        return
      }
      const words = t('cli.deadline.answer', { from, count: workingDays, lastDay })
      world.answer(`${words}${provisional ? t('cli.deadline.provisional') : ''}\n`)
    })
}
