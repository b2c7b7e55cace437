import type { MessageKey } from '@shared/messages/catalogue'
import type { MessageParams } from '@shared/messages/translate'

/**
 * 0: good. 1: something is invalid or not met. 2: unreadable input or wrong usage. 3: intact, but signed by nobody whom
 * the register knows and has confirmed.
 */
export const exitCodes = { good: 0, notMet: 1, unusable: 2, unconfirmed: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Ends a command with one sentence on stderr. */
export class CliFailure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(key)
    this.name = 'CliFailure'
  }
}

/** Unreadable input or wrong usage. */
export const unusable = (key: MessageKey, params: MessageParams = {}): CliFailure =>
  new CliFailure(exitCodes.unusable, key, params)

/** Readable, but invalid. */
export const invalid = (key: MessageKey, params: MessageParams = {}): CliFailure =>
  new CliFailure(exitCodes.notMet, key, params)
