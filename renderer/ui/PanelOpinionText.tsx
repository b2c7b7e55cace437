import { labelAmong } from '@shared/domain/expert-label'
import type { Expert, PanelOpinion } from '@shared/domain/panel'
import { visibleText } from '@shared/lib/visible-text'
import { JudgementMark } from './VerdictMark'
import { useTranslation } from './translation'
import { wordsOf } from './words'

/** An opinion of a panel as it was sealed, or is about to be: whole, word for word. */
export function PanelOpinionText(props: {
  readonly opinion: PanelOpinion
  readonly experts: readonly Pick<Expert, 'id' | 'name' | 'unitName'>[]
}) {
  const { t } = useTranslation()
  const { opinion, experts } = props
  const nameOf = (id: string) => visibleText(labelAmong(id, id.slice(0, 8), experts))
  const { tally } = opinion
  return (
    <div className="stack">
      <p className="strong">
        {t('opinion.conclusion')}
        {t('punctuation.colon')}
        {wordsOf(t, `value.conclusion.${opinion.conclusion}`)}
      </p>
      <p className="quiet">
        {t('opinion.sealedFacts', { version: opinion.version, on: opinion.signedOn, dossier: opinion.dossierVersion })}{' '}
        {t('panels.leader')}
        {t('punctuation.colon')}
        {nameOf(opinion.leaderExpertId)}
      </p>
      <p className="quiet">{t('opinion.sealedTally', { ...tally })}</p>
      {opinion.items.map(({ criterionId, verdict, reason }) => (
        <p key={criterionId}>
          <JudgementMark verdict={verdict} /> <strong>{wordsOf(t, `criterion.${criterionId}.title`)}</strong> ·{' '}
          <span className="reading">{visibleText(reason)}</span>
        </p>
      ))}
      {(['problems', 'suggestions'] as const).map((part) => (
        <div key={part}>
          <h3>{t(`opinion.${part}`)}</h3>
          <p className="reading">{visibleText(opinion[part])}</p>
        </div>
      ))}
      {opinion.dissents.length === 0 ? null : (
        <div>
          <h3>{t('opinion.dissents')}</h3>
          {opinion.dissents.map(({ expertId, text }) => (
            <p key={expertId} className="reading">
              {nameOf(expertId)}
              {t('punctuation.colon')}
              {visibleText(text)}
            </p>
          ))}
        </div>
      )}
      {opinion.refusals.length === 0 ? null : (
        <div>
          <h3>{t('opinion.refusals')}</h3>
          {opinion.refusals.map(({ expertId, reason }) => (
            <p key={expertId} className="reading">
              {nameOf(expertId)}
              {t('punctuation.colon')}
              {visibleText(reason)}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
