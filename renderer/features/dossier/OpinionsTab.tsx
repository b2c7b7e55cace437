import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { labelAmong } from '@shared/domain/expert-label'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { CarriedMarks } from './CarriedMarks'
import { OpinionDoubts } from '@renderer/ui/OpinionDoubts'
import { PanelOpinionText } from '@renderer/ui/PanelOpinionText'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { DivisionOpinionView } from './DivisionOpinionView'
import { EarlierRounds } from './EarlierRounds'

/** 意见: what divisions, experts and the panel have put on file. */
export function OpinionsTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, version, proceedings } = dossier.file
  const { divisionOpinions, expertOpinions, panel, panelOpinion } = proceedings
  return (
    <div className="stack">
      {dossier.staleOpinionIds.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('opinions.stale', { count: dossier.staleOpinionIds.length, version })}
        />
      )}
      <h3>{t('opinions.divisions')}</h3>
      {divisionOpinions.map((opinion) => (
        <DivisionOpinionView key={`${opinion.kind}-${opinion.divisionId}`} dossier={dossier} opinion={opinion} />
      ))}
      {divisionOpinions.length === 0 ? <p className="quiet">{t('opinions.noDivision')}</p> : null}
      <div className="row">
        <Button
          onClick={() => {
            void navigate(`/dossiers/${id}/review/business`)
          }}
        >
          {t('opinions.writeBusiness')}
        </Button>
        <Button
          onClick={() => {
            void navigate(`/dossiers/${id}/review/organisation`)
          }}
        >
          {t('opinions.writeOrganisation')}
        </Button>
      </div>
      <h3>{t('opinions.experts')}</h3>
      {panel === null ? null : <OpinionDoubts panelId={panel.id} standings={dossier.standings} />}
      {expertOpinions.length === 0 && !dossier.standings.some(({ isClosed }) => isClosed) ? (
        <p className="quiet">{t('opinions.noExpert')}</p>
      ) : null}
      <ul className="plain">
        {expertOpinions.map((opinion) => (
          <li key={`${opinion.expertId}-${opinion.version}`} className="row">
            <strong>{visibleText(labelAmong(opinion.expertId, opinion.expertName, panel?.experts ?? []))}</strong>
            <span>{wordsOf(t, `vote.${opinion.vote}`)}</span>
            <span className="quiet">
              {t('opinions.onVersion', { version: opinion.dossierVersion, on: opinion.signedOn })}
            </span>
            <CarriedMarks opinion={opinion} />
          </li>
        ))}
      </ul>
      <h3>{t('opinions.panel')}</h3>
      {panelOpinion === null ? (
        <p className="quiet">{t('opinions.noPanel')}</p>
      ) : (
        <PanelOpinionText opinion={panelOpinion} experts={panel?.experts ?? []} />
      )}
      {panel === null ? null : (
        <Button
          onClick={() => {
            void navigate(`/panels/${panel.id}/opinion/${id}`)
          }}
        >
          {t('opinions.openPanel')}
        </Button>
      )}
      <EarlierRounds dossier={dossier} />
    </div>
  )
}
