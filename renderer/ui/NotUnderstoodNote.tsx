import { Alert } from 'antd'
import { notUnderstoodHead, notUnderstoodLines } from '@shared/audit/not-understood-words'
import { shortList } from '@shared/bundle/not-understood'
import type { ImportReport } from '@shared/bundle/import-report'
import type { IpcOutput } from '@shared/ipc/contract'
import { HostFailure } from '../platform/bridge'
import { RefusalSlip } from './RefusalSlip'
import { useTranslation } from './translation'

/** 仅供查看: above the dry run of a bundle that a newer version wrote, what is not understood, what to do, and a page for its sender. */
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
          <ul>
            {notUnderstoodLines(notUnderstood, t).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <RefusalSlip error={refusal} status={status} />
        </>
      }
    />
  )
}
