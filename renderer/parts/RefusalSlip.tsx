import { Button } from 'antd'
import { useState } from 'react'
import type { DocumentModel } from '@shared/documents/blocks'
import { calendarDateSchema } from '@shared/domain/date'
import type { IpcOutput } from '@shared/ipc/contract'
import { canPrintSlip, composeRefusalSlip } from '@shared/documents/refusal-slip'
import { HostFailure } from '../platform/host-failure'
import { now } from '../platform/clock'
import { DocumentPreview } from './document-preview/DocumentPreview'
import { useTranslation } from '../ui/translation'

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
  const [model, setModel] = useState<DocumentModel | null>(null)
  if (!(error instanceof HostFailure) || !canPrintSlip(error.error.code)) return null
  const { code, params } = error.error
  const fileName = String(params['fileName'] ?? '')
  if (model !== null) {
    return (
      <DocumentPreview
        model={model}
        baseName={t('refusalSlip.fileName', { fileName })}
        sign={false}
        exchangeFolder={status?.exchangeFolder ?? ''}
        onWritten={async () => undefined}
        onClose={() => {
          setModel(null)
        }}
      />
    )
  }
  return (
    <p>
      <Button
        disabled={status === null}
        onClick={() => {
          if (status === null) return
          const desk = status.profile.kind === 'none' ? null : status.profile.desk
          const by = desk === null ? '' : `${desk.unit} ${desk.name}`
          setModel(
            composeRefusalSlip({
              createdAt: now(),
              fileName,
              code,
              params,
              by,
              on: calendarDateSchema.parse(status.today),
            }),
          )
        }}
      >
        {t('refusalSlip.make')}
      </Button>
    </p>
  )
}
