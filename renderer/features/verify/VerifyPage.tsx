import { Alert } from 'antd'
import { useState } from 'react'
import { FileDrop } from '@renderer/ui/FileDrop'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { PaperCode } from './PaperCode'
import { ReportCard } from './ReportCard'
import { verifyFiles, type Verified } from './verify-actions'
import './verify.css'

/** 校验文件: what the signatures of a file say, in words, and what they do not say. */
export function VerifyPage() {
  const { t } = useTranslation()
  const task = useTask()
  const [verified, setVerified] = useState<readonly Verified[]>([])
  return (
    <>
      <PageHead title={t('verifyPage.title')} note={t('verifyPage.note')} />
      <FileDrop
        hint={t('verifyPage.drop')}
        accept=".pdf,.docx,.p7s,.lsb"
        multiple
        disabled={task.busy}
        onFiles={(files) => {
          task.run(async () => {
            setVerified(await verifyFiles(files))
          })
        }}
      />
      {task.busy ? <p role="status">{t('verifyPage.busy')}</p> : null}
      <ErrorNote error={task.error} />
      <div className="verified" aria-live="polite">
        {verified.map((one) => (
          <ReportCard key={one.fileName} verified={one} />
        ))}
      </div>
      <PaperCode />
      <Alert type="info" showIcon title={t('verifyPage.kind')} description={t('verifyPage.kindMeaning')} />
    </>
  )
}
