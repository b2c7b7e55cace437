/** Entry of the command line: `npm run -s lianshen -- ARGS`. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { locales, shortName, shortNames, type Locale } from '@shared/messages/languages'
import { createTranslator } from '@shared/messages/translate'
import { askSecret } from './ask-secret'
import { exitCodes, type ExitCode } from './failure'
import { runProgram } from './program'
import { localDay } from './world'

/** Both electron/cli (source) and out/main (built) lie two folders below the product. */
const productFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The language is needed before the command line is parsed, for its own messages. */
function languageOf(args: readonly string[]): { readonly locale: Locale; readonly unknown: string | null } {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (index < 0) return { locale: 'zh-CN', unknown: null }
  const value = args[index]?.startsWith('--lang=') ? args[index].slice('--lang='.length) : args[index + 1]
  const found = locales.find((locale) => locale === value || shortName(locale) === value)
  return { locale: found ?? 'zh-CN', unknown: found === undefined && value !== undefined ? value : null }
}

async function main(args: readonly string[]): Promise<ExitCode> {
  const { locale, unknown } = languageOf(args)
  const t = createTranslator(locale)
  const say = (text: string): void => void process.stderr.write(text)
  if (unknown !== null) {
    say(
      `${t('cli.usage.invalidValue', { name: '--lang', value: unknown, expected: t('cli.expected.lang', { languages: shortNames.join(' / ') }) })}\n`,
    )
    return exitCodes.unusable
  }
  const { version } = JSON.parse(readFileSync(resolve(productFolder, 'package.json'), 'utf8')) as { version: string }
  const now = () => new Date()
  let ending: ExitCode = exitCodes.good
  const code = await runProgram(args, {
    t,
    locale,
    say,
    answer: (text) => void process.stdout.write(text),
    askSecret: (prompt) => askSecret(prompt, process.stdin, say),
    now,
    today: () => localDay(now()),
    endWith: (wanted) => {
      ending = wanted
    },
    resourcesFolder: resolve(productFolder, 'resources'),
    version,
  })
  return code === exitCodes.good ? ending : code
}

// Set, not called: what was written to a pipe is flushed before the process ends.
process.exitCode = await main(process.argv.slice(2))
