import { gapAt, type Decided } from '@shared/acts/act'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { Action } from '@shared/records/payloads'
import { ActRefused } from '@renderer/platform/act-refused'
import { append } from './desk'

/** Puts an act on record. @returns how many records. @throws ActRefused with what was in the way */
export async function appendAct(decided: Decided): Promise<number> {
  if (!decided.ok) throw new ActRefused(decided.error)
  if (decided.value.length > 0) await append(...decided.value)
  return decided.value.length
}

/**
 * Puts on record what was read back, if it is still what would be recorded. @returns how many records.
 * @throws ActRefused if the desk stands otherwise by now, or it was done already
 */
export async function appendAsReadBack(readBack: readonly Action[], decided: Decided): Promise<number> {
  if (decided.ok && canonicalJson(decided.value) !== canonicalJson(readBack)) {
    throw new ActRefused([gapAt(null, 'not-offered')])
  }
  return appendAct(decided)
}
