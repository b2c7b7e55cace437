import type { DossierContent } from '@shared/domain/dossier'
import { formatWanYuan } from '@shared/lib/money'
import type { Translate } from '@shared/messages/translate'
import type { Evidence, EvidenceLevel } from '@shared/regulation/evidence'
import { Shape, type ShapeName } from './Shape'
import { useTranslation } from './translation'
import { wordsOf } from './words'

const levelShape: Readonly<Record<EvidenceLevel, readonly [ShapeName, 'grey' | 'amber' | 'red']>> = {
  fact: ['dot', 'grey'],
  hint: ['triangle', 'amber'],
  missing: ['outline', 'amber'],
  contrary: ['square', 'red'],
}

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
        const [shape, tone] = levelShape[item.level]
        const subject = subjectOf(item, content, expertNames)
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

/** A value as people read it. */
function evidenceValue({ as, value }: Evidence, t: Translate): string {
  switch (as) {
    case 'fen':
      return `${formatWanYuan(Number(value))} ${t('common.wan')}`
    case 'flag':
      return t(value === true ? 'common.yes' : 'common.no')
    case 'code':
      return wordsOf(t, `value.${String(value)}`)
    case 'text':
    case 'day':
    case 'count':
      return String(value)
  }
}

function subjectOf(
  { unitId, taskId, materialId, expertId }: Evidence,
  { members, tasks, materials }: DossierContent,
  expertNames: ReadonlyMap<string, string> | undefined,
): string | null {
  if (unitId !== undefined) return members.find((member) => member.unitId === unitId)?.fullName ?? null
  if (taskId !== undefined) return tasks.find((task) => task.id === taskId)?.name ?? null
  if (materialId !== undefined) return materials.find((material) => material.id === materialId)?.title ?? null
  if (expertId !== undefined) return expertNames?.get(expertId) ?? null
  return null
}
