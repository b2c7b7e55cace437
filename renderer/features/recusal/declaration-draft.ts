import { z } from 'zod'
import { recusalGrounds, type RecusalGround } from '@shared/domain/panel'
import type { ExpertTask } from '@renderer/data/expert-tasks'

type Answer = { readonly exists: boolean | null; readonly note: string }

/** A declaration while it is filled in: every ground is open until it is answered. */
export type DeclarationDraft = {
  readonly answers: Readonly<Record<RecusalGround, Answer>>
  readonly pledged: boolean
}

export const declarationDraftKey = ({ panelId, dossierId }: ExpertTask): string => `recusal/${panelId}/${dossierId}`

const answersBy = (answer: (ground: RecusalGround) => Answer) =>
  Object.fromEntries(recusalGrounds.map((ground) => [ground, answer(ground)])) as Record<RecusalGround, Answer>

export const emptyDeclaration: DeclarationDraft = {
  answers: answersBy(() => ({ exists: null, note: '' })),
  pledged: false,
}

const storedSchema = z.object({
  answers: z
    .record(z.string(), z.object({ exists: z.boolean().nullable().catch(null), note: z.string().catch('') }))
    .catch({}),
  pledged: z.boolean().catch(false),
})

/** Reads a stored draft; an answer that is not there stays open. */
export function readDeclaration(stored: unknown): DeclarationDraft {
  const read = storedSchema.safeParse(stored)
  if (!read.success) return emptyDeclaration
  const { answers, pledged } = read.data
  return { answers: answersBy((ground) => answers[String(ground)] ?? { exists: null, note: '' }), pledged }
}

/** Grounds that have no answer yet. */
export const unanswered = ({ answers }: DeclarationDraft): readonly RecusalGround[] =>
  recusalGrounds.filter((ground) => answers[ground].exists === null)

export const isComplete = (draft: DeclarationDraft): boolean => draft.pledged && unanswered(draft).length === 0
