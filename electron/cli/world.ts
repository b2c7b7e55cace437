import type { CalendarDate } from '@shared/domain/date'
import type { Locale } from '@shared/messages/catalogue'
import type { Translate } from '@shared/messages/translate'
import type { ExitCode } from './failure'

/** What a command may touch besides files. */
export type CliWorld = {
  readonly t: Translate
  readonly locale: Locale
  /** The answer: to stdout, and nothing else goes there. */
  readonly answer: (text: string) => void
  /** Progress and messages: to stderr. */
  readonly say: (text: string) => void
  /** Asks for a passphrase at the terminal, without echo; null if there is no terminal or the person gives up. */
  readonly askSecret: (prompt: string) => Promise<string | null>
  /** Local day of this computer. */
  readonly today: () => CalendarDate
  readonly now: () => Date
  /** How the command ends if nothing is thrown; 0 unless it is said otherwise. */
  readonly endWith: (code: ExitCode) => void
  /** The folder `resources` of the product. */
  readonly resourcesFolder: string
  readonly version: string
}

/** The local day of an instant, in the zone of this computer. */
export function localDay(instant: Date): CalendarDate {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}` as CalendarDate
}

/** One JSON value on stdout, indented, ending with a line feed. */
export const answerJson = (world: CliWorld, value: unknown): void => world.answer(`${JSON.stringify(value, null, 2)}\n`)
