import type { DossierContent } from '@shared/domain/dossier'
import { evidenceSubject, evidenceValue } from '@shared/messages/evidence-words'
import type { Evidence } from '@shared/regulation/evidence'
import { evidenceShape } from './evidence-shape'
import { Shape } from './Shape'
import { useTranslation } from './translation'
import { wordsOf } from './words'

/** Facts that a check found, each with whom or what it is about. */
export function EvidenceList(props: {
  readonly evidence: readonly Evidence[]
  readonly content: DossierContent
  readonly expertNames?: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const { evidence, content, expertNames } = props
  if (evidence.length === 0) return <p className="quiet">{t('checks.noFacts')}</p>
  return (
    <ul className="evidence">
      {evidence.map((item, index) => {
        const [shape, tone] = evidenceShape[item.level]
        const subject = evidenceSubject(item, content, expertNames)
        return (
          <li key={`${item.key}-${index}`} data-level={item.level}>
            <Shape shape={shape} tone={tone} />
            <span>
              {subject === null ? null : <span className="subject">{subject} · </span>}
              {wordsOf(t, `evidence.${item.key}`)}
              {t('punctuation.colon')}
              {evidenceValue(item, t)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
