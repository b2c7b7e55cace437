import { dayAndTime } from '../platform/clock'
import { draftKeys, draftSavedAt } from './drafts'

/** Things whose form may be begun before they are in any list, and where it is. */
const places = { intake: '/intake/', panel: '/panels/', batch: '/batches/', campaign: '/campaigns/' } as const

/** Forms that were begun and never saved. @param known ids of what was saved */
export function unfinishedDrafts(
  kind: keyof typeof places,
  known: readonly string[],
): readonly { readonly to: string; readonly time: string }[] {
  const prefix = `${kind}/`
  return draftKeys(prefix)
    .map((key) => ({ id: key.slice(prefix.length), savedAt: draftSavedAt(key) }))
    .filter(({ id }) => !known.includes(id))
    .map(({ id, savedAt }) => ({ to: places[kind] + id, time: savedAt === null ? '' : dayAndTime(savedAt) }))
}
