import { callHost, done } from '../platform/bridge'
import { useSaveStore } from '../stores/save-store'

type Draft = { readonly value: unknown; readonly savedAt: string }

/** Typing settles for this long before it is written, in ms. */
const burst = 400

const drafts = new Map<string, Draft>()
const pending = new Map<string, { value: unknown; timer: ReturnType<typeof setTimeout> }>()

/** Reads the drafts that the host has on disk; call once when a desk opens. */
export async function loadDrafts(): Promise<void> {
  const listed = await callHost('draft:list', undefined)
  drafts.clear()
  for (const { key, value, savedAt, isUnwritten } of listed) {
    // Refused by the disk before the desk was locked: it is tried again as if it had just been typed.
    if (isUnwritten === true) typeDraft(key, value)
    else drafts.set(key, { value, savedAt })
  }
}

/** Drops what this page knows of drafts; those on the disk stay there. */
export function forgetDrafts(): void {
  for (const { timer } of pending.values()) clearTimeout(timer)
  pending.clear()
  drafts.clear()
}

/** What was typed and is not on the disk yet, the latest of each key. */
export const waitingDrafts = (): readonly unknown[] => [...pending.values()].map(({ value }) => value)

/** The draft of a key as it is now, typed or on disk; `undefined` if there is none. */
export const peekDraft = (key: string): unknown => pending.get(key)?.value ?? drafts.get(key)?.value

export const draftSavedAt = (key: string): string | null => drafts.get(key)?.savedAt ?? null

/** Keys of drafts that begin with a prefix. */
export const draftKeys = (prefix: string): readonly string[] =>
  [...new Set([...drafts.keys(), ...pending.keys()])].filter((key) => key.startsWith(prefix))

/** Takes what was typed; it is on disk one burst later at the latest, and the save indicator says when. */
export function typeDraft(key: string, value: unknown): void {
  const waiting = pending.get(key)
  if (waiting !== undefined) clearTimeout(waiting.timer)
  useSaveStore.getState().set({ kind: 'typing' })
  pending.set(key, { value, timer: setTimeout(() => void writeDraft(key), burst) })
}

/** Writes everything that is still waiting: before sealing, exporting, locking, hiding the window. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...pending.keys()].map(writeDraft))
}

/** Removes a draft, after its text became a record. */
export async function dropDraft(key: string): Promise<void> {
  const waiting = pending.get(key)
  if (waiting !== undefined) clearTimeout(waiting.timer)
  pending.delete(key)
  drafts.delete(key)
  await inOrder(key, async () => {
    drafts.delete(key)
    done(await callHost('draft:delete', { key }))
  })
  // What was being typed has become a record: nothing of it waits any more.
  if (pending.size === 0) useSaveStore.getState().set({ kind: 'clean' })
}

/** The last call under way for each key. */
const underWay = new Map<string, Promise<void>>()

/** Calls about one draft go one after the other: on their way to the host one may overtake another. */
function inOrder(key: string, call: () => Promise<void>): Promise<void> {
  const called = (underWay.get(key) ?? Promise.resolve()).then(call)
  const ended = called
    .catch(() => undefined)
    .then(() => {
      if (underWay.get(key) === ended) underWay.delete(key)
    })
  underWay.set(key, ended)
  return called
}

function writeDraft(key: string): Promise<void> {
  const waiting = pending.get(key)
  if (waiting !== undefined) clearTimeout(waiting.timer)
  return inOrder(key, () => writeNow(key))
}

async function writeNow(key: string): Promise<void> {
  const waiting = pending.get(key)
  if (waiting === undefined) return
  clearTimeout(waiting.timer)
  const { set } = useSaveStore.getState()
  set({ kind: 'saving' })
  try {
    const { savedAt } = done(await callHost('draft:put', { key, value: waiting.value }))
    drafts.set(key, { value: waiting.value, savedAt })
    // Typed again while writing: the newer text has its own timer.
    if (pending.get(key) === waiting) pending.delete(key)
    if (pending.size === 0) set({ kind: 'saved', at: savedAt })
  } catch (error) {
    set({ kind: 'failed', error })
    // The text stays in `pending`; the next burst or flush tries again.
    if (pending.get(key) === waiting) waiting.timer = setTimeout(() => void writeDraft(key), 5 * burst)
  }
}
