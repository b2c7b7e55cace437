import { Alert, Button, Table } from 'antd'
import { useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import type { SnapshotLine, SnapshotPreview } from '@shared/ipc/snapshot'
import { callHost, done } from '@renderer/platform/bridge'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { NumberInput } from '@renderer/ui/NumberInput'
import { useTranslation } from '@renderer/ui/translation'
import { dayAndTime } from '@renderer/platform/clock'
import { DrillPart } from './DrillPart'
import { RestorePreview } from './RestorePreview'

type Listed = IpcOutput<'snapshot:list'>
type Restored = Extract<IpcOutput<'snapshot:restore'>, { kind: 'done' }>

/** 快照: what was kept, whether it is whole, and going back to it without losing anything. */
export function SnapshotsPart() {
  const { t } = useTranslation()
  const task = useTask()
  const [listed, setListed] = useState<Listed | null>(null)
  const [chosen, setChosen] = useState<{ readonly name: string; readonly preview: SnapshotPreview } | null>(null)
  const [restored, setRestored] = useState<Restored | null>(null)
  const list = async () => {
    setListed(await callHost('snapshot:list', undefined))
  }
  const restore = (name: string) => {
    task.run(async () => {
      setRestored(done(await callHost('snapshot:restore', { name })))
      setChosen(null)
      await list()
    })
  }
  const preview = (name: string) => {
    task.run(async () => {
      setChosen({ name, preview: done(await callHost('snapshot:preview', { name })).preview })
    })
  }
  return (
    <section className="panel">
      <h2>{t('snapshots.title')}</h2>
      {restored === null ? null : (
        <Alert
          showIcon
          type="success"
          title={t('snapshots.restored', {
            count: restored.count,
            recovered: restored.recovered,
            drafts: restored.drafts,
            quarantined: restored.quarantined,
            aside: restored.aside,
          })}
          action={
            <Button
              type="primary"
              onClick={() => {
                window.location.reload()
              }}
            >
              {t('snapshots.reload')}
            </Button>
          }
        />
      )}
      {listed === null ? (
        <Button
          loading={task.busy}
          onClick={() => {
            task.run(list)
          }}
        >
          {t('snapshots.list')}
        </Button>
      ) : (
        <SnapshotList listed={listed} busy={task.busy} onRestore={preview} onBudget={list} />
      )}
      {listed === null ? null : <DrillPart last={listed.lastDrill} />}
      {chosen === null ? null : (
        <RestorePreview
          preview={chosen.preview}
          busy={task.busy}
          onRestore={() => {
            restore(chosen.name)
          }}
          onClose={() => {
            setChosen(null)
          }}
        />
      )}
      <ErrorNote error={task.error} />
    </section>
  )
}

function SnapshotList(props: {
  readonly listed: Listed
  readonly busy: boolean
  readonly onRestore: (name: string) => void
  readonly onBudget: () => Promise<void>
}) {
  const { t } = useTranslation()
  const { listed, busy } = props
  return (
    <>
      <p className="quiet">{t('snapshots.hint', { folder: listed.folder })}</p>
      <Table<SnapshotLine>
        size="small"
        rowKey="name"
        pagination={false}
        locale={{ emptyText: t('snapshots.none') }}
        dataSource={listed.snapshots}
        columns={[
          { title: t('snapshots.takenAt'), render: (_, line) => dayAndTime(line.takenAt) },
          { title: t('snapshots.reason'), render: (_, line) => t(`snapshotReason.${line.reason}`) },
          { title: t('snapshots.count'), dataIndex: 'count', align: 'right' },
          { title: t('snapshots.size'), render: (_, line) => megabytes(line.bytes), align: 'right' },
          {
            title: t('snapshots.state'),
            render: (_, line) => {
              if (!line.isGood) return t('snapshots.bad')
              const brings =
                (line.brings ?? 0) === 0
                  ? t('snapshots.bringsNothing')
                  : t('snapshots.brings', { brings: line.brings ?? 0 })
              return `${t('snapshots.good')} · ${brings}`
            },
          },
          {
            title: '',
            render: (_, line) =>
              line.isGood ? (
                <Button
                  size="small"
                  disabled={busy}
                  onClick={() => {
                    props.onRestore(line.name)
                  }}
                >
                  {t('snapshots.restore')}
                </Button>
              ) : null,
          },
        ]}
      />
      <BudgetField budgetMB={listed.budgetMB} onSaved={props.onBudget} />
    </>
  )
}

function BudgetField({ budgetMB, onSaved }: { readonly budgetMB: number; readonly onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const task = useTask()
  const [typed, setTyped] = useState<number | null>(budgetMB)
  return (
    <Labelled label={t('snapshots.budget')} htmlFor="snapshot-budget" hint={t('snapshots.budgetHint')}>
      <span className="row tight">
        <NumberInput id="snapshot-budget" min={50} max={100_000} value={typed} onChange={setTyped} />
        <Button
          disabled={typed === null || Number.isNaN(typed) || typed === budgetMB}
          loading={task.busy}
          onClick={() => {
            if (typed === null) return
            task.run(async () => {
              done(await callHost('snapshot:set-budget', { budgetMB: typed }))
              await onSaved()
            })
          }}
        >
          {t('common.save')}
        </Button>
      </span>
      <ErrorNote error={task.error} />
    </Labelled>
  )
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
