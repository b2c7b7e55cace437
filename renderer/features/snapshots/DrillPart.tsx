import { Alert, Button, Progress } from 'antd'
import type { DrillResult } from '@shared/ipc/snapshot'
import { dayAndTime } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useDrill } from './use-drill'

/** 恢复演练: one button, progress, and the result with its date. */
export function DrillPart({ last }: { readonly last: DrillResult | null }) {
  const { t } = useTranslation()
  const { phase, start, stop } = useDrill(last)
  return (
    <section aria-labelledby="drill-title">
      <h3 id="drill-title">{t('drill.title')}</h3>
      <p className="quiet">{t('drill.hint')}</p>
      {phase.kind === 'running' ? (
        <div className="row tight" role="status">
          <span>{t('drill.running', { checked: phase.checked, total: phase.total })}</span>
          <Progress
            className="drill-progress"
            percent={phase.total === 0 ? 0 : Math.floor((phase.checked / phase.total) * 100)}
          />
          <Button onClick={stop}>{t('drill.stop')}</Button>
        </div>
      ) : (
        <>
          <Outcome phase={phase} />
          <Button onClick={start}>{t('drill.start')}</Button>
        </>
      )}
      <ErrorNote error={phase.kind === 'error' ? phase.error : null} />
    </section>
  )
}

function Outcome({ phase }: { readonly phase: ReturnType<typeof useDrill>['phase'] }) {
  const { t } = useTranslation()
  if (phase.kind === 'stopped') return <Alert showIcon type="info" title={t('drill.stopped')} />
  if (phase.kind !== 'result') return null
  const { result } = phase
  if (result === null) return <p className="quiet">{t('drill.never')}</p>
  const at = dayAndTime(result.at)
  return result.kind === 'passed' ? (
    <Alert
      showIcon
      type="success"
      title={t('drill.passed', {
        at,
        records: result.records,
        drafts: result.drafts,
        attachments: result.attachments,
      })}
    />
  ) : (
    <Alert
      showIcon
      type="error"
      title={t('drill.failed', { at, what: t(`drillFault.${result.fault}`, { subject: result.subject }) })}
    />
  )
}
