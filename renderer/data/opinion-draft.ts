import { z } from 'zod'
import {
  draftOfOpinion,
  emptyDraft,
  emptyItem,
  itemsBy,
  type About,
  type OpinionDraft,
} from '@shared/acts/expert-opinion'
import { evidencePinSchema, judgementVerdictSchema } from '@shared/domain/judgement'
import { voteSchema, type ExpertOpinion } from '@shared/domain/panel'
import type { DraftHandle } from './use-draft'

const text = z.string().catch('')
const storedItemSchema = z
  .object({
    verdict: judgementVerdictSchema.nullable().catch(null),
    reason: text,
    evidence: z.array(evidencePinSchema).catch([]),
    looked: z.object({ dossierHash: z.string(), dossierVersion: z.int() }).optional().catch(undefined),
  })
  .catch({ verdict: null, reason: '', evidence: [] })
const storedSchema = z.object({
  dossierHash: text,
  dossierVersion: z.int().catch(0),
  items: z.record(z.string(), storedItemSchema).catch({}),
  overall: text,
  problems: text,
  suggestions: text,
  vote: voteSchema.nullable().catch(null),
  dissent: text,
})

/** Reads a stored draft, whatever an older version left in it: text that is there is kept, the rest begins empty. */
export function readDraft(stored: unknown, about: About): OpinionDraft {
  const read = storedSchema.safeParse(stored)
  if (!read.success) return emptyDraft(about)
  return { ...read.data, items: itemsBy((id) => read.data.items[id] ?? emptyItem) }
}

/**
 * Ends a correction: the sealed version is what one has again; what the correction said is kept.
 * @throws HostFailure
 */
export async function abandonCorrection(
  { opinion }: { readonly opinion: { readonly value: ExpertOpinion } | null },
  draft: Pick<DraftHandle<OpinionDraft>, 'putAside'>,
): Promise<void> {
  if (opinion !== null) await draft.putAside('abandoned', draftOfOpinion(opinion.value))
}
