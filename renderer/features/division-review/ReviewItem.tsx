import { memo } from 'react'
import type { ReviewAnswer } from '@shared/acts/division-review'
import type { DossierContent } from '@shared/domain/dossier'
import type { CheckResult } from '@shared/regulation/check-dossier'
import { ClauseText } from '@renderer/ui/ClauseText'
import { EvidenceList } from '@renderer/ui/EvidenceList'
import { Labelled } from '@renderer/ui/Labelled'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { VerdictChoice } from '@renderer/ui/VerdictChoice'
import { wordsOf } from '@renderer/ui/words'

/** One point to answer: the regulation and the facts beside the judgement. */
export const ReviewItem = memo(function ReviewItem(props: {
  readonly result: CheckResult
  readonly content: DossierContent
  readonly answer: ReviewAnswer
  readonly error: string | null
  readonly onChange: (ruleId: string, change: Partial<ReviewAnswer>) => void
}) {
  const { t } = useTranslation()
  const { result, content, answer, error, onChange } = props
  const title = wordsOf(t, `rule.${result.ruleId}.title`)
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="halves">
        <div>
          {result.source.kind === 'statute' ? <ClauseText clause={result.source.clause} /> : null}
          <EvidenceList evidence={result.evidence} content={content} />
        </div>
        <div className="stack">
          <VerdictChoice
            label={title}
            value={answer.verdict}
            onChange={(verdict) => {
              onChange(result.ruleId, { verdict })
            }}
          />
          <Labelled label={t('common.reason')} htmlFor={`answer-${result.ruleId}`} error={error}>
            <TextArea
              id={`answer-${result.ruleId}`}
              className="reading"
              autoSize={{ minRows: 3, maxRows: 12 }}
              value={answer.reason}
              onChange={(event) => {
                onChange(result.ruleId, { reason: event.target.value })
              }}
            />
            <PrintHint text={answer.reason} />
          </Labelled>
        </div>
      </div>
    </section>
  )
})
