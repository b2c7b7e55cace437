import { Alert } from 'antd'
import { useState } from 'react'
import { FileDrop } from '@renderer/ui/FileDrop'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { asksForPassphrase, PassphraseAsk } from '@renderer/ui/PassphraseAsk'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { PaperCode } from './PaperCode'
import { ReportCard } from './ReportCard'
import { VerifyAgain } from './VerifyAgain'
import { verifyFiles, type Verified } from './verify-actions'
import './verify.css'

/** 校验文件: what the signatures of a file say, in words, and what they do not say. */
export function VerifyPage() {
  const { t } = useTranslation()
  const task = useTask()
  const [verified, setVerified] = useState<readonly Verified[]>([])
  const [given, setGiven] = useState<readonly File[]>([])
  const verify = (files: readonly File[], passphrase?: string) => {
    setGiven(files)
    task.run(async () => {
      setVerified(await verifyFiles(files, passphrase))
    })
  }
  const locked = verified.find((one) => one.kind === 'failed' && asksForPassphrase(one.error))
  return (
    <>
      <PageHead title={t('verifyPage.title')} note={t('verifyPage.note')} />
      <FileDrop
        hint={t('verifyPage.drop')}
        accept=".pdf,.docx,.p7s,.lsb,.age"
        multiple
        disabled={task.busy}
        onFiles={(files) => {
          verify(files)
        }}
      />
      {task.busy ? <p role="status">{t('verifyPage.busy')}</p> : null}
      <ErrorNote error={task.error} />
      {locked?.kind === 'failed' ? (
        <PassphraseAsk
          error={locked.error}
          busy={task.busy}
          onPassphrase={(passphrase) => {
            verify(given, passphrase)
          }}
        />
      ) : null}
      <div className="verified" aria-live="polite">
        {verified.map((one) => (
          <ReportCard key={one.fileName} verified={one} />
        ))}
      </div>
      <PaperCode />
      <VerifyAgain />
      <Alert type="info" showIcon title={t('verifyPage.kind')} description={t('verifyPage.kindMeaning')} />
    </>
  )
}
