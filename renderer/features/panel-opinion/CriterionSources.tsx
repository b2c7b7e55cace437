import { Button } from 'antd'
import type { CriterionId, EvidencePin } from '@shared/domain/judgement'
import { labelAmong } from '@shared/domain/expert-label'
import type { ExpertOpinion, Panel } from '@shared/domain/panel'
import { criterionOf } from '@shared/regulation/criteria'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { ClauseText } from '@renderer/ui/ClauseText'
import { EvidenceList } from '@renderer/ui/EvidenceList'
import { useTranslation } from '@renderer/ui/translation'
import { CheckMark, JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

/** What the focused criterion rests on: the regulation, the checks, and every expert's reason with its evidence. */
export function CriterionSources(props: {
  readonly dossier: DossierCase
  readonly panel: Panel
  readonly opinions: readonly ExpertOpinion[]
  readonly criterionId: CriterionId
  /** Null while nothing is being written. */
  readonly onInsert: ((text: string, evidence: readonly EvidencePin[]) => void) | null
}) {
  const { t } = useTranslation()
  const { dossier, panel, opinions, criterionId, onInsert } = props
  const { clause } = criterionOf(criterionId)
  const checks = dossier.results.filter((result) => result.criterionIds.includes(criterionId))
  return (
    <section className="panel stack" aria-label={wordsOf(t, `criterion.${criterionId}.title`)}>
      <h2>{wordsOf(t, `criterion.${criterionId}.title`)}</h2>
      <ClauseText clause={clause} />
      {opinions.length === 0 ? <p className="quiet">{t('opinions.noExpert')}</p> : null}
      {opinions.map((opinion) => {
        const item = opinion.items.find((candidate) => candidate.criterionId === criterionId)
        if (item === undefined) return null
        return (
          <article key={opinion.expertId} className="check">
            <header className="row">
              <strong>{visibleText(labelAmong(opinion.expertId, opinion.expertName, panel.experts))}</strong>
              <JudgementMark verdict={item.verdict} />
              {onInsert === null ? null : (
                <Button
                  size="small"
                  onClick={() => {
                    onInsert(item.reason, item.evidence)
                  }}
                >
                  {t('opinion.insert')}
                </Button>
              )}
            </header>
            <p className="reading">{visibleText(item.reason)}</p>
            {item.evidence.map((pin) => (
              <span key={`${pin.materialId}-${pin.page}-${pin.quote}`} className="tag" title={visibleText(pin.quote)}>
                {t('opinion.pin', { title: visibleText(pin.materialTitle), page: pin.page })}
              </span>
            ))}
          </article>
        )
      })}
      <h3>{t('opinion.checks')}</h3>
      {checks.map((result) => (
        <div key={result.ruleId}>
          <div className="row">
            <strong>{wordsOf(t, `rule.${result.ruleId}.title`)}</strong>
            {result.outcome.by === 'system' || result.outcome.by === 'override' ? (
              <CheckMark verdict={result.outcome.verdict} />
            ) : null}
          </div>
          <EvidenceList evidence={result.evidence} content={dossier.file.content} />
        </div>
      ))}
    </section>
  )
}
