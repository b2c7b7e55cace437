import type { SampleReview } from './sample-review'

/**
 * In the demonstration the fourth expert finds a ground for recusal: past joint work, the third ground of the work
 * rules.
 */
const recusedIndex = 3
const ground = 3

/** The sample review with one expert's declaration turned into a ground, and without an opinion of his. */
export function withRecusal(review: SampleReview): SampleReview {
  const recused = review.panel.experts[recusedIndex]
  if (recused === undefined) return review
  return {
    ...review,
    declarations: review.declarations.map((declaration) =>
      declaration.expertId === recused.id
        ? {
            ...declaration,
            answers: declaration.answers.map((answer) =>
              answer.ground === ground
                ? { ...answer, exists: true, note: '与一家成员单位合作的横向课题去年结题（示例）。' }
                : answer,
            ),
          }
        : declaration,
    ),
    opinions: review.opinions.filter((opinion) => opinion.expertId !== recused.id),
  }
}
