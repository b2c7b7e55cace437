import { memo } from 'react'
import type { DossierContent } from '@shared/domain/dossier'
import { evidenceSubject, evidenceValue } from '@shared/messages/evidence-words'
import type { CheckResult } from '@shared/regulation/check-dossier'
import type { Evidence } from '@shared/regulation/evidence'
import { originOf } from '@shared/regulation/fact-origin'
import { sourceOf } from '@shared/regulation/fact-sources'
import { evidenceShape } from '@renderer/ui/evidence-shape'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { CheckMark, JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'
import { FactButton, type FactActs } from './FactButton'
import { FactOriginTag } from './FactOriginTag'

/**
 * 系统核对: what was computed from the dossier, and what the divisions have noted and judged, told apart. Facts, not a
 * proposal; each that a file says leads to its page.
 */
export const CheckFacts = memo(function CheckFacts(props: {
  readonly results: readonly CheckResult[]
  readonly content: DossierContent
  readonly acts: FactActs
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
              <FactOriginTag origin="noted" />{' '}
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
              <FactOriginTag origin="noted" />{' '}
              {t('review.judgedBy', {
                person: result.outcome.person,
                day: result.outcome.on,
                reason: result.outcome.reason,
              })}
            </p>
          ) : null}
          <Facts evidence={result.evidence} content={props.content} acts={props.acts} />
        </details>
      ))}
    </section>
  )
})

function Facts(props: {
  readonly evidence: readonly Evidence[]
  readonly content: DossierContent
  readonly acts: FactActs
}) {
  const { evidence, content, acts } = props
  const { t } = useTranslation()
  if (evidence.length === 0) return <p className="quiet">{t('checks.noFacts')}</p>
  return (
    <ul className="evidence">
      {evidence.map((item, index) => {
        const [shape, tone] = evidenceShape[item.level]
        const subject = evidenceSubject(item, content)
        const source = sourceOf(item, content)
        const name = wordsOf(t, `evidence.${item.key}`)
        const words = (
          <>
            {subject === null ? null : <span className="subject">{subject} · </span>}
            {name}
            {t('punctuation.colon')}
            {evidenceValue(item, t)}
          </>
        )
        return (
          <li key={`${item.key}-${index}`} data-level={item.level}>
            <Shape shape={shape} tone={tone} />
            <span>
              <FactOriginTag origin={originOf(item)} />{' '}
              {source === null ? (
                words
              ) : (
                <FactButton source={source} acts={acts} name={name}>
                  {words}
                </FactButton>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

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
