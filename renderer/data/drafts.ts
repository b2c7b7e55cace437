import type { IpcInput } from '@shared/ipc/contract'
import { callHost, done } from '../platform/bridge'
import { HostCallError, HostFailure } from '../platform/host-failure'
import { pageId } from '../platform/page-id'
import { useSaveStore } from './save-state'
import { flushPlaces, forgetPlaces, lastPlaces, resumePlaces, suspendPlaces, takePlaces } from './kept-places'
import { now } from '../platform/clock'
import { deleteOldRemoved, keptFrom, keptPrefix, showKept } from './kept-texts'
import { forgetWays } from './opinion-ways'
import { hasStash, stashUnsaved } from './unsaved-stash'

type Draft = { readonly value: unknown; readonly savedAt: string; readonly revision: number }

/** Typing waits no longer than this for its write to begin, however one types, in ms. */
const longestWait = 400
/** What the host refused or did not answer is tried again after this, in ms. */
const tryAgainAfter = 2000
/** A host that has not answered for this long is taken for dead, in ms. */
const patience = 800

/** What is on the disk. */
const drafts = new Map<string, Draft>()

/** What was typed and is not on the disk yet, the latest of each key. */
type Waiting = {
  value: unknown
  /** Which text of this page it is. */
  turn: number
  timer: ReturnType<typeof setTimeout> | null
  isWriting: boolean
  isOverdue: boolean
  error: unknown
}
const pending = new Map<string, Waiting>()
let turns = 0

let lastSavedAt: string | null = null
/** Another page has the desk: what waits here stays here. */
let isSuspended = false

/** Reads the drafts that the host has on disk; call once when a desk opens. */
export async function loadDrafts(): Promise<void> {
  const listed = takePlaces(await callHost('draft:list', undefined))
  drafts.clear()
  forgetWays()
  isSuspended = false
  showKept(listed.flatMap((draft) => keptFrom(draft) ?? []))
  // What cannot be deleted now is deleted the next time.
  void deleteOldRemoved(now()).catch(() => undefined)
  for (const { key, value, savedAt, revision, isUnwritten } of listed) {
    if (key.startsWith(keptPrefix)) continue
    if (revision > 0) drafts.set(key, { value, savedAt, revision })
    // Refused by the disk before the desk was locked: it is tried again as if it had just been typed.
    if (isUnwritten === true) typeDraft(key, value)
  }
}

/** Drops what this page knows of drafts; those on the disk stay there. */
export function forgetDrafts(): void {
  for (const { timer } of pending.values()) if (timer !== null) clearTimeout(timer)
  // What is put away stays so.
  if (stashing !== null) clearTimeout(stashing)
  stashing = null
  forgetPlaces()
  forgetWays()
  pending.clear()
  drafts.clear()
  lastSavedAt = null
  isSuspended = false
  showKept([])
}

/** What was typed and is not on the disk yet, the latest of each key. */
export const waitingDrafts = (): readonly unknown[] => [...pending.values()].map(({ value }) => value)

/** Whether something that was typed was refused or got no answer, so far. */
export const isSavingRefused = (): boolean =>
  [...pending.values()].some(({ error, isOverdue }) => error !== null || isOverdue)

/** The draft of a key as it is now, typed or on disk; `undefined` if there is none. */
export const peekDraft = (key: string): unknown => pending.get(key)?.value ?? drafts.get(key)?.value

export const draftSavedAt = (key: string): string | null => drafts.get(key)?.savedAt ?? null

/** Keys of drafts that begin with a prefix. */
export const draftKeys = (prefix: string): readonly string[] =>
  [...new Set([...drafts.keys(), ...pending.keys()])].filter((key) => key.startsWith(prefix))

/**
 * Takes what was typed. Its write begins at the latest `longestWait` after the first key that is not on the disk,
 * whether or not more keys follow; the save indicator says when it is there.
 */
export function typeDraft(key: string, value: unknown): void {
  const waiting = pending.get(key)
  const turn = (turns += 1)
  if (waiting === undefined) {
    const typed: Waiting = { value, turn, timer: null, isWriting: false, isOverdue: false, error: null }
    pending.set(key, typed)
    schedule(key, typed, longestWait)
  } else {
    waiting.value = value
    waiting.turn = turn
    if (waiting.isOverdue || waiting.error !== null) stashSoon()
    if (!waiting.isWriting) schedule(key, waiting, longestWait)
  }
  showState()
}

/** Begins a write after a while, unless one is on its way: keys that follow do not put it off. */
function schedule(key: string, waiting: Waiting, after: number): void {
  if (isSuspended) return
  waiting.timer ??= setTimeout(() => void writeDraft(key), after)
}

/** Writes everything that is still waiting: before sealing, exporting, locking, hiding the window, leaving a field. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...[...pending.keys()].map(writeDraft), flushPlaces()])
}

/** Browsers let no more than 64 KiB outlive a page; what does not find room goes by itself, ahead. In bytes. */
const mostLastWords = 50_000
const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

/**
 * What waits as the page lets go of the desk, to go along with that call: also what is on its way already, for the way
 * may end with the page.
 */
export function lastWords(): IpcInput<'desk:release'>['words'] {
  if (isSuspended) return []
  const places = lastPlaces()
  let room = mostLastWords - sizeOf(places)
  const words = [...pending].flatMap(([key, { value, turn }]) => {
    const text = { key, value, base: drafts.get(key)?.revision ?? 0, page: pageId, turn }
    room -= sizeOf(text)
    if (room >= 0) return [text]
    room += sizeOf(text)
    callHost('draft:put', text).catch(() => undefined)
    return []
  })
  return [...words, ...places]
}

/** Another page has the desk: nothing more is written; what waits stays to be copied and offered. */
export async function suspendDrafts(): Promise<void> {
  isSuspended = true
  suspendPlaces()
  for (const waiting of pending.values()) {
    if (waiting.timer !== null) clearTimeout(waiting.timer)
    waiting.timer = null
  }
  await stash()
}

/** This page has the desk again. */
export function resumeDrafts(): void {
  isSuspended = false
  resumePlaces()
  for (const [key, waiting] of pending) schedule(key, waiting, 0)
}

/** Removes a draft, after its text became a record. */
export async function dropDraft(key: string): Promise<void> {
  forget(key)
  await inOrder(key, async () => {
    const base = drafts.get(key)?.revision ?? 0
    drafts.delete(key)
    done(await callHost('draft:delete', { key, base, page: pageId }))
  })
  // What was being typed has become a record: nothing of it waits any more.
  if (pending.size === 0) lastSavedAt = null
  showState()
}

function forget(key: string): void {
  const waiting = pending.get(key)
  if (waiting !== undefined && waiting.timer !== null) clearTimeout(waiting.timer)
  pending.delete(key)
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
  if (waiting !== undefined && waiting.timer !== null) clearTimeout(waiting.timer)
  if (waiting !== undefined) waiting.timer = null
  return inOrder(key, () => writeNow(key))
}

async function writeNow(key: string): Promise<void> {
  const waiting = pending.get(key)
  if (waiting === undefined || isSuspended) return
  if (waiting.timer !== null) clearTimeout(waiting.timer)
  waiting.timer = null
  waiting.isWriting = true
  showState()
  const { value, turn } = waiting
  const isCurrent = () => pending.get(key) === waiting
  const overdue = setTimeout(() => {
    waiting.isOverdue = true
    void stash()
  }, patience)
  try {
    const base = drafts.get(key)?.revision ?? 0
    const written = done(await callHost('draft:put', { key, value, base, page: pageId, turn }))
    waiting.isWriting = false
    waiting.error = null
    lastSavedAt = written.savedAt
    // Beside a draft that somebody else wrote since: that one stays what this text is held against.
    if (written.beside) await showBeside()
    else if (isCurrent()) drafts.set(key, { value, savedAt: written.savedAt, revision: written.revision })
    if (!isCurrent()) return
    // Typed again while it was written: the newer text has its own turn.
    if (waiting.value === value) pending.delete(key)
    else schedule(key, waiting, longestWait)
  } catch (error) {
    waiting.isWriting = false
    waiting.error = error
    // The text stays in `pending`; the next turn or flush tries again.
    if (isCurrent()) schedule(key, waiting, tryAgainAfter)
    if (error instanceof HostCallError) void stash()
  } finally {
    clearTimeout(overdue)
    waiting.isOverdue = false
    showState()
    // What the host has by now is not to be handed over again.
    if (hasStash()) void stash()
  }
}

/** Both texts are on the disk; the one of this page is among those that are kept. */
async function showBeside(): Promise<void> {
  const listed = await callHost('draft:list', undefined)
  showKept(listed.flatMap((draft) => keptFrom(draft) ?? []))
}

/**
 * What no host has, in this browser, encrypted, until a host has it. What a host's disk refused, the host remembers.
 */
const stash = (): Promise<void> =>
  stashUnsaved(
    [...pending]
      .filter(([, { error }]) => !(error instanceof HostFailure))
      .map(([key, { value, turn }]) => ({ key, value, base: drafts.get(key)?.revision ?? 0, turn })),
  )

let stashing: ReturnType<typeof setTimeout> | null = null

/** Puts away a moment after a key what is typed while no host answers, however one types. */
function stashSoon(): void {
  stashing ??= setTimeout(() => {
    stashing = null
    void stash()
  }, longestWait)
}

/** Says what is true of all that is being typed; never "saved" while anything waits. */
function showState(): void {
  const { state, set } = useSaveStore.getState()
  const all = [...pending.values()]
  const failed = all.find(({ error }) => error !== null)
  const next =
    failed !== undefined && !all.some(({ isWriting }) => isWriting)
      ? ({ kind: 'failed', error: failed.error } as const)
      : all.some(({ isWriting }) => isWriting)
        ? ({ kind: 'saving' } as const)
        : all.length > 0
          ? ({ kind: 'typing' } as const)
          : lastSavedAt !== null
            ? ({ kind: 'saved', at: lastSavedAt } as const)
            : ({ kind: 'clean' } as const)
  if (next.kind === state.kind && !('at' in next) && !('error' in next)) return
  set(next)
}
