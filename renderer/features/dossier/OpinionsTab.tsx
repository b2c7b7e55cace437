import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import { labelAmong } from '@shared/domain/expert-label'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { OpinionDoubts } from '@renderer/ui/OpinionDoubts'
import { PanelOpinionText } from '@renderer/ui/PanelOpinionText'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

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
        <DivisionOpinionView key={`${opinion.kind}-${opinion.divisionId}`} opinion={opinion} />
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
    </div>
  )
}

function DivisionOpinionView({ opinion }: { readonly opinion: DivisionOpinion }) {
  const { t } = useTranslation()
  return (
    <section className="check">
      <header className="row">
        <strong>{t(`divisionOpinion.${opinion.kind}`)}</strong>
        <span>{visibleText(opinion.divisionName)}</span>
        <span>{t(`divisionConclusion.${opinion.conclusion}`)}</span>
        <span className="quiet">
          {t('opinions.signed', { signer: visibleText(opinion.signer), on: opinion.signedOn })}
        </span>
      </header>
      {opinion.standing === '' ? null : <p className="reading">{visibleText(opinion.standing)}</p>}
      {opinion.items.map((item) => (
        <p key={item.ruleId}>
          <JudgementMark verdict={item.verdict} /> <strong>{wordsOf(t, `rule.${item.ruleId}.title`)}</strong> ·{' '}
          {visibleText(item.reason)}
        </p>
      ))}
      {opinion.comment === '' ? null : <p className="reading">{visibleText(opinion.comment)}</p>}
    </section>
  )
}
