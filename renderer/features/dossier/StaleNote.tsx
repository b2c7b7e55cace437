import { Alert } from 'antd'
import { Link } from 'react-router'
import { reviewOwed } from '@shared/acts/review-owed'
import { divisionOpinionStands } from '@shared/domain/proceedings'
import { isStale } from '@shared/domain/judged-version'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'

/** At the head of a dossier: what was judged on an earlier version and waits to be confirmed or done anew. */
export function StaleNote({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { id, version, proceedings } = dossier.file
  const { divisionOpinions, consultation } = proceedings
  const divisions = divisionOpinions.filter((opinion) => !divisionOpinionStands(opinion, proceedings)).length
  const words = dossier.results.filter(({ stale }) => stale !== null && !stale.isOfDivision).length
  const meeting = consultation !== null && isStale(consultation, proceedings)
  const panel = reviewOwed(dossier) ? proceedings.panelOpinion : null
  if (divisions + words === 0 && !meeting && panel === null) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('stale.head', { version })}
      description={
        <span className="row">
          {divisions === 0 ? null : (
            <Link to={`/dossiers/${id}?tab=opinions`}>{t('stale.divisions', { count: divisions })}</Link>
          )}
          {words === 0 ? null : <Link to={`/dossiers/${id}?tab=checks`}>{t('stale.words', { count: words })}</Link>}
          {panel === null ? null : <strong>{t('stale.panel', { version: panel.dossierVersion })}</strong>}
          {meeting ? <span>{t('stale.consultation', { version: consultation.dossierVersion ?? '' })}</span> : null}
        </span>
      }
    />
  )
}
