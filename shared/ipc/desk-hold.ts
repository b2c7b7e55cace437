import { z } from 'zod'

/** A page names itself by an id that it makes when it is loaded. */
export const pageIdSchema = z.uuid()

/** With `takeOver` the page that has the desk is asked to put its last words on the disk and to let go. */
export const claimSchema = z.strictObject({ page: pageIdSchema, takeOver: z.boolean() })

export const claimedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('holding') }),
  /** Another page has the desk; nothing has changed. */
  z.strictObject({ kind: z.literal('elsewhere'), since: z.iso.datetime({ offset: true }) }),
])

export const holdNewsSchema = z.enum(['asked', 'lost', 'locked'])
export type HoldNews = z.infer<typeof holdNewsSchema>
