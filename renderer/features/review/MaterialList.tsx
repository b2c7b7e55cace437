import { memo } from 'react'
import type { Inspection } from '@shared/inspection/finding'
import type { Material } from '@shared/domain/dossier'
import { visibleText } from '@shared/lib/visible-text'
import { FindingMark } from '@renderer/ui/FindingNotes'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** The files of the dossier, in the order they were handed in. Folded it shows their numbers, until one comes to it. */
export const MaterialList = memo(function MaterialList(props: {
  readonly materials: readonly Material[]
  readonly inspections: ReadonlyMap<string, Inspection> | null
  readonly current: string | null
  readonly onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <nav className="review-materials" aria-label={t('review.materials')}>
      <h2>{t('review.materialCount', { count: props.materials.length })}</h2>
      {props.materials.map((material, index) => (
        <button
          key={material.id}
          type="button"
          aria-current={material.id === props.current ? 'true' : undefined}
          title={visibleText(material.fileName)}
          onClick={() => {
            props.onChoose(material.id)
          }}
        >
          <span className="review-material-number" aria-hidden>
            {index + 1}
          </span>
          <span className="review-material-words">
            <span>{visibleText(material.title)}</span>
            <span className="quiet">
              {wordsOf(t, `material.${material.code}`) === material.title ||
              wordsOf(t, `material.${material.code}`).startsWith('material.')
                ? null
                : `${wordsOf(t, `material.${material.code}`)} · `}
              {material.pages === null ? null : t('review.pages', { count: material.pages })}
              {material.textLayer === 'absent' ? ` · ${t('review.scan')}` : null}
            </span>
            <FindingMark inspection={props.inspections?.get(material.sha256)} />
          </span>
        </button>
      ))}
    </nav>
  )
})
