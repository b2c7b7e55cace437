import { Command, CommanderError } from 'commander'
import type { MessageKey, PlainKey } from '@shared/messages/catalogue'
import { shortNames } from '@shared/messages/languages'
import { CliFailure, exitCodes, unusable, type ExitCode } from './failure'
import type { CliWorld } from './world'

type AddCommand = (program: Command, world: CliWorld) => void

/** In the order of the help. Each is read when it is asked for: a check need not wait for what signs PDFs. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  demo: async () => (await import('./commands/demo')).addDemoCommand,
  check: async () => (await import('./commands/check')).addCheckCommand,
  deadline: async () => (await import('./commands/deadline')).addDeadlineCommand,
  term: async () => (await import('./commands/term')).addTermCommand,
  inspect: async () => (await import('./commands/inspect')).addInspectCommand,
  verify: async () => (await import('./commands/verify')).addVerifyCommand,
  reverify: async () => (await import('./commands/reverify')).addReverifyCommand,
  audit: async () => (await import('./commands/audit')).addAuditCommand,
  opinion: async () => (await import('./commands/opinion')).addOpinionCommand,
  notice: async () => (await import('./commands/notice')).addNoticeCommand,
  template: async () => (await import('./commands/template')).addTemplateCommand,
  schema: async () => (await import('./commands/schema')).addSchemaCommand,
}

/** The command that is asked for, alone; all of them for the help, and where the name is not known. */
function wantedOf(args: readonly string[]): (() => Promise<AddCommand>)[] {
  const named = args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang')
  const asked = named === undefined || !Object.hasOwn(commands, named) ? undefined : commands[named]
  return asked === undefined ? Object.values(commands) : [asked]
}

/** Runs one command line (without the program's own name) and answers the exit code; never throws. */
export async function runProgram(args: readonly string[], world: CliWorld): Promise<ExitCode> {
  try {
    if (args.length === 0) throw unusable('cli.usage.noCommand')
    const program = await createProgram(world, wantedOf(args))
    await program.parseAsync(args, { from: 'user' })
    return exitCodes.good
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.good
    world.say(`${sentenceFor(error, world)}\n`)
    return error instanceof CliFailure ? error.exitCode : exitCodes.unusable
  }
}

async function createProgram(world: CliWorld, wanted: readonly (() => Promise<AddCommand>)[]): Promise<Command> {
  const { t } = world
  const headings: Readonly<Record<string, PlainKey>> = {
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
    .option(`--lang <${shortNames.join('|')}>`, t('cli.option.lang', { languages: shortNames.join(' / ') }), 'zh')
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
  for (const load of wanted) (await load())(program, world)
  for (const command of program.commands) {
    command.copyInheritedSettings(program).helpOption('-h, --help', t('cli.option.help'))
  }
  return program
}

const usageSentences = {
  'commander.unknownCommand': 'cli.usage.unknownCommand',
  'commander.unknownOption': 'cli.usage.unknownOption',
  'commander.missingArgument': 'cli.usage.missingArgument',
  'commander.optionMissingArgument': 'cli.usage.missingOptionValue',
  'commander.missingMandatoryOptionValue': 'cli.usage.missingOption',
  'commander.excessArguments': 'cli.usage.excessArguments',
} as const satisfies Readonly<Record<string, MessageKey>>
const isUsage = (code: string): code is keyof typeof usageSentences => Object.hasOwn(usageSentences, code)

function sentenceFor(error: unknown, { t }: CliWorld): string {
  if (error instanceof CliFailure) return error.sentence(t)
  if (error instanceof CommanderError) return usageSentence(error, t)
  return t('cli.unexpected', { detail: error instanceof Error ? error.message : String(error) })
}

function usageSentence({ code, message }: CommanderError, t: CliWorld['t']): string {
  const quoted = [...message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '')
  if (code === 'commander.invalidArgument') {
    const expected = /is invalid\.? ?(.*)$/su.exec(message)?.[1] ?? ''
    return t('cli.usage.invalidValue', { name: quoted[0] ?? '', value: quoted[1] ?? '', expected })
  }
  return isUsage(code) ? t(usageSentences[code], { name: quoted[0] ?? '' }) : t('cli.usage.other', { detail: message })
}
