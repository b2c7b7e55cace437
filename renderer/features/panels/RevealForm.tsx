import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Panel } from '@shared/domain/panel'
import type { OpinionStanding } from '@shared/records/opinion-standing'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { revealOpinions } from './panels-actions'

/** 会上开封: who opens, and what that means, before anything is opened. Nothing here is bound to a bare Enter. */
export function RevealForm(props: { readonly panel: Panel; readonly standings: readonly OpinionStanding[] }) {
  const { t } = useTranslation()
  const { panel, standings } = props
  const today = useToday()
  const person = usePerson()
  const [isOpen, setOpen] = useState(false)
  const [by, setBy] = useState(person.name)
  const task = useTask()
  const isNobody = by.trim() === ''
  const arrived = standings.filter(({ newest }) => newest !== null).length
  const committed = standings.filter(({ newest, commitments }) => newest === null && commitments.length > 0).length
  const none = standings.length - arrived - committed
  return (
    <div className="stack">
      <p role="status">{t('commit.reveal.counts', { committed, arrived, none })}</p>
      {isOpen ? (
        <>
          <Alert type="warning" showIcon title={t('commit.reveal.note')} />
          <Labelled
            label={t('commit.reveal.by')}
            htmlFor="reveal-by"
            error={isNobody ? t('commit.reveal.needBy') : null}
          >
            <Input
              id="reveal-by"
              value={by}
              onChange={(event) => {
                setBy(event.target.value)
              }}
            />
          </Labelled>
        </>
      ) : null}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        {isOpen ? (
          <>
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
              disabled={isNobody}
              loading={task.busy}
              onClick={() => {
                task.run(() => revealOpinions(panel, by.trim(), today))
              }}
            >
              {t('commit.reveal.do')}
            </Button>
          </>
        ) : (
          <Button
            onClick={() => {
              setOpen(true)
            }}
          >
            {t('commit.reveal.begin')}
          </Button>
        )}
      </div>
    </div>
  )
}
