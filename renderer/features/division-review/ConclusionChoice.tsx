import { Radio } from 'antd'
import { memo } from 'react'
import type { ReviewDraft } from '@shared/acts/division-review'
import { divisionConclusions, type DivisionOpinion } from '@shared/domain/proceedings'
import { useTranslation } from '@renderer/ui/translation'

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
      {divisionConclusions.map((conclusion) => (
        <Radio.Button key={conclusion} value={conclusion}>
          {t(`divisionConclusion.${conclusion}`)}
        </Radio.Button>
      ))}
    </Radio.Group>
  )
})
