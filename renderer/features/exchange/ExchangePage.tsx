import { Alert, Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { canBeTried } from '@shared/ipc/exchange'
import { listConflicts } from '@renderer/data/conflicts'
import { discardStaged, stageFile, stagePlace, type StagedBundle } from '@renderer/data/staging'
import { dayAndTime } from '@renderer/platform/clock'
import { ConflictNote } from '@renderer/ui/ConflictNote'
import { useSession } from '@renderer/data/session'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { RefusalSlip } from '@renderer/parts/papers/RefusalSlip'
import { PageHead } from '@renderer/ui/PageHead'
import { asksForPassphrase, PassphraseAsk } from '@renderer/ui/PassphraseAsk'
import { ExchangeState } from '@renderer/ui/ExchangeState'
import { useExchangeFiles } from '@renderer/data/use-exchange-files'
import { useIntoView } from '@renderer/ui/use-into-view'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { DryRun } from './DryRun'
import { ImportsPart } from './ImportsPart'
import { SuspectsPart } from './SuspectsPart'

type ReadBundle = (passphrase?: string) => Promise<StagedBundle>

/** 往来文件: bundles come in through a dry run; nothing changes before a person says so. */
export function ExchangePage() {
  const { t } = useTranslation()
  const status = useSession((session) => session.status)
  const [staged, setStaged] = useState<StagedBundle | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const { list, refresh } = useExchangeFiles()
  const conflicts = useLiveQuery(() => listConflicts(null), [], [])
  const task = useTask()
  const [toOpen, setToOpen] = useState<ReadBundle | null>(null)
  const outcome = useIntoView<HTMLDivElement>(staged?.stageId ?? taken)
  const stage = (read: ReadBundle, passphrase?: string) => {
    setTaken(null)
    setToOpen(() => read)
    task.run(async () => {
      if (staged !== null) await discardStaged(staged)
      setStaged(null)
      setStaged(await read(passphrase))
      setToOpen(null)
    })
  }
  return (
    <>
      <PageHead title={t('exchange.title')} note={t('exchange.note')} />
      <ConflictNote count={conflicts.length} to="/conflicts" />
      <FileDrop
        hint={t('exchange.drop')}
        accept=".lsb,.age"
        disabled={task.busy}
        onFiles={([file]) => {
          if (file !== undefined) stage((passphrase) => stageFile(file, passphrase))
        }}
      />
      {task.busy ? <p role="status">{t('exchange.reading')}</p> : null}
      {toOpen !== null && asksForPassphrase(task.error) ? (
        <PassphraseAsk
          error={task.error}
          busy={task.busy}
          onPassphrase={(passphrase) => {
            stage(toOpen, passphrase)
          }}
        />
      ) : (
        <ErrorNote error={task.error} />
      )}
      <RefusalSlip error={task.error} status={status} />
      <div ref={outcome}>
        {taken === null ? null : <Alert type="success" showIcon role="status" title={taken} />}
        {staged === null ? null : (
          <DryRun
            key={staged.stageId}
            staged={staged}
            onTaken={(count) => {
              setTaken(t('exchange.taken', { file: staged.report.fileName, count }))
              setStaged(null)
              refresh()
            }}
            onDiscard={() => {
              task.run(async () => {
                await discardStaged(staged)
                setStaged(null)
              })
            }}
          />
        )}
      </div>
      <section className="panel">
        <div className="row spread">
          <h2>{t('exchange.folder')}</h2>
          <Button size="small" onClick={refresh}>
            {t('exchange.refresh')}
          </Button>
        </div>
        <p className="quiet path">{list?.folder}</p>
        <Table
          rowKey="path"
          size="small"
          pagination={false}
          dataSource={list?.files ?? []}
          locale={{ emptyText: t('exchange.folderEmpty') }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('exchange.file'), dataIndex: 'fileName' },
            { title: t('exchange.state'), key: 'state', render: (_, file) => <ExchangeState file={file} /> },
            { title: t('exchange.size'), dataIndex: 'size', align: 'right' },
            { title: t('exchange.modified'), key: 'modified', render: (_, file) => dayAndTime(file.modifiedAt) },
            {
              title: '',
              key: 'open',
              render: (_, file) => (
                <Button
                  size="small"
                  disabled={!canBeTried(file)}
                  onClick={() => {
                    stage((passphrase) => stagePlace(file.place, passphrase))
                  }}
                >
                  {t('exchange.dryRun')}
                </Button>
              ),
            },
          ]}
        />
      </section>
      <ImportsPart />
      <SuspectsPart asked={taken} />
    </>
  )
}
