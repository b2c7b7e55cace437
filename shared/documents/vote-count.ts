import type { Expert, Tally } from '@shared/domain/panel'
import { computeTally, latestOpinions, majorityBase, majorityReached, recusedExperts } from '@shared/domain/tally'
import type { PanelOpinionFacts } from './panel-opinion-facts'

/** A recount of the votes on one dossier, with what it amounts to under the panel's own work rules. */
export type VoteCount = {
  readonly tally: Tally
  /** How many the share is taken of. */
  readonly base: number
  readonly reached: boolean
  /** Present, not recused, and no opinion on file. */
  readonly missingExperts: readonly Expert[]
}

export function countVotes({ file, panel }: Pick<PanelOpinionFacts, 'file' | 'panel'>): VoteCount {
  const { recusalDecisions, expertOpinions } = file.proceedings
  const tally = computeTally(panel, file.id, recusalDecisions, expertOpinions)
  const recused = recusedExperts(panel, file.id, recusalDecisions)
  const opinions = latestOpinions(panel, file.id, expertOpinions)
  return {
    tally,
    base: majorityBase(tally, panel.rules),
    reached: majorityReached(tally, panel.rules),
    missingExperts: panel.members
      .filter(({ expertId, present }) => present === true && !recused.has(expertId) && !opinions.has(expertId))
      .flatMap(({ expertId }) => panel.experts.filter((expert) => expert.id === expertId)),
  }
}
