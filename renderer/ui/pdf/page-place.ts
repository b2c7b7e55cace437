import { z } from 'zod'

/** Quarter turns to the right, in degrees, by which a person turned a page. */
export const turnSchema = z.literal([0, 90, 180, 270])
export type Turn = z.infer<typeof turnSchema>

/** Pages (from 1) that a person turned. */
export const turnsSchema = z.record(z.string().regex(/^\d{1,5}$/u), turnSchema)
export type Turns = z.infer<typeof turnsSchema>

export const turnOf = (turns: Turns, page: number): Turn => turns[page] ?? 0

/** One quarter further to the right. */
export const turned = (turn: Turn): Turn => ((turn + 90) % 360) as Turn

/** Where one reads in a file. */
export const pagePlaceSchema = z.object({
  /** The page at the upper edge of the window, from 1. */
  page: z.int().min(1),
  /** How much of it is above that edge, as a share of its height; below 0 in the gap before it. */
  share: z.number(),
  /** How much of the column is left of the window, as a share of its width. */
  left: z.number().min(0).max(1),
  zoom: z.union([z.number().min(0.1).max(10), z.literal(['width', 'page'])]),
})
export type PagePlace = z.infer<typeof pagePlaceSchema>

export const firstPlace: PagePlace = { page: 1, share: 0, left: 0, zoom: 'width' }
