import { Alert, Button } from 'antd'
import { useNavigate } from 'react-router'
import { confirmDivisionOpinion } from '@shared/acts/division-review'
import { divisionOpinionStands, type DivisionOpinionOnFile } from '@shared/domain/proceedings'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { TextArea } from '@renderer/ui/TextArea'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

type Props = { readonly dossier: DossierCase; readonly opinion: DivisionOpinionOnFile }

/**
 * A division's sealed opinion, with the version that it judged; where that is not the present one, the way to confirm
 * it.
 */
export function DivisionOpinionView({ dossier, opinion, isReadOnly }: Props & { readonly isReadOnly?: boolean }) {
  const { t } = useTranslation()
  const stands = divisionOpinionStands(opinion, dossier.file.proceedings)
  return (
    <section className="check stack" aria-label={`${t(`divisionOpinion.${opinion.kind}`)} ${opinion.divisionName}`}>
      <header className="row">
        <strong>{t(`divisionOpinion.${opinion.kind}`)}</strong>
        <span>{visibleText(opinion.divisionName)}</span>
        <span>{t(`divisionConclusion.${opinion.conclusion}`)}</span>
        <span className="quiet">
          {t('opinions.signed', { signer: visibleText(opinion.signer), on: opinion.signedOn })}
        </span>
        <span className="quiet">
          {t('stale.onVersion', { version: opinion.dossierVersion ?? t('stale.unknownVersion') })}
        </span>
      </header>
      {stands || isReadOnly === true ? null : <ConfirmOpinion dossier={dossier} opinion={opinion} />}
      {(opinion.confirmations ?? []).map(({ dossierVersion, by, on, note }) => (
        <p key={dossierVersion} className="quiet">
          {t('stale.confirmed', { version: dossierVersion, by: visibleText(by), on, note: visibleText(note) })}
        </p>
      ))}
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

function ConfirmOpinion({ dossier, opinion }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = useToday()
  const { name: by } = usePerson()
  const { id, version } = dossier.file
  const { kind, divisionId } = opinion
  const draft = useDraft(`confirm-division-opinion/${id}/${kind}/${divisionId}`, '')
  const task = useTask()
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('stale.division', {
          version: opinion.dossierVersion ?? t('stale.unknownVersion'),
          present: version,
        })}
      />
      <TextArea
        aria-label={t('stale.confirmNote')}
        placeholder={t('stale.confirmNote')}
        autoSize={{ minRows: 2 }}
        value={draft.value}
        onChange={(event) => {
          draft.change(event.target.value)
        }}
      />
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button
          onClick={() => {
            void navigate(`/dossiers/${id}/review/${kind}`)
          }}
        >
          {t('stale.redo')}
        </Button>
        <Button
          type="primary"
          disabled={draft.value.trim() === ''}
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              await append(...confirmDivisionOpinion(dossier, opinion, { by, on: today, note: draft.value }))
              await draft.drop()
            })
          }}
        >
          {t('stale.confirmDivision')}
        </Button>
      </div>
    </>
  )
}
