import { Link } from 'react-router'
import type { OpenConflict } from '@renderer/data/conflicts'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { RivalTable } from './RivalTable'
import { SettleForm } from './SettleForm'

/**
 * One contested row: every statement whole, item by item. Where it is this desk's to settle (`settles`), a person
 * chooses and says why; elsewhere the card says who does.
 */
export function ConflictCard({ conflict, settles }: { readonly conflict: OpenConflict; readonly settles: boolean }) {
  const { t } = useTranslation()
  const { rivals, contested, dossierIds, names } = conflict
  return (
    <section className="panel stack" aria-label={wordsOf(t, `record.${contested}`)}>
      <h2>
        {wordsOf(t, `record.${contested}`)}{' '}
        {settles
          ? dossierIds.map((dossierId, index) => (
              <Link key={dossierId} to={`/dossiers/${dossierId}?tab=timeline`}>
                {names[index]}
              </Link>
            ))
          : names.join('、')}
      </h2>
      <RivalTable rivals={rivals} contested={contested} />
      {settles ? <SettleForm conflict={conflict} /> : <p>{t('conflicts.divisionSettles')}</p>}
    </section>
  )
}
