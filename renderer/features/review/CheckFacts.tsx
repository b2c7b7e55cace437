import { memo } from 'react'
import type { DossierContent } from '@shared/domain/dossier'
import type { CheckResult } from '@shared/regulation/check-dossier'
import { EvidenceList } from '@renderer/ui/EvidenceList'
import { useTranslation } from '@renderer/ui/translation'
import { CheckMark, JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

/** 系统核对: what was computed from the dossier, and what the divisions have judged. Facts, not a proposal. */
export const CheckFacts = memo(function CheckFacts(props: {
  readonly results: readonly CheckResult[]
  readonly content: DossierContent
}) {
  const { t } = useTranslation()
  if (props.results.length === 0) return null
  return (
    <section aria-label={t('review.facts')} className="check-facts">
      <h3>{t('review.facts')}</h3>
      <p className="quiet">{t('review.factsNote')}</p>
      {props.results.map((result) => (
        <details key={result.ruleId} open={result.evidence.some((item) => item.level !== 'fact')}>
          <summary>
            <span>{wordsOf(t, `rule.${result.ruleId}.title`)}</span> <OutcomeMark result={result} />
          </summary>
          {result.outcome.by === 'override' ? (
            <p>
              {t('review.overridden', {
                system: t(`verdict.${result.outcome.systemVerdict}`),
                person: result.outcome.person,
                day: result.outcome.on,
                reason: result.outcome.reason,
              })}
            </p>
          ) : null}
          {result.outcome.by === 'person' ? (
            <p>
              {t('review.judgedBy', {
                person: result.outcome.person,
                day: result.outcome.on,
                reason: result.outcome.reason,
              })}
            </p>
          ) : null}
          <EvidenceList evidence={result.evidence} content={props.content} />
        </details>
      ))}
    </section>
  )
})

function OutcomeMark({ result: { outcome } }: { readonly result: CheckResult }) {
  const { t } = useTranslation()
  switch (outcome.by) {
    case 'system':
    case 'override':
      return <CheckMark verdict={outcome.verdict} />
    case 'person':
      return <JudgementMark verdict={outcome.judgement} />
    case 'person-needed':
      return <span className="quiet">{t('review.forPeople')}</span>
  }
}
