import { useSyncExternalStore } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { keptAfterRemoval, keptPrefix, keptTextSchema, type KeptText } from '@shared/ipc/draft'
import { callHost, done } from '../platform/bridge'

export { keptPrefix }

/** A text that belongs to no form any more and is kept until a person removes it. */
export type Kept = KeptText & { readonly key: string; readonly savedAt: string }

let kept: readonly Kept[] = []
let standing: readonly Kept[] = []
let removed: readonly Kept[] = []
const listeners = new Set<() => void>()

/** The kept text that a stored draft is; null if it is none. */
export function keptFrom(draft: IpcOutput<'draft:list'>[number]): Kept | null {
  if (!draft.key.startsWith(keptPrefix)) return null
  const read = keptTextSchema.safeParse(draft.value)
  return read.success ? { ...read.data, key: draft.key, savedAt: draft.savedAt } : null
}

/** Shows these, the newest first. */
export function showKept(texts: readonly Kept[]): void {
  kept = texts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
  standing = kept.filter(({ isRemoved }) => isRemoved !== true)
  removed = kept.filter(({ isRemoved }) => isRemoved === true)
  for (const listener of listeners) listener()
}

/** Puts a text aside, on the disk before it answers. @throws HostFailure */
export async function keepText(text: KeptText): Promise<void> {
  const key = `${keptPrefix}${crypto.randomUUID()}`
  const { savedAt } = done(await callHost('draft:put', { key, value: text }))
  showKept([...kept, { ...text, key, savedAt }])
}

/** Removes a kept text, a person's wish; it is found again for `keptAfterRemoval` days. @throws HostFailure */
export async function removeKept(key: string): Promise<void> {
  await rewrite(key, true)
}

/** Takes a removal back. @throws HostFailure */
export async function bringBackKept(key: string): Promise<void> {
  await rewrite(key, false)
}

async function rewrite(key: string, isRemoved: boolean): Promise<void> {
  const text = kept.find((other) => other.key === key)
  if (text === undefined) return
  const { of, why, value } = text
  const next: KeptText = { of, why, value, ...(isRemoved && { isRemoved }) }
  const { savedAt } = done(await callHost('draft:put', { key, value: next }))
  showKept([...kept.filter((other) => other.key !== key), { ...next, key, savedAt }])
}

/** Deletes what was removed long enough ago. @param now an instant, ISO 8601 @throws HostFailure */
export async function deleteOldRemoved(now: string): Promise<void> {
  const over = Date.parse(now) - keptAfterRemoval * 86_400_000
  for (const { key, isRemoved, savedAt } of kept) {
    if (isRemoved !== true || Date.parse(savedAt) >= over) continue
    done(await callHost('draft:delete', { key }))
    showKept(kept.filter((text) => text.key !== key))
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Every text of this desk that was put aside, the newest first. */
export const useKept = (): readonly Kept[] => useSyncExternalStore(subscribe, () => standing)

/** Those that a person removed and may still want, the newest first. */
export const useRemovedKept = (): readonly Kept[] => useSyncExternalStore(subscribe, () => removed)
