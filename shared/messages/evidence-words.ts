import type { DossierContent } from '../domain/dossier'
import { formatWanYuan } from '../lib/money'
import type { Evidence } from '../regulation/evidence'
import { hasWords, type Translate } from './translator'

/** A value as people read it. */
export function evidenceValue({ as, value }: Evidence, t: Translate): string {
  switch (as) {
    case 'fen':
      return `${formatWanYuan(Number(value))} ${t('common.wan')}`
    case 'flag':
      return t(value === true ? 'common.yes' : 'common.no')
    case 'code':
      return codeWords(`value.${String(value)}`, t)
    case 'text':
    case 'day':
    case 'count':
      return String(value)
  }
}

/** Whom or what an evidence is about, by name; null if it is about the whole dossier. */
export function evidenceSubject(
  { unitId, taskId, materialId, expertId }: Evidence,
  { members, tasks, materials }: DossierContent,
  expertNames?: ReadonlyMap<string, string>,
): string | null {
  if (unitId !== undefined) return members.find((member) => member.unitId === unitId)?.fullName ?? null
  if (taskId !== undefined) return tasks.find((task) => task.id === taskId)?.name ?? null
  if (materialId !== undefined) return materials.find((material) => material.id === materialId)?.title ?? null
  if (expertId !== undefined) return expertNames?.get(expertId) ?? null
  return null
}

const codeWords = (key: string, t: Translate): string => (hasWords(t, key) ? t(key) : key)
