import { Command, CommanderError } from 'commander'
import type { MessageKey } from '@shared/messages/catalogue'
import { addAuditCommand } from './commands/audit'
import { addCheckCommand } from './commands/check'
import { addDeadlineCommand } from './commands/deadline'
import { addDemoCommand } from './commands/demo'
import { addInspectCommand } from './commands/inspect'
import { addNoticeCommand } from './commands/notice'
import { addOpinionCommand } from './commands/opinion'
import { addReverifyCommand } from './commands/reverify'
import { addSchemaCommand } from './commands/schema'
import { addTemplateCommand } from './commands/template'
import { addTermCommand } from './commands/term'
import { addVerifyCommand } from './commands/verify'
import { CliFailure, exitCodes, type ExitCode } from './failure'
import type { CliWorld } from './world'

/** Runs one command line (without the program's own name) and answers the exit code; never throws. */
export async function runProgram(args: readonly string[], world: CliWorld): Promise<ExitCode> {
  try {
    if (args.length === 0) throw new CliFailure(exitCodes.unusable, 'cli.usage.noCommand')
    await createProgram(world).parseAsync(args, { from: 'user' })
    return exitCodes.good
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.good
    world.say(`${sentenceFor(error, world)}\n`)
    return error instanceof CliFailure ? error.exitCode : exitCodes.unusable
  }
}

function createProgram(world: CliWorld): Command {
  const { t } = world
  const headings: Readonly<Record<string, MessageKey>> = {
    'Usage:': 'cli.heading.usage',
    'Arguments:': 'cli.heading.arguments',
    'Options:': 'cli.heading.options',
    'Commands:': 'cli.heading.commands',
  }
  const program = new Command('lianshen')
    .description(t('cli.about'))
    .version(world.version, '-V, --version', t('cli.option.version'))
    .helpOption('-h, --help', t('cli.option.help'))
    .helpCommand(false)
    .option('--lang <zh|en>', t('cli.option.lang'), 'zh')
    .addHelpText('after', `\n${t('cli.exitCodes')}`)
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => {
        const key = headings[title]
        return key === undefined ? title : t(key)
      },
      optionDescription: (option) => option.description,
    })
    .configureOutput({
      writeOut: (text) => world.answer(text),
      // Commander's own English sentence is replaced by ours in `sentenceFor`.
      writeErr: () => undefined,
      outputError: () => undefined,
    })
  addDemoCommand(program, world)
  addCheckCommand(program, world)
  addDeadlineCommand(program, world)
  addTermCommand(program, world)
  addInspectCommand(program, world)
  addVerifyCommand(program, world)
  addReverifyCommand(program, world)
  addAuditCommand(program, world)
  addOpinionCommand(program, world)
  addNoticeCommand(program, world)
  addTemplateCommand(program, world)
  addSchemaCommand(program, world)
  for (const command of program.commands) {
    command.copyInheritedSettings(program).helpOption('-h, --help', t('cli.option.help'))
  }
  return program
}

const usageKeys: Readonly<Record<string, MessageKey>> = {
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.optionMissingArgument': 'cli.usage.missingOptionValue',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.excessArguments': 'cli.usage.excessArguments',
}

function sentenceFor(error: unknown, { t }: CliWorld): string {
  if (error instanceof CliFailure) return t(error.key, error.params)
  if (error instanceof CommanderError) return usageSentence(error, t)
  return t('cli.unexpected', { detail: error instanceof Error ? error.message : String(error) })
}

function usageSentence({ code, message }: CommanderError, t: CliWorld['t']): string {
  const quoted = [...message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '')
  if (code === 'commander.invalidArgument') {
    const expected = /is invalid\.? ?(.*)$/su.exec(message)?.[1] ?? ''
    return t('cli.usage.invalidValue', { name: quoted[0] ?? '', value: quoted[1] ?? '', expected })
  }
  const key = usageKeys[code]
  return key === undefined ? t('cli.usage.other', { detail: message }) : t(key, { name: quoted[0] ?? '' })
}
