import type { CalendarDate } from '../domain/date'
import { dossierContentHash, type DossierContent } from '../domain/dossier'
import { handlingIn, isSameHandling, withoutHandling } from '../domain/handled-content'
import type { Handling } from '../domain/handling'
import type { DossierId } from '../domain/ids'
import type { Action } from '../records/payloads'
import type { Person } from './act'

type Said = Person & { readonly on: CalendarDate; readonly reason?: string }

/** 办理信息: how the office handles a dossier from now on. No version comes of it. Pure. */
export const saveHandling = (
  dossierId: DossierId,
  { coDivisionIds, successions, ...handling }: Handling,
  { by, on, reason = '' }: Said,
): Action => ({
  type: 'handling.saved',
  payload: {
    dossierId,
    handling: { ...handling, coDivisionIds: [...coDivisionIds], successions: [...successions] },
    reason,
    by,
    on,
  },
})

/** What was typed into one form: what the applicant handed in, and how the office handles it. */
export const split = (content: DossierContent, successions: Handling['successions'] = []) => ({
  stored: withoutHandling(content),
  handling: { ...handlingIn(content), successions },
})

/** The same content as it is kept, with the hash that it has: versions of older programs hold the handling as well. */
export function asKept(content: DossierContent, contentHash: string): DossierContent {
  return dossierContentHash(content) === contentHash ? content : withoutHandling(content)
}

/** Whether two contents, as people read them, differ in how the office handles them. */
export const handlesOtherwise = (a: DossierContent, b: DossierContent): boolean =>
  !isSameHandling(handlingIn(a), handlingIn(b))

/**
 * Where a matter goes. `isSuccession`: the divisions that had it are no more, and what they judged stands as the new
 * ones' word.
 */
export type HandOver = {
  readonly hostDivisionId: string
  readonly coDivisionIds: readonly string[]
  readonly isSuccession: boolean
  readonly on: CalendarDate
}

/**
 * 移交处室: the handling with other divisions. Of a division that is no more the new host takes the part; of a co-division
 * the one that came in for it, where there is one. Pure.
 */
export function handedOver(
  content: DossierContent,
  successions: Handling['successions'] = [],
  { hostDivisionId, coDivisionIds, isSuccession, on }: HandOver,
): Handling {
  const before = handlingIn(content)
  const after = new Set([hostDivisionId, ...coDivisionIds])
  const had = [...(before.hostDivisionId === null ? [] : [before.hostDivisionId]), ...before.coDivisionIds]
  const [added, ...more] = coDivisionIds.filter((id) => !had.includes(id))
  const coSuccessor = added !== undefined && more.length === 0 ? added : hostDivisionId
  const gone = isSuccession ? had.filter((id) => !after.has(id)) : []
  return {
    ...before,
    hostDivisionId,
    coDivisionIds: [...new Set(coDivisionIds)].filter((id) => id !== hostDivisionId),
    successions: [
      ...successions,
      ...gone.map((from) => ({ from, to: from === before.hostDivisionId ? hostDivisionId : coSuccessor, on })),
    ],
  }
}
