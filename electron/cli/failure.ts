import type { MessageKey } from '@shared/messages/catalogue'
import { sentenceOf, type Translate } from '@shared/messages/translator'
import type { Given } from '@shared/messages/words'

/**
 * 0: good. 1: something is invalid or not met. 2: unreadable input or wrong usage. 3: intact, but signed by nobody whom
 * the register knows and has confirmed.
 */
export const exitCodes = { good: 0, notMet: 1, unusable: 2, unconfirmed: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command with one sentence on stderr. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure'
  constructor(
    readonly exitCode: ExitCode,
    readonly key: MessageKey,
    readonly sentence: (t: Translate) => string,
  ) {
    super(key)
  }
}

const failing =
  (exitCode: ExitCode) =>
  <Key extends MessageKey>(key: Key, ...given: Given<Key>): CliFailure =>
    new CliFailure(exitCode, key, (t) => sentenceOf(t, key, given[0]) ?? key)

/** Unreadable input or wrong usage. */
export const unusable = failing(exitCodes.unusable)

/** Readable, but invalid. */
export const invalid = failing(exitCodes.notMet)
