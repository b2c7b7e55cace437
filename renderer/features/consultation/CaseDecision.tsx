import { Checkbox, Radio } from 'antd'
import { Link } from 'react-router'
import { consultationDecisions, needsReason, type ConsultationItem } from '@shared/acts/consultation'
import type { Consultation } from '@shared/domain/pilot'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'
import { BlockReasons } from '@renderer/ui/BlockReasons'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { StatusMark } from '@renderer/ui/StatusMark'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** What the meeting says of one dossier: the result, and why where it is told an applicant that waits. */
export function CaseDecision(props: {
  readonly dossier: DossierCase
  readonly item: ConsultationItem
  readonly mayCultivate: boolean
  readonly errorOf: (field: 'note' | 'until') => string | null
  readonly onChange: (item: ConsultationItem) => void
}) {
  const { t } = useTranslation()
  const { dossier, item, mayCultivate, errorOf, onChange } = props
  const { name } = dossier.file.content.alliance
  const { id } = dossier.file
  const blocked = dossier.actions.find((action) => action.action === 'decide' && !action.enabled)
  const deferred = takesAction(dossier.status, 'resume-consultation')
  const before = dossier.file.proceedings.consultation
  const asksReason = needsReason(item.decision)
  return (
    <section className="check stack" aria-label={name}>
      <header className="row">
        <Link className="strong" to={`/dossiers/${id}`}>
          {name}
        </Link>
        <StatusMark status={dossier.status} />
        {dossier.file.proceedings.panelOpinion === null ? null : (
          <span className="quiet">
            {wordsOf(t, `value.conclusion.${dossier.file.proceedings.panelOpinion.conclusion}`)}
          </span>
        )}
      </header>
      {deferred ? <p className="quiet">{t('consultation.resumeFirst')}</p> : null}
      {before === null || !needsReason(before.decision) ? null : (
        <p className="quiet">
          {t('consultation.before', {
            on: before.heldOn,
            decision: t(`consultationDecision.${before.decision}`),
            reason: before.note,
          })}
          {before.until === undefined ? null : t('consultation.beforeUntil', { on: before.until })}
          {before.condition === undefined ? null : t('consultation.beforeCondition', { condition: before.condition })}
        </p>
      )}
      <Radio.Group
        aria-label={t('consultation.decisionOn', { name })}
        disabled={deferred}
        value={item.decision}
        onChange={(event) => {
          onChange({ ...item, decision: event.target.value as Consultation['decision'] })
        }}
      >
        {consultationDecisions.map((decision) => (
          <Radio.Button key={decision} value={decision} disabled={decision === 'decided' && blocked !== undefined}>
            {t(`consultationDecision.${decision}`)}
          </Radio.Button>
        ))}
      </Radio.Group>
      {blocked === undefined ? null : (
        <div className="quiet">
          {t('act.blocked', { action: t('consultationDecision.decided') })}
          <ul className="why-not">
            <BlockReasons dossierId={id} rules={blocked.blockedBy} />
          </ul>
        </div>
      )}
      <Labelled
        label={t(asksReason ? 'field.reason' : 'act.note')}
        htmlFor={`consultation-note-${id}`}
        error={errorOf('note')}
      >
        <TextArea
          id={`consultation-note-${id}`}
          autoSize={{ minRows: 1 }}
          value={item.note}
          onChange={(event) => {
            onChange({ ...item, note: event.target.value })
          }}
        />
      </Labelled>
      {item.decision === 'deferred' ? (
        <div className="fields">
          <Labelled label={t('consultation.until')} htmlFor={`consultation-until-${id}`} error={errorOf('until')}>
            <DayInput
              id={`consultation-until-${id}`}
              value={item.until ?? null}
              onChange={(until) => {
                onChange({ ...item, until })
              }}
            />
          </Labelled>
          <Labelled label={t('consultation.condition')} htmlFor={`consultation-condition-${id}`}>
            <TextArea
              id={`consultation-condition-${id}`}
              autoSize={{ minRows: 1 }}
              value={item.condition ?? ''}
              onChange={(event) => {
                onChange({ ...item, condition: event.target.value })
              }}
            />
          </Labelled>
        </div>
      ) : null}
      {asksReason && mayCultivate ? (
        <Checkbox
          checked={item.isCultivated === true}
          onChange={(event) => {
            onChange({ ...item, isCultivated: event.target.checked })
          }}
        >
          {t('consultation.cultivate')} <span className="tag work-rule">{t('common.workRule')}</span>
        </Checkbox>
      ) : null}
    </section>
  )
}
