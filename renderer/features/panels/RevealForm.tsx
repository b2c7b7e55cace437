import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Panel } from '@shared/domain/panel'
import type { OpinionStanding } from '@shared/records/opinion-standing'
import { usePerson, useToday } from '@renderer/data/use-live'
import { Labelled } from '@renderer/ui/Labelled'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
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
  const counts = t('commit.reveal.counts', { committed, arrived, none })
  return (
    <div className="stack">
      <p role="status">{counts}</p>
      <div className="panel-foot">
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('commit.reveal.begin')}
        </Button>
      </div>
      {isOpen ? (
        <ReadBackDialog
          title={t('commit.reveal.title')}
          meaning={t('commit.reveal.note')}
          lines={[
            { term: t('readBack.panel'), words: panel.title, isStrong: true },
            { term: t('common.date'), words: today },
            { term: t('readBack.inHand'), words: counts },
          ]}
          confirm={t('commit.reveal.do')}
          isWaiting={isNobody}
          task={task}
          onClose={() => {
            setOpen(false)
          }}
          onConfirm={() => {
            task.run(() => revealOpinions(panel, by.trim(), today))
          }}
        >
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
        </ReadBackDialog>
      ) : null}
    </div>
  )
}
