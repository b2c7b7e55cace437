import type { zhDivisionReview } from '../zh/division-review'

export const enDivisionReview: Readonly<Record<keyof typeof zhDivisionReview, string>> = {
  'review.onVersion': 'On version {{version}}, hash {{hash}}',
  'review.standing': 'Standing in the trade (Art. 11)',
  'review.conclusion': 'Conclusion',
  'review.comment': 'Other remarks',
  'review.needDivision': 'Choose the division; add it in the settings if there is none.',
  'review.needStanding': 'Write the assessment of standing.',
  'review.needConclusion': 'Choose the conclusion.',
  'review.needSigner': 'State who signs.',
  'review.gaps': '{{count}} places are unfinished; they are marked.',
  'review.sealMeaning': 'A sealed opinion never changes; a correction is a new one and the old stays in the history.',
  'review.correcting':
    'The opinion of {{division}} was sealed on {{on}}; below is its text. Change it and seal again for a new one.',
  'review.seal': 'Seal the opinion',
  'review.sealAsk': 'Read back before sealing: {{kind}}',
}
