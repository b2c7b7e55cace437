import { ReadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { isAnswered, type OpinionDraft } from '@shared/acts/expert-opinion'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { reviewSteps, type ReviewStep } from '@renderer/stores/review-steps'

/** One mark per criterion, and the overall opinion: where one is and what is answered. */
export function ReviewSteps(props: {
  readonly draft: OpinionDraft
  readonly step: ReviewStep
  readonly onStep: (step: ReviewStep) => void
  /** Back to the pages, where one side is seen at a time. */
  readonly onPages: () => void
}) {
  const { draft, step, onStep, onPages } = props
  const { t } = useTranslation()
  return (
    <div className="review-steps-line">
      <Button className="review-to-pages" size="small" icon={<ReadOutlined />} onClick={onPages}>
        {t('review.toPages')}
      </Button>
      <nav className="review-steps" aria-label={t('review.steps')}>
        {reviewSteps.map((candidate) => (
          <button
            key={candidate}
            type="button"
            aria-current={candidate === step ? 'step' : undefined}
            title={candidate === 'overall' ? t('review.overall') : wordsOf(t, `criterion.${candidate}.title`)}
            onClick={() => {
              onStep(candidate)
            }}
          >
            {candidate === 'overall' ? t('review.overall.short') : t(`review.step.${candidate}`)}
            <StepMark draft={draft} step={candidate} />
          </button>
        ))}
      </nav>
    </div>
  )
}

function StepMark({ draft, step }: { readonly draft: OpinionDraft; readonly step: ReviewStep }) {
  const { t } = useTranslation()
  if (step === 'overall') {
    const complete = draft.overall.trim() !== '' && draft.vote !== null
    return complete ? <Shape shape="dot" tone="green" /> : <Open words={t('review.open')} />
  }
  const item = draft.items[step]
  if (item.looked !== undefined) {
    return (
      <span className="mark" title={t('supplement.owed')}>
        <Shape shape="triangle" tone="amber" />
        <span className="visually-hidden">{t('supplement.owed')}</span>
      </span>
    )
  }
  if (item.verdict === null) return <Open words={t('review.open')} />
  return (
    <>
      <JudgementMark verdict={item.verdict} compact />
      {isAnswered(item) ? null : <span className="visually-hidden">{t('review.noReasonYet')}</span>}
    </>
  )
}

function Open({ words }: { readonly words: string }) {
  return (
    <span className="mark" title={words}>
      <Shape shape="outline" tone="grey" />
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
