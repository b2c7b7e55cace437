import { z } from 'zod'
import { pageIdSchema } from './desk-hold'

const key = z.string().min(1).max(300)
const savedAt = z.iso.datetime({ offset: true })
/**
 * The number of the write that the caller's text is built on, 0 if there was none; without it, whatever stands gives
 * way.
 */
const base = z.int().min(0).optional()
const page = pageIdSchema.optional()
/**
 * A page numbers what is typed into it: of two texts of one page the higher number is the later one, whichever arrives
 * first.
 */
const turn = z.int().min(0).optional()

export const draftPutSchema = z.strictObject({ key, value: z.unknown(), base, page, turn })
export const draftDeleteSchema = z.strictObject({ key, base, page })

export const draftPutAnswer = {
  savedAt,
  /** The number of this write: the base of the next. */
  revision: z.int().min(1),
  /** Somebody else has written this draft since: both texts are kept, and theirs stays where it was. */
  beside: z.boolean(),
}

export const listedDraftSchema = z.strictObject({
  key: z.string(),
  value: z.unknown(),
  savedAt,
  revision: z.int().min(0),
  /** The disk refused it: it ends with the host unless it is put again. */
  isUnwritten: z.literal(true).optional(),
})

/** Keys of texts that are kept for a person and belong to no form any more. */
export const keptPrefix = 'kept/'

/**
 * Why a text was kept: it met another one (`rival`), or its author put it away: the correction of something sealed
 * (`abandoned`), any other draft (`discarded`).
 */
export const keptReasons = ['rival', 'abandoned', 'discarded'] as const

/**
 * A text that was put aside: of which draft, why, and what it says. Kept until a person removes it, and then for
 * `keptAfterRemoval` days more.
 */
export const keptTextSchema = z.object({
  of: z.string(),
  why: z.enum(keptReasons),
  value: z.unknown(),
  /** A person removed it; when is when that was written. */
  isRemoved: z.literal(true).optional(),
})

/** How long a removed text is found again, in days. */
export const keptAfterRemoval = 30
export type KeptText = z.infer<typeof keptTextSchema>

/**
 * Keys of what is kept with the drafts, as sealed as they are, and is none: places where somebody was, what a text said
 * before, phrases of one's own. It never leaves the desk, and nobody is told of it as of something unfinished.
 */
export const placePrefix = 'place/'
