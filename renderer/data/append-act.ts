import type { Decided } from '@shared/acts/act'
import { ActRefused } from '@renderer/platform/act-refused'
import { append } from './desk'

/** Puts an act on record. @returns how many records. @throws ActRefused with what was in the way */
export async function appendAct(decided: Decided): Promise<number> {
  if (!decided.ok) throw new ActRefused(decided.error)
  if (decided.value.length > 0) await append(...decided.value)
  return decided.value.length
}
