import type { VerifyReport } from './verify-report'

/**
 * The first thing that is said of a file, in the order in which a reason outweighs the next: what the desk's own
 * register says, then whether it holds at all, then whose it is. `verifyPage.headline.<code>` and its meaning in
 * messages.
 */
export const verifyHeadlines = [
  'registered',
  'superseded',
  'damaged',
  'locked',
  'not-signed',
  'namesake',
  'not-registered',
  'other-form',
  'unchecked',
  'stranger',
  'unconfirmed',
  'intact',
] as const
export type VerifyHeadline = (typeof verifyHeadlines)[number]

/**
 * What the register says of this file: the very bytes are in it ('superseded': something newer took their place), or
 * not; 'none' where there is no register to ask, such as for a bundle.
 */
export type Registered = 'same' | 'superseded' | 'absent' | 'none'

/** What is to be said first. Only 'registered' and 'intact' are good news without a condition. */
export function headlineOf(
  { verdict, signatures }: Pick<VerifyReport, 'verdict' | 'signatures'>,
  registered: Registered,
): VerifyHeadline {
  if (registered === 'same') return 'registered'
  if (registered === 'superseded') return 'superseded'
  if (verdict === 'damaged' || verdict === 'locked' || verdict === 'not-signed') return verdict
  if (signatures.some(({ namesake }) => namesake !== undefined)) return 'namesake'
  if (registered === 'absent' && signatures.some(({ trust }) => trust === 'self')) return 'not-registered'
  if (verdict === 'other-form' || verdict === 'unchecked') return verdict
  if (signatures.some(({ trust }) => trust === 'unknown')) return 'stranger'
  return signatures.some(({ trust }) => trust === 'known') ? 'unconfirmed' : 'intact'
}

const tones = {
  registered: 'success',
  superseded: 'warning',
  damaged: 'error',
  locked: 'warning',
  'not-signed': 'warning',
  namesake: 'error',
  'not-registered': 'error',
  'other-form': 'warning',
  unchecked: 'warning',
  stranger: 'warning',
  unconfirmed: 'warning',
  intact: 'success',
} as const satisfies Readonly<Record<VerifyHeadline, string>>

export const toneOf = (headline: VerifyHeadline): 'success' | 'warning' | 'error' => tones[headline]
