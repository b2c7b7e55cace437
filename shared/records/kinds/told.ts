import type { CalendarDate } from '../../domain/date'

/** What the history of an alliance is sorted by; names the message `told.sort.<name>`. */
export const toldSorts = [
  'step',
  'version',
  'review',
  'panel',
  'decision',
  'report',
  'change',
  'evaluation',
  'ending',
  'support',
  'paper',
  'exchange',
  'other',
] as const
export type ToldSort = (typeof toldSorts)[number]

/** A word of an entry: by the message that has it, or as somebody wrote it. */
export type ToldWord =
  { readonly key: string; readonly params?: Readonly<Record<string, string | number>> } | { readonly text: string }

/** What the history says of a record beside what its kind is called. Everything may be absent. */
export type Told = {
  /** The day on which it happened, as the record says; absent: the day on which it was recorded. */
  readonly on?: CalendarDate | null
  /** Who did it, as the record names him or her; absent: the desk that recorded it. */
  readonly by?: string
  readonly about?: readonly ToldWord[]
  /** Its papers: names or numbers. */
  readonly papers?: readonly string[]
  /** What it opens: an address, or what follows that of the alliance's page (`?tab=…`); absent: nothing. */
  readonly opens?: string
}

/** Of a kind of which the history says nothing but that it was recorded. */
export const nothingMore = (): Told => ({})

/** A name or a number of a paper, where there is one. */
export const named = (name: string): readonly string[] => (name === '' ? [] : [name])

/** A part of the alliance's page. */
export const tabOf = (tab: string): string => `?tab=${tab}`

/** The last of some days; null: there is none. */
export const lastDay = (days: readonly (CalendarDate | null | undefined)[]): CalendarDate | null =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? null
