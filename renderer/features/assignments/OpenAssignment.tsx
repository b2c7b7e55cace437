import { Alert, Button } from 'antd'
import { useState } from 'react'
import { canBeTried } from '@shared/ipc/exchange'
import { dayAndTime } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { commitStaged, discardStaged, stageFile, stagePlace, type StagedBundle } from '@renderer/data/staging'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { ExchangeState } from '@renderer/ui/ExchangeState'
import { useExchangeFiles } from '@renderer/data/use-exchange-files'
import { asksForPassphrase, PassphraseAsk } from '@renderer/ui/PassphraseAsk'
import { RefusalSlip } from '@renderer/parts/papers/RefusalSlip'
import { useTranslation } from '@renderer/ui/translation'
import { useIntoView } from '@renderer/ui/use-into-view'
import { useTask } from '@renderer/ui/use-task'
import { DryRun } from './DryRun'
import { sizeWords } from '@renderer/ui/size-words'

type ReadBundle = (passphrase?: string) => Promise<StagedBundle>

/** Opens an assignment: choose a file, see what is in it and from whom, then take it over. */
export function OpenAssignment({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation()
  const status = useSession((session) => session.status)
  const task = useTask()
  const [staged, setStaged] = useState<StagedBundle | null>(null)
  const [asked, setAsked] = useState<ReadBundle | null>(null)
  const dryRun = useIntoView<HTMLElement>(staged?.stageId ?? null)
  const stage = (read: ReadBundle, passphrase?: string) => {
    setAsked(() => read)
    task.run(async () => {
      setStaged(await read(passphrase))
      setAsked(null)
    })
  }
  if (staged !== null) {
    return (
      <section ref={dryRun} className="panel" aria-label={t('expert.dryRun.title')}>
        <DryRun staged={staged} />
        <ErrorNote error={task.error} />
        <div className="panel-foot">
          <Button
            disabled={task.busy}
            onClick={() => {
              task.run(async () => {
                await discardStaged(staged)
                setStaged(null)
              })
            }}
          >
            {t('common.cancel')}
          </Button>
          <Button
            type="primary"
            loading={task.busy}
            disabled={!staged.report.canCommit || !isAssignment(staged)}
            onClick={() => {
              task.run(async () => {
                await commitStaged(staged)
                setStaged(null)
                onOpened()
              })
            }}
          >
            {t('expert.dryRun.commit')}
          </Button>
        </div>
        {isAssignment(staged) ? null : (
          <Alert type="warning" showIcon title={t('expert.notAssignment', { fileName: staged.report.fileName })} />
        )}
      </section>
    )
  }
  return (
    <section className="panel" aria-label={t('expert.openAssignment')}>
      <h2>{t('expert.openAssignment')}</h2>
      <FileDrop
        hint={t('expert.dropAssignment')}
        accept=".lsb,.age"
        disabled={task.busy}
        onFiles={(files) => {
          const [file] = files
          if (file !== undefined) stage((passphrase) => stageFile(file, passphrase))
        }}
      />
      {task.busy ? <p role="status">{t('expert.verifying')}</p> : null}
      {asked !== null && asksForPassphrase(task.error) ? (
        <PassphraseAsk
          error={task.error}
          busy={task.busy}
          onPassphrase={(passphrase) => {
            stage(asked, passphrase)
          }}
        />
      ) : (
        <ErrorNote error={task.error} />
      )}
      <RefusalSlip error={task.error} status={status} />
      <ExchangeList
        disabled={task.busy}
        onChoose={(place) => {
          stage((passphrase) => stagePlace(place, passphrase))
        }}
      />
    </section>
  )
}

/** What an expert desk takes: an assignment, an opinion handed back, or the panel's opinion to be signed. */
const isAssignment = ({ report }: StagedBundle): boolean =>
  report.kind === 'assignment' || report.kind === 'return' || report.kind === 'countersign'

function ExchangeList(props: { readonly disabled: boolean; readonly onChoose: (place: string) => void }) {
  const { t } = useTranslation()
  const { list: listed, failure, refresh: again } = useExchangeFiles()
  const refresh = (
    <Button size="small" disabled={props.disabled} onClick={again}>
      {t('exchange.refresh')}
    </Button>
  )
  if (failure !== null) {
    return (
      <>
        <ErrorNote error={failure} />
        <p>{refresh}</p>
      </>
    )
  }
  if (listed === null) return null
  const { files } = listed
  return (
    <>
      <div className="row spread">
        <h3>{t('expert.exchangeFolder', { folder: listed.folder })}</h3>
        {refresh}
      </div>
      {files.length === 0 ? <p className="quiet">{t('expert.exchangeEmpty')}</p> : null}
      {files.length === 0 ? null : (
        <div className="table-scroll">
          <table className="plain-table">
            <tbody>
              {files.map((file) => (
                <tr key={file.path}>
                  <td>
                    {file.fileName} <ExchangeState file={file} />
                  </td>
                  <td className="number nowrap">{sizeWords(file.size)}</td>
                  <td className="nowrap">{dayAndTime(file.modifiedAt)}</td>
                  <td className="number">
                    <Button
                      disabled={props.disabled || !canBeTried(file)}
                      onClick={() => {
                        props.onChoose(file.place)
                      }}
                    >
                      {t('expert.inspect')}
                      <span className="visually-hidden"> {file.fileName}</span>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
