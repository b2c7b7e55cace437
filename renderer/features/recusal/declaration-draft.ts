import { z } from 'zod'
import type { DeclarationDraft, RecusalAnswers } from '@shared/acts/seal-opinion'
import { recusalGrounds, type RecusalGround } from '@shared/domain/panel'
import type { ExpertTask } from '@renderer/data/expert-tasks'

type Answer = RecusalAnswers[RecusalGround]

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
