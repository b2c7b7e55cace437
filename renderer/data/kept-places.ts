import type { IpcInput, IpcOutput } from '@shared/ipc/contract'
import { placePrefix } from '@shared/ipc/draft'
import { callHost } from '../platform/bridge'

/** A place that one came to is on the disk after this, however one goes on, in ms. */
const settleAfter = 400

/** Where somebody was, and what is kept beside the drafts, by what it belongs to. */
const places = new Map<string, unknown>()
const waiting = new Set<string>()
let timer: ReturnType<typeof setTimeout> | null = null
let underWay: Promise<void> = Promise.resolve()
/** Another page has the desk, or none is open: nothing is written. */
let isSuspended = true

/** Takes what lies on the disk; answers what of the drafts is no place. Call once when a desk opens. */
export function takePlaces(listed: IpcOutput<'draft:list'>): IpcOutput<'draft:list'> {
  forgetPlaces()
  isSuspended = false
  for (const { key, value } of listed) if (key.startsWith(placePrefix)) places.set(key, value)
  return listed.filter(({ key }) => !key.startsWith(placePrefix))
}

export function forgetPlaces(): void {
  suspendPlaces()
  places.clear()
  waiting.clear()
}

export function suspendPlaces(): void {
  isSuspended = true
  if (timer !== null) clearTimeout(timer)
  timer = null
}

export function resumePlaces(): void {
  isSuspended = false
  if (waiting.size > 0) schedule()
}

/** Where somebody was; `undefined` if nobody was there yet. It may be of an older version: read it with a schema. */
export const placeOf = (name: string): unknown => places.get(placePrefix + name)

/**
 * Keeps where somebody is. What cannot be written is no loss of text: it is tried again with the next step, and not
 * told.
 */
export function keepPlace(name: string, value: unknown): void {
  const key = placePrefix + name
  places.set(key, value)
  waiting.add(key)
  schedule()
}

function schedule(): void {
  if (isSuspended) return
  timer ??= setTimeout(() => void flushPlaces(), settleAfter)
}

/** Writes every place that is not on the disk yet; one after the other, so that none overtakes a later one. */
export function flushPlaces(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  if (waiting.size === 0) return underWay
  underWay = underWay.then(async () => {
    if (isSuspended) return
    const keys = [...waiting]
    waiting.clear()
    await Promise.all(
      keys.map((key) =>
        callHost('draft:put', { key, value: places.get(key) }).catch(() => {
          waiting.add(key)
        }),
      ),
    )
  })
  return underWay
}

/** What is larger goes by itself, ahead: browsers let little outlive a page. In letters. */
const mostLastWords = 4000

/** What a page that goes has not written yet, to go along with its last call. */
export function lastPlaces(): NonNullable<IpcInput<'desk:release'>['words']> {
  if (isSuspended) return []
  return [...waiting].flatMap((key) => {
    const value = places.get(key)
    if (JSON.stringify(value).length <= mostLastWords) return [{ key, value }]
    callHost('draft:put', { key, value }).catch(() => undefined)
    return []
  })
}
