import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { DocumentModel } from '@shared/documents/blocks'
import type { ExpertOpinion } from '@shared/domain/panel'
import type { OpenTask } from '@renderer/data/expert-tasks'
import { recordDocumentExport } from '@renderer/data/exports'
import { useSession } from '@renderer/data/session'
import { DocumentPreview } from '@renderer/parts/document-preview/DocumentPreview'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { composeOpinionPaper } from './sealing-actions'

/** 个人评审意见表: the sealed opinion on paper, to sign by hand or to keep. */
export function OpinionPaper({ task, opinion }: { readonly task: OpenTask; readonly opinion: ExpertOpinion }) {
  const { t } = useTranslation()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const composing = useTask()
  const [model, setModel] = useState<DocumentModel | null>(null)
  const [missing, setMissing] = useState<readonly string[]>([])
  return (
    <>
      <Button
        loading={composing.busy}
        onClick={() => {
          composing.run(async () => {
            const composed = await composeOpinionPaper(task, opinion)
            setMissing(composed.ok ? [] : composed.error.missing.map((value) => value.label))
            setModel(composed.ok ? composed.value : null)
          })
        }}
      >
        {t('sealing.paper')}
      </Button>
      <ErrorNote error={composing.error} />
      {missing.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('sealing.paperMissing', { missing: missing.join('、') })} />
      )}
      {model === null ? null : (
        <DocumentPreview
          model={model}
          baseName={t('sealing.paperName', { name: opinion.expertName, version: opinion.version })}
          sign
          exchangeFolder={exchangeFolder}
          onWritten={(files) => recordDocumentExport('personal-opinion', { dossierId: task.dossierId }, files)}
          onClose={() => {
            setModel(null)
          }}
        />
      )}
    </>
  )
}
