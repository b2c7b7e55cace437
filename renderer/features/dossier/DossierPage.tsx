import { Button, Spin, Tabs } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { DossierId } from '@shared/domain/ids'
import { visibleText } from '@shared/lib/visible-text'
import { listConflicts } from '@renderer/data/conflicts'
import { useCase } from '@renderer/data/use-live'
import { ConflictNote } from '@renderer/ui/ConflictNote'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { ActionBar } from './ActionBar'
import { ChecksTab } from './ChecksTab'
import { DivisionGoneNote } from './DivisionGoneNote'
import { DocumentsTab } from './DocumentsTab'
import { MaterialsTab } from './MaterialsTab'
import { OpinionsTab } from './OpinionsTab'
import { StaleNote } from './StaleNote'
import { TimelineTab } from './TimelineTab'
import { YearsTab } from './YearsTab'

/** One dossier: what it says, what the rules find, what was decided, and what may be done next. */
export function DossierPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = useParams()
  const [search, setSearch] = useSearchParams()
  const dossierId = (params['dossierId'] ?? '') as DossierId
  const dossier = useCase(dossierId)
  const conflicts = useLiveQuery(() => listConflicts(dossierId), [dossierId], [])
  if (dossier === undefined) return <Spin />
  if (dossier === null) return <EmptyScreen words={t('dossier.absent')} />
  const { alliance, application, filing } = dossier.file.content
  const number = application.no || filing.filingNo
  return (
    <>
      <PageHead
        title={
          <>
            {visibleText(alliance.name)}
            {alliance.name.includes('示例') ? <span className="tag sample">{t('common.sample')}</span> : null}
          </>
        }
        note={
          <span className="row">
            <StatusMark status={dossier.status} />
            <span>{t('dossier.version', { version: dossier.file.version })}</span>
            {number === '' ? null : <span>{number}</span>}
            <span>
              {t('dossiers.next')}
              {t('punctuation.colon')}
              {wordsOf(t, `next.${dossier.status}`)}
            </span>
          </span>
        }
        actions={
          <Button
            onClick={() => {
              void navigate(`/intake/${dossierId}`)
            }}
          >
            {t('dossier.edit')}
          </Button>
        }
      />
      <ConflictNote count={conflicts.length} to={`/conflicts?dossier=${dossierId}`} />
      <StaleNote dossier={dossier} />
      <DivisionGoneNote dossier={dossier} />
      <section className="panel">
        <ActionBar dossier={dossier} />
      </section>
      <section className="panel">
        <Tabs
          activeKey={search.get('tab') ?? 'checks'}
          onChange={(tab) => {
            setSearch({ tab }, { replace: true })
          }}
          items={[
            { key: 'checks', label: t('dossier.tab.checks'), children: <ChecksTab dossier={dossier} /> },
            { key: 'materials', label: t('dossier.tab.materials'), children: <MaterialsTab dossier={dossier} /> },
            { key: 'opinions', label: t('dossier.tab.opinions'), children: <OpinionsTab dossier={dossier} /> },
            { key: 'years', label: t('dossier.tab.years'), children: <YearsTab dossier={dossier} /> },
            { key: 'documents', label: t('dossier.tab.documents'), children: <DocumentsTab dossier={dossier} /> },
            { key: 'timeline', label: t('dossier.tab.timeline'), children: <TimelineTab dossierId={dossierId} /> },
          ]}
        />
      </section>
    </>
  )
}
