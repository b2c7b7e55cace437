import { Alert } from 'antd'
import { visibleText } from '@shared/lib/visible-text'
import { awaitedFromNobody } from '@shared/regulation/division-opinions'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'

/** At the head of a dossier that waits for the opinion of a division that is no more, and how it goes on. */
export function DivisionGoneNote({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const gone = awaitedFromNobody(dossier.facts)
  const canHandOver = dossier.actions.some(({ action }) => action === 'hand-over')
  if (gone.length === 0 || !canHandOver) return null
  const names = gone.map(({ divisionName }) => visibleText(divisionName)).join(t('punctuation.list'))
  return <Alert type="warning" showIcon title={t('act.divisionGone', { names })} />
}
