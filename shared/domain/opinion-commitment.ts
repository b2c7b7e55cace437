import { z } from 'zod'
import { digitGroups } from '../lib/digit-groups'
import { sha256OfText } from '../lib/sha256'
import { calendarDateSchema } from './date'
import { readingMarkSchema } from './reading-mark'
import { dossierIdSchema, expertIdSchema, nameSchema, panelIdSchema, sha256Schema } from './ids'

/** 先送封存哈希、会上同时开封 is a work rule of this office: the regulation (Art. 12) knows no such order. */

const opinionPlace = {
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  expertId: expertIdSchema,
  opinionVersion: z.int().min(1),
}

/**
 * 32 random bytes that belong to one version of one opinion; they stay at the expert's desk until the opinion leaves.
 */
export const opinionSaltSchema = z.strictObject({ ...opinionPlace, salt: z.string().regex(/^[0-9a-f]{64}$/u) })

/** Marks on the pages of the dossier that an expert lets go along with one version of one opinion; no private one. */
export const opinionMarksSchema = z.strictObject({
  ...opinionPlace,
  marks: z.array(readingMarkSchema).min(1).max(5000),
})

/** What an expert is bound to, without a word of what it says. */
export const opinionCommitmentSchema = z.strictObject({
  ...opinionPlace,
  commitment: sha256Schema,
  committedOn: calendarDateSchema,
})

/** The opening at the meeting: who opened, when, and everything that lay there closed. */
export const opinionRevealSchema = z.strictObject({
  panelId: panelIdSchema,
  dossierIds: z.array(dossierIdSchema).min(1),
  /** The hashes that were in hand; one that is not listed here came late. */
  commitments: z
    .array(
      z.strictObject({
        recordId: sha256Schema,
        dossierId: dossierIdSchema,
        expertId: expertIdSchema,
        opinionVersion: z.int().min(1),
        commitment: sha256Schema,
      }),
    )
    .max(10_000),
  /** Record ids of the sealed opinions that had come in and were opened. */
  opinionIds: z.array(sha256Schema).max(10_000),
  on: calendarDateSchema,
  by: nameSchema,
})

type OpinionPlace = {
  readonly panelId: string
  readonly dossierId: string
  readonly expertId: string
  readonly opinionVersion: number
}

/** One version of one expert's opinion on one dossier of a panel. */
export const opinionSlotOf = ({ panelId, dossierId, expertId, opinionVersion }: OpinionPlace): string =>
  `${panelId}/${dossierId}/${expertId}/${opinionVersion}`

const domainTag = 'lianshen/opinion-commitment/1'

/**
 * SHA-256 over three lines of text: a tag that no other hash of this program begins with, the salt, and the id of the
 * record that seals the opinion, both in lower-case hexadecimal, without a line end behind the last. The record id
 * covers panel, dossier, expert and every word; it never changes, whatever later versions of this program add to
 * records.
 */
export const commitmentOf = (salt: string, sealedRecordId: string): string =>
  sha256OfText(`${domainTag}\n${salt}\n${sealedRecordId}`)

/**
 * 封存码, to be read out over the telephone: the first 20 bytes of the hash as four groups of five digits, about 66 bits.
 */
export const commitmentCode = (commitment: string): string =>
  digitGroups(
    Uint8Array.from({ length: 20 }, (_, index) => Number.parseInt(commitment.slice(2 * index, 2 * index + 2), 16)),
  )
