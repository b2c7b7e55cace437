import type { ExpertOpinion } from '@shared/domain/panel'
import { opinionSlotOf } from '@shared/domain/opinion-commitment'
import { visibleText } from '@shared/lib/visible-text'
import { deskDatabase } from '@renderer/data/desk'
import { useLiveOf } from '@renderer/data/use-live'
import { OverlayShape } from '@renderer/ui/pdf/OverlayShape'
import { useTranslation } from '@renderer/ui/translation'

/** 随意见交来的批注: what an expert marked on the pages and let go along with an opinion; nothing where none came. */
export function CarriedMarks({ opinion }: { readonly opinion: ExpertOpinion }) {
  const { t } = useTranslation()
  const slot = opinionSlotOf({ ...opinion, opinionVersion: opinion.version })
  const row = useLiveOf(slot, () => deskDatabase().rows('opinionMarks').get(slot))
  if (row === undefined) return null
  return (
    <details>
      <summary>{t('marks.came', { count: row.value.marks.length })}</summary>
      <ul className="plain">
        {row.value.marks.map((mark) => (
          <li key={mark.id}>
            <OverlayShape look={mark.kind} /> {t(`marks.kind.${mark.kind}`)}{' '}
            {t('review.pin', { title: visibleText(mark.materialTitle), page: mark.page })}
            {mark.quote === '' ? null : <q>{visibleText(mark.quote)}</q>} {visibleText(mark.note)}
          </li>
        ))}
      </ul>
    </details>
  )
}
