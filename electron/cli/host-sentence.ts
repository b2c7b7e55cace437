import { basename } from 'node:path'
import { foreignCodes } from '@host/bundles/foreign-file'
import type { HostError } from '@shared/ipc/contract'
import { errorSentence } from '@shared/messages/error-sentence'
import { sentenceOf, type Translate } from '@shared/messages/translator'
import { invalid, unusable, type CliFailure } from './failure'

/** An expected failure of the host, on its way to a sentence. */
export class HostRefusal extends Error {
  constructor(readonly error: HostError) {
    super(`${error.code} ${JSON.stringify(error.params)}`)
    this.name = 'HostRefusal'
  }
}

/** The host's sentence for an expected failure; the code itself where nobody wrote words. */
export function hostSentence({ code, params }: HostError, t: Translate): string {
  return errorSentence({ code, params }, t) ?? code
}

/** What verifying found wrong, in words. */
export function problemSentence({ code, params }: HostError, t: Translate): string {
  return sentenceOf(t, `verify.${code}`, params) ?? sentenceOf(t, `error.${code}`, params) ?? code
}

/**
 * The file is none that we can read: not our format, cut off, locked, or newer. Anything else that is wrong was changed
 * in it.
 */
const unreadable: ReadonlySet<string> = new Set([
  'bundle.not-a-bundle',
  ...foreignCodes,
  'bundle.not-a-zip',
  'bundle.empty',
  'bundle.is-folder',
  'bundle.no-file',
  'bundle.special-file',
  'bundle.part-file',
  'bundle.truncated',
  'bundle.encrypted',
  'envelope.passphrase-needed',
  'envelope.wrong-passphrase',
  'envelope.wrong-recipient',
  'envelope.needs-desk',
  'envelope.truncated',
  'envelope.work-factor',
  'bundle.newer-format',
  'bundle.not-understood',
  'bundle.unknown-suite',
  'pdf.encrypted',
  'pdf.broken',
])

export const isUnreadable = ({ code }: Pick<HostError, 'code'>): boolean => unreadable.has(code)

/** A refused bundle as the end of a command: 1 if it is a bundle that does not hold, 2 if it is none we can read. */
export function refusedBundle(path: string, error: HostError, t: Translate): CliFailure {
  const named = { ...error, params: { fileName: basename(path), path, ...error.params } }
  const end = isUnreadable(error) ? unusable : invalid
  return end('cli.input.refusedBundle', { cause: hostSentence(named, t) })
}
