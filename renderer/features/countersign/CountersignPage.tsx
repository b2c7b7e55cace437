import { Alert, Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useParams } from 'react-router'
import type { DossierId, PanelId } from '@shared/domain/ids'
import type { Panel } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { loadCountersign, loadNewestOpinion } from '@renderer/data/countersign'
import { loadPanel } from '@renderer/data/panels'
import { useCase, useLiveOf, useToday } from '@renderer/data/use-live'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { CloseRound } from './CloseRound'
import { FinalPapers } from './FinalPapers'
import { OpenRound } from './OpenRound'
import { RoundTable } from './RoundTable'
import './countersign.css'

/** 会签: the panel's opinion goes round, signatures come in in any order, the last copy is made. */
export function CountersignPage() {
  const { t } = useTranslation()
  const params = useParams()
  const panelId = (params['panelId'] ?? '') as PanelId
  const dossier = useCase((params['dossierId'] ?? '') as DossierId, panelId)
  const panel = useLiveOf(panelId, () => loadPanel(panelId))
  if (dossier === undefined || panel === undefined) return <Spin />
  if (dossier === null || panel === null) return <EmptyScreen words={t('dossier.absent')} />
  return <Countersign key={`${panel.id}/${dossier.file.id}`} dossier={dossier} panel={panel} />
}

function Countersign({ dossier, panel }: { readonly dossier: DossierCase; readonly panel: Panel }) {
  const { t } = useTranslation()
  const today = useToday()
  const dossierId = dossier.file.id
  const found = useLiveQuery(
    async () => ({
      opinion: await loadNewestOpinion(panel.id, dossierId),
      round: await loadCountersign(panel.id, dossierId, today),
    }),
    [panel.id, dossierId, today],
  )
  if (found === undefined) return <Spin />
  const { opinion, round } = found
  const isCurrent = round !== null && round.round.value.opinionVersion === opinion?.version
  return (
    <>
      <PageHead
        title={t('countersign.title', { name: dossier.file.content.alliance.name })}
        note={
          <span className="row">
            <Link to={`/panels/${panel.id}/opinion/${dossierId}`}>{t('countersign.toOpinion')}</Link>
            <Link to={`/dossiers/${dossierId}`}>{t('opinion.toDossier')}</Link>
            {opinion === null ? null : <span>{t('countersign.version', { version: opinion.version })}</span>}
          </span>
        }
      />
      <Alert type="info" showIcon title={t('countersign.meaning')} description={t('countersign.workRule')} />
      {opinion === null ? <EmptyScreen words={t('countersign.noOpinion')} /> : null}
      {opinion !== null && !isCurrent ? (
        <>
          {round === null ? null : (
            <Alert
              type="warning"
              showIcon
              title={t('countersign.superseded', { old: round.round.value.opinionVersion, version: opinion.version })}
            />
          )}
          <OpenRound dossier={dossier} panel={panel} opinion={opinion} />
        </>
      ) : null}
      {round !== null && isCurrent ? (
        <>
          <RoundTable round={round} panel={panel} />
          {round.standing.isFinished ? null : (
            <CloseRound round={round} panel={panel} allianceName={dossier.file.content.alliance.name} />
          )}
          <FinalPapers round={round} panel={panel} name={dossier.file.content.alliance.name} />
        </>
      ) : null}
    </>
  )
}
