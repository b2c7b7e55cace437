import type { Command } from 'commander'
import type { CalendarDate } from '@shared/domain/date'
import { reportDossier } from '../check-report'
import { checkText } from '../check-text'
import { readCalendars } from '../read-calendars'
import { readDossiers } from '../read-dossiers'
import { exitCodes } from '../failure'
import { dayOption } from '../options'
import { answerJson, type CliWorld } from '../world'

type Options = {
  readonly on?: CalendarDate
  readonly calendar?: string[]
  readonly json?: true
  readonly passphraseFile?: string
}

/** `lianshen check`: every rule of the regulation over a dossier file, or over every dossier of a bundle. */
export function addCheckCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('check')
    .description(t('cli.check.about'))
    .argument('<DOSSIER>', t('cli.check.file'))
    .option('--on <YYYY-MM-DD>', t('cli.check.on'), dayOption(t))
    .option('--calendar <FILE...>', t('cli.option.calendar'))
    .option('--json', t('cli.option.json'))
    .option('--passphrase-file <FILE>', t('cli.option.passphraseFile'))
    .action(async (path: string, options: Options) => {
      const on = options.on ?? world.today()
      const calendar = await readCalendars(options.calendar ?? [], world)
      const { dossiers, settings } = await readDossiers(path, world, options.passphraseFile)
      const reports = dossiers.map((file) => ({ file, report: reportDossier(file, { settings, on, calendar }) }))
      if (options.json === true) {
        answerJson(world, { file: path, on, dossiers: reports.map((item) => item.report) })
      } else {
        for (const { file, report } of reports) world.answer(checkText(report, file.content, on, t))
      }
      if (reports.some(({ report }) => report.summary.notMet > 0)) world.endWith(exitCodes.notMet)
    })
}
