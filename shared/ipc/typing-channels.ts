import { z } from 'zod'
import { claimedSchema, claimSchema, holdNewsSchema, pageIdSchema } from './desk-hold'
import { draftDeleteSchema, draftPutAnswer, draftPutSchema, listedDraftSchema } from './draft'
import { done } from './parts'

/** Which page writes, and what is being typed into it (docs/adr/0020). */
export const typingChannels = {
  /** Asks for the desk: one page writes at a time, every other one is refused (`not-writer`). */
  'desk:claim': { input: claimSchema, output: claimedSchema },
  /**
   * Answers once there is news for the page that has the desk. A page whose call breaks off is gone, and has it no
   * more.
   */
  'desk:watch': { input: z.strictObject({ page: pageIdSchema }), output: z.strictObject({ news: holdNewsSchema }) },
  /** Lets go of the desk; `words`: what was typed last, put as by `draft:put` before anybody else has the desk. */
  'desk:release': {
    input: z.strictObject({ page: pageIdSchema, words: z.array(draftPutSchema).max(100).optional() }),
    output: z.void(),
  },

  /**
   * Typing: fsynced, never leaves this desk. What the disk refuses is kept in the host's memory. With a `base` it takes
   * the place of that very write and of the page's own later ones; over any other it is kept `beside` (docs/adr/0020).
   */
  'draft:put': { input: draftPutSchema, output: done(draftPutAnswer) },
  /** With a `base`: a draft that somebody else wrote since is kept as a text beside, never lost. */
  'draft:delete': { input: draftDeleteSchema, output: done({}) },
  /** Every draft, those that are on their way to the disk among them. */
  'draft:list': { input: z.void(), output: z.array(listedDraftSchema) },
} as const
