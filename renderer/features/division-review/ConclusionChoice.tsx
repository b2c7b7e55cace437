import { Radio } from 'antd'
import { memo } from 'react'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import { useTranslation } from '@renderer/ui/translation'
import type { ReviewDraft } from './review-actions'

const conclusions = ['pass', 'reject', 'supplement'] as const

/** What the division concludes. Nothing is ever preselected. */
export const ConclusionChoice = memo(function ConclusionChoice(props: {
  readonly value: ReviewDraft['conclusion']
  readonly onChange: (part: Pick<ReviewDraft, 'conclusion'>) => void
}) {
  const { value, onChange } = props
  const { t } = useTranslation()
  return (
    <Radio.Group
      aria-label={t('review.conclusion')}
      value={value}
      onChange={(event) => {
        onChange({ conclusion: event.target.value as DivisionOpinion['conclusion'] })
      }}
    >
      {conclusions.map((conclusion) => (
        <Radio.Button key={conclusion} value={conclusion}>
          {t(`divisionConclusion.${conclusion}`)}
        </Radio.Button>
      ))}
    </Radio.Group>
  )
})
