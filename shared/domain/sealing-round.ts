import type { CalendarDate } from './date'
import type { ExpertId } from './ids'

/** A hash that an expert sent ahead, and what became of it. */
export type SealedPromise = {
  readonly version: number
  /** SHA-256. */
  readonly commitment: string
  readonly committedOn: CalendarDate
  /** The opinion is here and is the promised one; is not here; or is another. */
  readonly outcome: 'kept' | 'awaited' | 'differs'
  /** It came in after the opening. */
  readonly isLate: boolean
}

/** What an expert changed after the promise or the opening. */
export type ChangeAfterSealing = {
  readonly from: number
  readonly to: number
  /** How many places differ. */
  readonly parts: number
  readonly isAfterOpening: boolean
}

/** 先送封存哈希、会上同时开封, a work rule: how it went with one dossier of a panel. */
export type SealingRound = {
  readonly openings: readonly { readonly on: CalendarDate; readonly by: string }[]
  /** In the order of the panel. */
  readonly experts: readonly {
    readonly expertId: ExpertId
    readonly promises: readonly SealedPromise[]
    readonly changes: readonly ChangeAfterSealing[]
  }[]
}
