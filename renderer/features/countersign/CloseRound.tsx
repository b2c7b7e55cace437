import { Button } from 'antd'
import { useState } from 'react'
import { expertLabel } from '@shared/domain/expert-label'
import type { Panel } from '@shared/domain/panel'
import type { CountersignCase } from '@renderer/data/countersign'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { awaitedOf, closeRound, signersOf } from './countersign-actions'

/** The leader decides not to wait any longer; who is missing is named on the last copy, with the reason. */
export function CloseRound(props: {
  readonly round: CountersignCase
  readonly panel: Panel
  readonly allianceName: string
}) {
  const { round, panel, allianceName } = props
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`close-round/${panel.id}/${round.round.id}`, '')
  const reason = draft.value
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const isEmpty = reason.trim() === ''
  const [isReadBack, setReadBack] = useState(false)
  const signers = signersOf(round, panel)
  const missing = signers.filter(({ id }) => awaitedOf(round).has(id))
  const names = missing.map((expert) => expertLabel(expert, panel.experts)).join(t('punctuation.list'))
  const leader = panel.experts.find(({ id }) => id === round.opinion.value.leaderExpertId)?.name ?? ''
  if (!isOpen) {
    return (
      <p>
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('countersign.close')}
        </Button>
      </p>
    )
  }
  return (
    <section className="panel stack" aria-label={t('countersign.close')}>
      <h2>{t('countersign.close')}</h2>
      <p>
        {t('countersign.closeMeaning', {
          leader,
          names,
        })}
      </p>
      <ReasonField
        id="countersign-close"
        autoFocus
        label={t('countersign.closeReason')}
        error={asked && isEmpty ? t('countersign.needCloseReason') : null}
        value={reason}
        onChange={draft.change}
      />
      <div className="panel-foot">
        <Button
          disabled={task.busy}
          onClick={() => {
            setOpen(false)
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button
          type="primary"
          loading={task.busy}
          onClick={() => {
            setAsked(true)
            setReadBack(!isEmpty)
          }}
        >
          {t('countersign.closeDo')}
        </Button>
      </div>
      {isReadBack ? (
        <ReadBackDialog
          title={t('countersign.close')}
          meaning={t('countersign.closeAsk')}
          lines={[
            { term: t('field.allianceName'), words: allianceName, isStrong: true },
            { term: t('opinions.panel'), words: t('countersign.version', { version: round.opinion.value.version }) },
            { term: t('countersign.answered'), words: `${signers.length - missing.length} / ${signers.length}` },
            { term: t('countersign.state.missing'), words: names, isStrong: true },
            { term: t('panels.leader'), words: leader },
            { term: t('countersign.closeReason'), words: reason.trim() },
            { term: t('common.date'), words: today },
          ]}
          confirm={t('act.confirm', { action: t('countersign.closeDo') })}
          task={task}
          onClose={() => {
            setReadBack(false)
          }}
          onConfirm={() => {
            task.run(async () => {
              await closeRound(round, { reason: reason.trim(), by, on: today })
              await draft.drop()
            })
          }}
        />
      ) : null}
    </section>
  )
}
