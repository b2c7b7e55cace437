import { Button } from 'antd'
import { useState } from 'react'
import type { Panel } from '@shared/domain/panel'
import type { CountersignCase } from '@renderer/data/countersign'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { awaitedOf, closeRound, signersOf } from './countersign-actions'

/** The leader decides not to wait any longer; who is missing is named on the last copy, with the reason. */
export function CloseRound({ round, panel }: { readonly round: CountersignCase; readonly panel: Panel }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`close-round/${panel.id}/${round.round.id}`, '')
  const reason = draft.value
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const isEmpty = reason.trim() === ''
  const missing = signersOf(round, panel).filter(({ id }) => awaitedOf(round).has(id))
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
          names: missing.map(({ name }) => name).join(t('punctuation.list')),
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
      <ErrorNote error={task.error} />
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
            if (isEmpty) return
            task.run(async () => {
              await closeRound(round, { reason: reason.trim(), by, on: today })
              await draft.drop()
            })
          }}
        >
          {t('countersign.closeDo')}
        </Button>
      </div>
    </section>
  )
}
