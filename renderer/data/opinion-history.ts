import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { changedFields, type OpinionPlace } from '@shared/acts/opinion-steps'
import type { DraftItem, OpinionDraft } from '@shared/acts/expert-opinion'
import { criterionIds, evidencePinSchema, judgementVerdictSchema } from '@shared/domain/judgement'
import { voteSchema } from '@shared/domain/panel'
import { now } from '../platform/clock'
import { keepPlace, placeOf } from './kept-places'

const itemSchema = z.object({
  verdict: judgementVerdictSchema.nullable(),
  reason: z.string(),
  evidence: z.array(evidencePinSchema),
})
const wholeSchema = z.object({
  overall: z.string(),
  problems: z.string(),
  suggestions: z.string(),
  vote: voteSchema.nullable(),
  dissent: z.string(),
})
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), place: z.literal(criterionIds), at: z.string(), said: itemSchema }),
  z.object({ kind: z.literal('overall'), place: z.literal('overall'), at: z.string(), said: wholeSchema }),
])

/** What a part of an opinion said until some moment. */
export type HistoryEntry = z.infer<typeof entrySchema>

/** Behind a pause of this length, changes belong to another sitting, in ms. */
const sitting = 60_000
/** Texts that become shorter at once by this many letters are kept as they were. */
const notablyShorter = 8
/** Entries of one part, and letters of them all: the oldest give way. */
const mostEntries = 60
const mostLetters = 150_000

const nameOf = (key: string): string => `history/${key}`
const lastChange = new Map<string, number>()
const listeners = new Set<() => void>()
const read = new Map<unknown, readonly HistoryEntry[]>()

/** What the parts of an opinion said before, the oldest first. @param key of its draft */
export function historyOf(key: string): readonly HistoryEntry[] {
  const stored = placeOf(nameOf(key))
  const known = read.get(stored)
  if (known !== undefined) return known
  const entries = Array.isArray(stored)
    ? stored.flatMap((entry: unknown) => {
        const parsed = entrySchema.safeParse(entry)
        return parsed.success ? [parsed.data] : []
      })
    : []
  read.clear()
  read.set(stored, entries)
  return entries
}

/** Keeps what a part said before a change, where a sitting begins or something goes that was there. */
export function noteHistory(key: string, from: OpinionDraft, to: OpinionDraft): void {
  const places = new Set(changedFields(from, to).map(({ place }) => place))
  const fresh = [...places].flatMap((place) => {
    const id = `${key}/${place}`
    const isNewSitting = performance.now() - (lastChange.get(id) ?? -Infinity) > sitting
    lastChange.set(id, performance.now())
    const [before, after] = [partOf(from, place), partOf(to, place)]
    if (isEmpty(before) || !(isNewSitting || loses(before, after))) return []
    const last = historyOf(key).findLast((entry) => entry.place === place)
    return last !== undefined && JSON.stringify(last.said) === JSON.stringify(before.said) ? [] : [before]
  })
  if (fresh.length === 0) return
  keepPlace(nameOf(key), within([...historyOf(key), ...fresh]))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The same, shown as it grows; of one part, the newest first. */
export const useHistory = (key: string, place: OpinionPlace): readonly HistoryEntry[] =>
  useSyncExternalStore(subscribe, () => historyOf(key))
    .filter((entry) => entry.place === place)
    .toReversed()

/** The opinion with a part as it was. */
export function restored(now: OpinionDraft, entry: HistoryEntry): OpinionDraft {
  if (entry.kind === 'overall') return { ...now, ...entry.said }
  const { verdict, reason, evidence } = entry.said
  const { looked } = now.items[entry.place]
  const item: DraftItem = { verdict, reason, evidence, ...(looked !== undefined && { looked }) }
  return { ...now, items: { ...now.items, [entry.place]: item } }
}

function partOf(draft: OpinionDraft, place: OpinionPlace): HistoryEntry {
  const at = now()
  if (place === 'overall') {
    const { overall, problems, suggestions, vote, dissent } = draft
    return { kind: 'overall', place, at, said: { overall, problems, suggestions, vote, dissent } }
  }
  const { verdict, reason, evidence } = draft.items[place]
  return { kind: 'criterion', place, at, said: { verdict, reason, evidence: [...evidence] } }
}

const textsIn = ({ said }: HistoryEntry): readonly string[] =>
  'reason' in said ? [said.reason] : [said.overall, said.problems, said.suggestions, said.dissent]

const choiceIn = ({ said }: HistoryEntry): string | null => ('verdict' in said ? said.verdict : said.vote)

const isEmpty = (entry: HistoryEntry): boolean =>
  choiceIn(entry) === null &&
  textsIn(entry).every((text) => text.trim() === '') &&
  !('evidence' in entry.said && entry.said.evidence.length > 0)

/** Something that was said is not there any more. */
function loses(before: HistoryEntry, after: HistoryEntry): boolean {
  const later = textsIn(after)
  if (textsIn(before).some((text, index) => text.length - (later[index] ?? '').length >= notablyShorter)) return true
  if (choiceIn(before) !== null && choiceIn(before) !== choiceIn(after)) return true
  return (
    'evidence' in before.said && 'evidence' in after.said && after.said.evidence.length < before.said.evidence.length
  )
}

function within(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const counts = new Map<OpinionPlace, number>()
  let letters = 0
  return entries
    .toReversed()
    .filter((entry) => {
      const count = (counts.get(entry.place) ?? 0) + 1
      counts.set(entry.place, count)
      letters += JSON.stringify(entry.said).length
      return count <= mostEntries && letters <= mostLetters
    })
    .toReversed()
}
