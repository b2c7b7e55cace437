import { useLiveQuery } from 'dexie-react-hooks'
import { useSearchParams } from 'react-router'
import type { Desk } from '@shared/ipc/contract'
import { listConflicts } from '@renderer/data/conflicts'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { ConflictCard } from './ConflictCard'

/**
 * 冲突: what two people stated differently without knowing of each other. Leaving the page decides nothing. An expert's
 * desk sees what its divisions disagree about and settles none of it: divisions take no choice from an expert.
 */
export function ConflictsPage({ role }: { readonly role: Desk['role'] }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const dossierId = search.get('dossier')
  const conflicts = useLiveQuery(() => listConflicts(dossierId), [dossierId])
  if (conflicts === undefined) return <p role="status">{t('common.loading')}</p>
  return (
    <>
      <PageHead
        title={t('conflicts.title')}
        note={t(role === 'division' ? 'conflicts.note' : 'conflicts.noteExpert')}
      />
      {conflicts.length === 0 ? (
        <section className="panel">
          <EmptyScreen words={t('conflicts.none')} />
        </section>
      ) : null}
      {conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} settles={role === 'division'} />
      ))}
    </>
  )
}
