import { Button } from 'antd'
import { refusalSlipPaper } from '@shared/documents/catalogue-other'
import { canPrintSlip } from '@shared/documents/refusal-slip'
import { calendarDateSchema } from '@shared/domain/date'
import type { IpcOutput } from '@shared/ipc/contract'
import { HostFailure } from '../../platform/host-failure'
import { useTranslation } from '../../ui/translation'
import { usePaperDesk } from './use-paper-desk'

/** 拒收说明 beside a refused bundle: one page for its sender. Nothing while there is no refusal of a bundle. */
export function RefusalSlip({
  error,
  status,
}: {
  readonly error: unknown
  /** What the host last said of itself; null until its first answer. */
  readonly status: IpcOutput<'app:get-status'> | null
}) {
  const { t } = useTranslation()
  const desk = usePaperDesk()
  if (!(error instanceof HostFailure) || !canPrintSlip(error.error.code)) return null
  const { code, params } = error.error
  const slipOf = (status: IpcOutput<'app:get-status'>, createdAt: string) => {
    const owner = status.profile.kind === 'none' ? null : status.profile.desk
    const by = owner === null ? '' : `${owner.unit} ${owner.name}`
    const on = calendarDateSchema.parse(status.today)
    return { createdAt, fileName: String(params['fileName'] ?? ''), code, params, by, on }
  }
  return (
    <div>
      <Button
        disabled={status === null}
        loading={desk.busy}
        onClick={() => {
          if (status === null) return
          desk.open({
            paper: refusalSlipPaper,
            ground: {},
            load: (createdAt) => Promise.resolve(slipOf(status, createdAt)),
          })
        }}
      >
        {t('refusalSlip.make')}
      </Button>
      {desk.element}
    </div>
  )
}
