import { Alert } from 'antd'
import { notUnderstoodHead, notUnderstoodLines } from '@shared/audit/not-understood-words'
import { shortList } from '@shared/bundle/not-understood'
import type { ImportReport } from '@shared/bundle/import-report'
import type { IpcOutput } from '@shared/ipc/contract'
import { HostFailure } from '../platform/host-failure'
import { RefusalSlip } from './papers/RefusalSlip'
import { useTranslation } from '../ui/translation'

/** Read at a glance; anything longer is unfolded by whoever wants it. */
const isShort = (lines: readonly string[]): boolean => lines.length <= 6 && lines.join('').length <= 400

/**
 * 仅供查看: above the dry run of a bundle that a newer version wrote, what is not understood, what to do, and a page for
 * its sender.
 */
export function NotUnderstoodNote({
  report,
  status,
}: {
  readonly report: Pick<ImportReport, 'notUnderstood' | 'fileName'>
  /** What the host last said of itself; null until its first answer. */
  readonly status: IpcOutput<'app:get-status'> | null
}) {
  const { t } = useTranslation()
  const { notUnderstood, fileName } = report
  if (notUnderstood === null) return null
  const [sum, ...each] = notUnderstoodLines(notUnderstood, t)
  const refusal = new HostFailure({
    code: 'bundle.not-understood',
    params: { fileName, what: shortList(notUnderstood) },
  })
  return (
    <Alert
      type="warning"
      showIcon
      title={notUnderstoodHead(notUnderstood, t)}
      description={
        <>
          <p>{t('newer.why')}</p>
          <p>{sum}</p>
          {each.length === 0 ? null : (
            <details open={isShort(each)}>
              <summary>{t('newer.each', { count: each.length })}</summary>
              <ul className="not-understood">
                {each.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          )}
          <RefusalSlip error={refusal} status={status} />
        </>
      }
    />
  )
}
