import { Collapse, Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { labelAmong } from '@shared/domain/expert-label'
import { visibleText } from '@shared/lib/visible-text'
import { loadCase, type DossierCase } from '@renderer/data/cases'
import { useToday } from '@renderer/data/use-live'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { DivisionOpinionView } from './DivisionOpinionView'

/** 以前的申请: what was said in earlier rounds. It stays readable as it stood, and counts for nothing now. */
export function EarlierRounds({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const { rounds } = dossier
  if (rounds.length < 2) return null
  return (
    <>
      <h3>{t('rounds.title')}</h3>
      <p className="quiet">{t('rounds.note')}</p>
      <Collapse
        destroyOnHidden
        items={rounds.slice(0, -1).map(({ number }) => ({
          key: number,
          label: t('rounds.number', { number }),
          children: <Round dossier={dossier} until={rounds[number]?.from ?? ''} />,
        }))}
      />
    </>
  )
}

/** A round as it stood when the next application came. */
function Round({ dossier, until }: { readonly dossier: DossierCase; readonly until: string }) {
  const { t } = useTranslation()
  const today = useToday()
  const { id } = dossier.file
  const past = useLiveQuery(() => loadCase(id, today, { asOf: () => (stamp) => stamp < until }), [id, today, until])
  if (past === undefined) return <Spin />
  if (past === null) return null
  const { divisionOpinions, expertOpinions, panel, panelOpinion, consultation } = past.file.proceedings
  return (
    <div className="stack">
      <p className="row">
        <StatusMark status={past.status} />
        <span>{t('dossier.version', { version: past.file.version })}</span>
        {panel === null ? null : <span>{visibleText(panel.title)}</span>}
      </p>
      {divisionOpinions.map((opinion) => (
        <DivisionOpinionView
          key={`${opinion.kind}-${opinion.divisionId}`}
          dossier={past}
          opinion={opinion}
          isReadOnly
        />
      ))}
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
      {panelOpinion === null ? null : (
        <p>
          {t('opinions.panel')} · {wordsOf(t, `value.conclusion.${panelOpinion.conclusion}`)} · {panelOpinion.signedOn}
        </p>
      )}
      {consultation === null ? null : (
        <p>
          {t('consultation.title')} · {t(`consultationDecision.${consultation.decision}`)} · {consultation.heldOn} ·{' '}
          {visibleText(consultation.minutesNo)}
        </p>
      )}
    </div>
  )
}
