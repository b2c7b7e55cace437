import { Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { fieldsOf, type ActionField } from '@shared/acts/act-fields'
import { gapsOfValues, type ActionValue, type ActionValues } from '@shared/acts/dossier-act'
import { isOfficial } from '@shared/acts/official-acts'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import { basisOf } from '@shared/workflow/status-actions'
import { traitsOf } from '@shared/workflow/status-table'
import type { AvailableAction } from '@shared/workflow/status-machine'
import type { DossierCase } from '@renderer/data/cases'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { clauseName } from '@renderer/ui/clause-name'
import { wordsOf } from '@renderer/ui/words'
import { ActReadBack } from './ActReadBack'
import { fieldLabels } from './action-forms'
import { optionsOf } from './action-options'
import { act } from './dossier-actions'
import { FilingNumber } from './FilingNumber'
import { missingWords } from './missing-words'

/** One act of the status machine: its day, what it asks for, and nothing pre-judged. */
export function ActionDialog(props: {
  readonly dossier: DossierCase
  readonly action: AvailableAction
  readonly onClose: () => void
  /** What is said on the page when it is done. */
  readonly onDone: (action: AvailableAction, on: string) => void
}) {
  const { t, locale } = useTranslation()
  const { dossier, action, onClose, onDone } = props
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const { application, alliance } = dossier.file.content
  const draft = useDraft<ActionValues>(`act/${dossier.file.id}/${action.action}`, {
    on: today,
    ...(action.action === 'hand-over' ? { coDivisionIds: application.coDivisionIds } : {}),
    ...(action.action === 'apply-pilot'
      ? {
          appliedOn: application.appliedOn,
          no: application.no,
          applicantUnitId: application.applicantUnitId ?? alliance.chairUnitId,
          hostDivisionId: application.hostDivisionId,
          coDivisionIds: application.coDivisionIds,
        }
      : {}),
  })
  const values = draft.value
  const [asked, setAsked] = useState(false)
  const [isReadBack, setReadBack] = useState(false)
  const gaps = gapsOfValues(dossier, action.action, values, today)
  // What is still empty is named when one goes on; what contradicts the procedure at once.
  const shown = asked ? gaps : gaps.filter(({ code }) => code !== 'needed' && code !== 'need-date')
  const words = wordsOf(t, `action.${action.action}`)
  const basis = basisOf(action.action, traitsOf(dossier.status).isPilot)
  const set = (key: string, value: ActionValue) => {
    draft.change((now) => ({ ...now, [key]: value }))
  }
  const errorOf = (key: string) => wordsAt(shown, key, t)
  const missing = missingWords(dossier.completeness, t, traitsOf(dossier.status).isInFiling ? 'filing' : 'application')
  return (
    <Modal
      open
      title={words}
      width="40rem"
      onCancel={onClose}
      footer={[
        isReadBack ? (
          <Button
            key="back"
            onClick={() => {
              setReadBack(false)
            }}
          >
            {t('act.changeAgain')}
          </Button>
        ) : (
          <Button key="cancel" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        ),
        <Button
          key="do"
          type="primary"
          loading={task.busy}
          onClick={() => {
            setAsked(true)
            if (gaps.length > 0) return
            if (isOfficial(dossier.status, action) && !isReadBack) {
              setReadBack(true)
              return
            }
            task.run(async () => {
              await act(dossier, action, values, { by, today })
              await draft.drop()
              onDone(action, typeof values['on'] === 'string' ? values['on'] : today)
              onClose()
            })
          }}
        >
          {isReadBack ? t('act.confirm', { action: words }) : words}
        </Button>,
      ]}
    >
      <p className="quiet">
        {t('act.leads', { from: wordsOf(t, `status.${dossier.status}`), to: wordsOf(t, `status.${action.to}`) })}{' '}
        {basis === 'work-rule'
          ? t('act.basis.workRule')
          : t('act.basis.statute', { clause: clauseName(basis as ClauseRef, locale) })}
      </p>
      {isReadBack ? <ActReadBack dossier={dossier} action={action} values={values} /> : null}
      {isReadBack ? null : <DraftNote draft={draft} timeOf={dayAndTime} />}
      <div className="stack" hidden={isReadBack}>
        <Labelled label={t('act.on')} htmlFor="act-on" error={errorOf('on')}>
          <DayInput
            id="act-on"
            value={typeof values['on'] === 'string' ? values['on'] : null}
            onChange={(on) => {
              set('on', on)
            }}
          />
        </Labelled>
        {fieldsOf(action.action).map((field) => (
          <Labelled
            key={field.key}
            label={t(fieldLabels[field.label])}
            htmlFor={`act-${field.key}`}
            error={errorOf(field.key)}
          >
            <FieldControl
              field={field}
              dossier={dossier}
              value={values[field.key] ?? null}
              onChange={(value) => {
                set(field.key, value)
              }}
            />
          </Labelled>
        ))}
        {action.action === 'file' ? (
          <FilingNumber
            dossierId={dossier.file.id}
            pattern={dossier.facts.settings.interpretation.filingNoPattern}
            day={typeof values['on'] === 'string' ? values['on'] : ''}
            typed={typeof values['no'] === 'string' ? values['no'] : ''}
            onTake={(no) => {
              set('no', no)
            }}
          />
        ) : null}
        {action.action !== 'request-supplement' || missing === '' ? null : (
          <Button
            size="small"
            onClick={() => {
              const typed = typeof values['note'] === 'string' ? values['note'] : ''
              set('note', typed === '' ? missing : `${typed}\n${missing}`)
            }}
          >
            {t('act.insertMissing')}
          </Button>
        )}
      </div>
      <ErrorNote error={task.error} />
    </Modal>
  )
}

function FieldControl(props: {
  readonly field: ActionField
  readonly dossier: DossierCase
  readonly value: ActionValue
  readonly onChange: (value: ActionValue) => void
}) {
  const { t } = useTranslation()
  const { field, dossier, value, onChange } = props
  const id = `act-${field.key}`
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'day':
      return <DayInput id={id} value={text === '' ? null : text} onChange={onChange} />
    case 'year':
    case 'text':
      return (
        <Input
          id={id}
          value={text}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )
    case 'area':
      return (
        <>
          <TextArea
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={text}
            onChange={(event) => {
              onChange(event.target.value)
            }}
          />
          <PrintHint text={text} />
        </>
      )
    case 'flag':
      return (
        <Checkbox
          id={id}
          checked={value === true}
          onChange={(event) => {
            onChange(event.target.checked)
          }}
        >
          {t('act.received')}
        </Checkbox>
      )
    case 'unit':
    case 'division':
    case 'divisions':
    case 'choice':
      return (
        <Select
          id={id}
          allowClear
          {...(field.kind === 'divisions' ? { mode: 'multiple' as const } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('common.notSet')}
          value={value}
          options={[...optionsOf(field, dossier, t)]}
          onChange={(next: ActionValue | undefined) => {
            onChange(next ?? null)
          }}
        />
      )
  }
}
