import type { Command } from 'commander'
import type { CalendarDate } from '@shared/domain/date'
import { termFrom } from '@shared/domain/pilot-dates'
import { dayOption } from '../options'
import { answerJson, type CliWorld } from '../world'

/** `lianshen term`: first and last day of a pilot (Art. 14). */
export function addTermCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('term')
    .description(t('cli.term.about'))
    .requiredOption('--from <YYYY-MM-DD>', t('cli.term.from'), dayOption(t))
    .option('--json', t('cli.option.json'))
    .action(({ from, json }: { from: CalendarDate; json?: true }) => {
      const term = termFrom(from)
      if (json === true) answerJson(world, term)
      else world.answer(`${t('cli.term.answer', { from: term.from, to: term.to })}\n`)
    })
}
