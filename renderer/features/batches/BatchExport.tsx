import { Alert, Button, Checkbox, Input, Progress } from 'antd'
import { useState } from 'react'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { setLetter } from '@renderer/data/templates'
import { useToday } from '@renderer/data/use-live'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { DayInput } from '@renderer/ui/DayInput'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles } from '@renderer/ui/WrittenFiles'
import { composeBatchPapers } from './batch-papers'
import { loadBatchFacts } from './load-batch-facts'
import { useBatchExport, type ExportPhase } from './use-batch-export'

/** 整批导出: every document of the batch into one new folder, or nothing at all. */
export function BatchExport(props: {
  readonly batch: Batch
  readonly office: OfficeSettings
  /** What is typed is not saved: there is nothing to export yet. */
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { batch, office, dirty } = props
  const today = useToday()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [folder, setFolder] = useState<string | null>(null)
  const [withSummary, setWithSummary] = useState(false)
  const [summaryOn, setSummaryOn] = useState<string | null>(null)
  const [withIndex, setWithIndex] = useState(true)
  const [indexBy, setIndexBy] = useState('')
  const [indexOn, setIndexOn] = useState<string | null>(null)
  const { phase, busy, start, cancel } = useBatchExport()
  const compose = async () => {
    const summary = withSummary ? { issuedOn: summaryOn ?? '' } : null
    const index = withIndex ? { compiledBy: indexBy, issuedOn: indexOn ?? '' } : null
    const facts = await loadBatchFacts(batch, today, office, now())
    return composeBatchPapers({ ...facts, summary, index }, { t, setLetter })
  }
  return (
    <section className="panel stack" aria-label={t('batchExport.title')}>
      <h2>{t('batchExport.title')}</h2>
      <p>{t('batchExport.what')}</p>
      <Checkbox
        checked={withSummary}
        disabled={busy}
        onChange={(event) => {
          setWithSummary(event.target.checked)
        }}
      >
        {t('batchExport.withSummary')}
      </Checkbox>
      {withSummary ? (
        <Labelled label={t('batchExport.summaryOn')} htmlFor="batch-summary-on">
          <DayInput id="batch-summary-on" value={summaryOn} onChange={setSummaryOn} />
        </Labelled>
      ) : null}
      <Checkbox
        checked={withIndex}
        disabled={busy}
        onChange={(event) => {
          setWithIndex(event.target.checked)
        }}
      >
        {t('batchExport.withIndex')}
      </Checkbox>
      {withIndex ? (
        <div className="fields">
          <Labelled label={t('documentInput.compiledBy')} htmlFor="batch-index-by">
            <Input
              id="batch-index-by"
              value={indexBy}
              disabled={busy}
              onChange={(event) => {
                setIndexBy(event.target.value)
              }}
            />
          </Labelled>
          <Labelled label={t('batchExport.indexOn')} htmlFor="batch-index-on">
            <DayInput id="batch-index-on" value={indexOn} onChange={setIndexOn} />
          </Labelled>
        </div>
      ) : null}
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      <PhaseNote phase={phase} />
      <div className="panel-foot">
        {phase.kind === 'composing' || phase.kind === 'setting' ? (
          <Button onClick={cancel}>{t('batchExport.cancel')}</Button>
        ) : null}
        <Button
          type={batch.status === 'published' ? 'primary' : 'default'}
          disabled={dirty || batch.dossierIds.length === 0}
          loading={busy}
          onClick={() => {
            start(compose, { folder, newFolder: t('batchExport.folderName', { seq: batch.seq, today }) })
          }}
        >
          {t('batchExport.do')}
        </Button>
      </div>
    </section>
  )
}

function PhaseNote({ phase }: { readonly phase: ExportPhase }) {
  const { t } = useTranslation()
  switch (phase.kind) {
    case 'idle':
      return null
    case 'composing':
      return <p role="status">{t('batchExport.composing')}</p>
    case 'setting':
      return (
        <div role="status">
          <p>{t('batchExport.rendering', phase)}</p>
          <Progress percent={Math.round(((phase.at - 1) / phase.total) * 100)} showInfo={false} aria-hidden />
        </div>
      )
    case 'writing':
      return <p role="status">{t('batchExport.writing', phase)}</p>
    case 'cancelled':
      return <Alert type="info" showIcon role="status" title={t('batchExport.cancelled')} />
    case 'missing':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('batchExport.missing')}
          description={
            <ul className="why-not">
              {phase.gaps.map(({ document, missing }) => (
                <li key={document}>
                  {t('batchExport.missingOf', { document })}
                  <ul>
                    {missing.map((value) => (
                      <li key={value}>{value}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          }
        />
      )
    case 'failed':
      return (
        <>
          {phase.document === null ? null : (
            <Alert type="error" showIcon title={t('batchExport.failed', { document: phase.document })} />
          )}
          <ErrorNote error={phase.error} />
        </>
      )
    case 'not-recorded':
      return (
        <>
          <ErrorNote error={phase.error} />
          <Alert type="warning" showIcon title={t('batchExport.notRecorded')} />
          <WrittenFiles files={phase.files} />
        </>
      )
    case 'done':
      return (
        <>
          <WrittenFiles files={phase.files} />
          <p className="strong">{t('batchExport.done', { count: phase.count })}</p>
        </>
      )
  }
}
