import { Button, Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import type { DossierId } from '@shared/domain/ids'
import { visibleText } from '@shared/lib/visible-text'
import { listConflicts } from '@renderer/data/conflicts'
import { useCase } from '@renderer/data/use-live'
import { ConflictNote } from '@renderer/ui/ConflictNote'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTranslation } from '@renderer/ui/translation'
import { ActionBar } from './ActionBar'
import { DivisionGoneNote } from './DivisionGoneNote'
import { DossierTabs } from './DossierTabs'
import { StaleNote } from './StaleNote'
import { StandingHead } from './StandingHead'

/** One alliance from filing to end: where it stands, what may be done next, what its phase needs, its history. */
export function DossierPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const params = useParams()
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
      <StandingHead dossier={dossier} />
      <section className="panel">
        <ActionBar dossier={dossier} />
      </section>
      <section className="panel">
        <DossierTabs dossier={dossier} />
      </section>
    </>
  )
}
