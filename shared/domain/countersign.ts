import { z } from 'zod'
import { contentHash } from '../lib/sha256'
import { calendarDateSchema } from './date'
import { dossierIdSchema, expertIdSchema, nameSchema, panelIdSchema, sha256Schema, textSchema } from './ids'
import { handwritingSchema } from './judgement'
import type { PanelOpinion } from './panel'

/**
 * 会签 is a work rule of this office: the regulation (Art. 12) asks for the experts' opinion, not for how it is signed.
 */

const attachedFileSchema = z.strictObject({ sha256: sha256Schema, size: z.int().min(1) })

/** Which sealed panel opinion a signature is for: its version, and the SHA-256 of its canonical JSON. */
const opinionRefSchema = {
  panelId: panelIdSchema,
  dossierId: dossierIdSchema,
  opinionVersion: z.int().min(1),
  opinionHash: sha256Schema,
}

/**
 * The cell of 签名表 in which an expert signs: field name in the PDF, page from 1, rectangle in points from the top left.
 */
const signingPlaceSchema = z.strictObject({
  expertId: expertIdSchema,
  field: z.string().min(1).max(100),
  page: z.int().min(1),
  rect: z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }),
})

/** 会签: a sealed panel opinion goes round among those who voted on it. */
export const countersignRoundSchema = z.strictObject({
  ...opinionRefSchema,
  /** The PDF that goes round, signed by the division; experts add their signatures to it. */
  paper: attachedFileSchema,
  /** The document it was set from (canonical JSON), so that the last copy says the very same. */
  model: attachedFileSchema,
  /** One for each expert who is to sign: present and not recused, in the order of 签名表. */
  places: z.array(signingPlaceSchema).min(1),
  openedOn: calendarDateSchema,
  dueOn: calendarDateSchema.nullable().default(null),
  from: nameSchema,
})
export type CountersignRound = Readonly<z.infer<typeof countersignRoundSchema>>

export const scanMediaTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type ScanMediaType = (typeof scanMediaTypes)[number]

/** How an expert answers: by hand in the program, on paper with the scan attached, or not at all and why. */
const countersignAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('handwriting'), handwriting: handwritingSchema }),
  z.strictObject({
    kind: z.literal('scan'),
    scan: z.strictObject({
      ...attachedFileSchema.shape,
      fileName: z.string().min(1).max(255),
      mediaType: z.enum(scanMediaTypes),
    }),
  }),
  z.strictObject({ kind: z.literal('declined'), reason: textSchema.min(1) }),
])

/**
 * What one expert says to one version of the panel's opinion. The record that carries it is signed by the expert's own
 * key over `opinionHash`: that is the signature which counts, whatever the order in which signatures come in.
 */
export const countersignatureSchema = z.strictObject({
  ...opinionRefSchema,
  expertId: expertIdSchema,
  expertName: nameSchema,
  answer: countersignAnswerSchema,
  /** The PDF with this expert's signature added to it: which file it was added to, and which came of it. */
  signedPaper: z
    .strictObject({ from: sha256Schema, ...attachedFileSchema.shape })
    .nullable()
    .default(null),
  /** Local day of the expert's desk. */
  signedOn: calendarDateSchema,
})
export type Countersignature = Readonly<z.infer<typeof countersignatureSchema>>

/** The leader of the panel ends a round in which somebody is missing; the missing are named. */
export const countersignClosingSchema = z.strictObject({
  ...opinionRefSchema,
  missing: z.array(expertIdSchema).min(1),
  reason: textSchema.min(1),
  leaderExpertId: expertIdSchema,
  by: nameSchema,
  on: calendarDateSchema,
})
export type CountersignClosing = Readonly<z.infer<typeof countersignClosingSchema>>

/** SHA-256 of the canonical JSON of a panel's opinion: what every signature of the round names. */
export const panelOpinionHash = (opinion: PanelOpinion): string => contentHash(opinion)

type RoundKey = Pick<CountersignRound, 'panelId' | 'dossierId' | 'opinionVersion'>

/** One round per version of an opinion. */
export const roundIdOf = ({ panelId, dossierId, opinionVersion }: RoundKey): string =>
  `${panelId}/${dossierId}@${opinionVersion}`

/** One answer per expert in it. */
export const countersignatureIdOf = (signature: RoundKey & Pick<Countersignature, 'expertId'>): string =>
  `${roundIdOf(signature)}/${signature.expertId}`

/** Where one expert of a round stands. */
export type SigningState = 'signed' | 'declined' | 'refused-before' | 'missing' | 'late' | 'awaited'

export type RoundStanding = {
  readonly experts: readonly {
    readonly expertId: CountersignRound['places'][number]['expertId']
    readonly state: SigningState
    readonly signature: Countersignature | null
  }[]
  /** Everybody has answered, or the leader has ended the round. */
  readonly isFinished: boolean
  readonly closing: CountersignClosing | null
}

/**
 * Who has signed, who is awaited, who is late, as of `today`; an expert whose refusal stands in the opinion itself is
 * not awaited. Answers to another version or content of the opinion do not count.
 */
export function roundStanding(
  round: CountersignRound,
  opinion: Pick<PanelOpinion, 'refusals'>,
  signatures: readonly Countersignature[],
  closing: CountersignClosing | null,
  today: string,
): RoundStanding {
  const ended = closing !== null && closing.opinionHash === round.opinionHash ? closing : null
  const isLate = round.dueOn !== null && today > round.dueOn
  const experts = round.places.map(({ expertId }) => {
    const signature = signatures.find((one) => one.expertId === expertId && isOfRound(one, round)) ?? null
    const refusedBefore = opinion.refusals.some((refusal) => refusal.expertId === expertId)
    const state: SigningState =
      signature !== null
        ? signature.answer.kind === 'declined'
          ? 'declined'
          : 'signed'
        : refusedBefore
          ? 'refused-before'
          : ended !== null
            ? 'missing'
            : isLate
              ? 'late'
              : 'awaited'
    return { expertId, state, signature }
  })
  const isAnswered = experts.every(({ state }) => state !== 'awaited' && state !== 'late')
  return { experts, isFinished: isAnswered, closing: ended }
}

/** Whether a signature is for the very opinion of the round. */
export const isOfRound = (signature: Countersignature, round: CountersignRound): boolean =>
  roundIdOf(signature) === roundIdOf(round) && signature.opinionHash === round.opinionHash

export type PaperChain = {
  /** SHA-256 and size of the PDF with the most signatures on it. */
  readonly head: { readonly sha256: string; readonly size: number }
  /** Who signed it, in the order of signing. */
  readonly signers: readonly Countersignature[]
}

/**
 * The longest chain of signatures on the PDF itself, from the paper of the round on. Of equal chains the one whose
 * files have the smaller hashes: every desk that knows the same signatures finds the same one, in whatever order they
 * came.
 */
export function longestChain(round: CountersignRound, signatures: readonly Countersignature[]): PaperChain {
  const links = signatures
    .filter((one) => isOfRound(one, round) && one.answer.kind !== 'declined')
    .toSorted((a, b) => ((a.signedPaper?.sha256 ?? '') < (b.signedPaper?.sha256 ?? '') ? -1 : 1))
  const extend = (chain: PaperChain): PaperChain =>
    links
      .filter(({ signedPaper }) => signedPaper?.from === chain.head.sha256)
      .filter((link) => !chain.signers.some(({ expertId }) => expertId === link.expertId))
      .map((link) => {
        const { sha256, size } = link.signedPaper ?? chain.head
        return extend({ head: { sha256, size }, signers: [...chain.signers, link] })
      })
      .reduce((best, candidate) => (candidate.signers.length > best.signers.length ? candidate : best), chain)
  return extend({ head: round.paper, signers: [] })
}
