import { memo } from 'react'
import type { DossierContent } from '@shared/domain/dossier'
import { evidenceSubject, evidenceValue } from '@shared/messages/evidence-words'
import type { Evidence, EvidenceLevel } from '@shared/regulation/evidence'
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
      {evidence.map((item, index) => (
        <Fact
          key={`${item.key}-${index}`}
          level={item.level}
          subject={evidenceSubject(item, content, expertNames)}
          label={`${wordsOf(t, `evidence.${item.key}`)}${t('punctuation.colon')}`}
          value={evidenceValue(item, t)}
        />
      ))}
    </ul>
  )
}

type FactProps = {
  readonly level: EvidenceLevel
  readonly subject: string | null
  readonly label: string
  readonly value: string
}

/** A page has hundreds; an act changes few. */
const Fact = memo(({ level, subject, label, value }: FactProps) => {
  const [shape, tone] = evidenceShape[level]
  return (
    <li data-level={level}>
      <Shape shape={shape} tone={tone} />
      <span>
        {subject === null ? null : <span className="subject">{subject} · </span>}
        {label}
        {value}
      </span>
    </li>
  )
})
Fact.displayName = 'Fact'
