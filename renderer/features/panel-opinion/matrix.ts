import type { CriterionId } from '@shared/domain/judgement'
import { criterionIds } from '@shared/domain/judgement'
import type { ExpertOpinion } from '@shared/domain/panel'

export type MatrixRow = {
  readonly criterionId: CriterionId
  /** How many different answers the experts gave; more than one is disagreement. */
  readonly answers: number
  readonly contested: boolean
}

/** Rows of the matrix: where experts disagree or cannot tell comes first, else the order of the form. */
export function matrixRows(opinions: Iterable<ExpertOpinion>): readonly MatrixRow[] {
  const all = [...opinions]
  const rows = criterionIds.map((criterionId) => {
    const verdicts = new Set(
      all.flatMap((opinion) => opinion.items.find((item) => item.criterionId === criterionId)?.verdict ?? []),
    )
    return { criterionId, answers: verdicts.size, contested: verdicts.size > 1 || verdicts.has('cannot-tell') }
  })
  return rows.toSorted((a, b) => Number(b.contested) - Number(a.contested) || b.answers - a.answers)
}
