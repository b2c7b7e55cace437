import { Alert, Button, Progress } from 'antd'
import type { JournalCheck } from '@shared/ipc/journal-check'
import { dayAndTime } from '@renderer/platform/clock'
import { HostFailure } from '@renderer/platform/host-failure'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useJournalCheck } from './use-journal-check'

/** 数据核对: when the journal was last compared and verified, and verifying it now. */
export function JournalCheckPart() {
  const { t } = useTranslation()
  const { check, error, start, stop } = useJournalCheck()
  return (
    <section className="panel">
      <h2>{t('journalCheck.title')}</h2>
      <p className="quiet">{t('journalCheck.hint')}</p>
      {check === null ? null : <Found check={check} />}
      {check?.running ? (
        <div className="row tight" role="status">
          <span>{t('journalCheck.running', check.running)}</span>
          <Progress
            className="drill-progress"
            percent={check.running.total === 0 ? 0 : Math.floor((check.running.checked / check.running.total) * 100)}
          />
          <Button onClick={stop}>{t('journalCheck.stop')}</Button>
        </div>
      ) : (
        <Button disabled={check === null} onClick={start}>
          {t('journalCheck.start')}
        </Button>
      )}
      <ErrorNote error={error} />
    </section>
  )
}

function Found({ check }: { readonly check: JournalCheck }) {
  const { t } = useTranslation()
  const { comparedAt, verifiedAt, verifiedCount, fault } = check
  if (fault !== null) return <ErrorNote error={new HostFailure(fault)} />
  const compared =
    comparedAt === null ? t('journalCheck.notCompared') : t('journalCheck.comparedAt', { at: dayAndTime(comparedAt) })
  return (
    <>
      <p>{compared}</p>
      {verifiedAt === null ? (
        <p>{t('journalCheck.never')}</p>
      ) : (
        <Alert
          showIcon
          type="success"
          title={t('journalCheck.verifiedAt', { at: dayAndTime(verifiedAt), count: verifiedCount })}
        />
      )}
    </>
  )
}
