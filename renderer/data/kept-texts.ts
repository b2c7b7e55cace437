import { useSyncExternalStore } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { keptPrefix, keptTextSchema, type KeptText } from '@shared/ipc/draft'
import { callHost, done } from '../platform/bridge'

export { keptPrefix }

/** A text that belongs to no form any more and is kept until a person removes it. */
export type Kept = KeptText & { readonly key: string; readonly savedAt: string }

let kept: readonly Kept[] = []
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
  for (const listener of listeners) listener()
}

/** Puts a text aside, on the disk before it answers. @throws HostFailure */
export async function keepText(text: KeptText): Promise<void> {
  const key = `${keptPrefix}${crypto.randomUUID()}`
  const { savedAt } = done(await callHost('draft:put', { key, value: text }))
  showKept([...kept, { ...text, key, savedAt }])
}

/** Removes a kept text for good; a person's wish. @throws HostFailure */
export async function removeKept(key: string): Promise<void> {
  done(await callHost('draft:delete', { key }))
  showKept(kept.filter((text) => text.key !== key))
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Every kept text of this desk, the newest first. */
export const useKept = (): readonly Kept[] => useSyncExternalStore(subscribe, () => kept)
