import { useLiveQuery } from 'dexie-react-hooks'
import { useSearchParams } from 'react-router'
import { listConflicts } from '@renderer/data/conflicts'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { ConflictCard } from './ConflictCard'

/** 冲突: what two people stated differently without knowing of each other. Leaving the page decides nothing. */
export function ConflictsPage() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const dossierId = search.get('dossier')
  const conflicts = useLiveQuery(() => listConflicts(dossierId), [dossierId])
  if (conflicts === undefined) return <p role="status">{t('common.loading')}</p>
  return (
    <>
      <PageHead title={t('conflicts.title')} note={t('conflicts.note')} />
      {conflicts.length === 0 ? (
        <section className="panel">
          <EmptyScreen words={t('conflicts.none')} />
        </section>
      ) : null}
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </>
  )
}
