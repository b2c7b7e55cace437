import type { PanelOpinion } from '@shared/domain/panel'
import { visibleText } from '@shared/lib/visible-text'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

/** What the panel sealed, word for word, where it was written. */
export function SealedText({ opinion }: { readonly opinion: PanelOpinion }) {
  const { t } = useTranslation()
  return (
    <section className="panel stack sticky" aria-label={t('opinion.sealedText')}>
      <h2>{t('opinion.sealedText')}</h2>
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
    </section>
  )
}
