import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Countersignature } from '@shared/domain/countersign'
import type { CountersignCase } from '@renderer/data/countersign'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { loadOffice } from '@renderer/data/office'
import { loadDeskRecipient } from '@renderer/data/recipients'
import { useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/data/session'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { HandwritingView } from '@renderer/ui/handwriting/HandwritingView'
import { useTranslation } from '@renderer/ui/translation'
import { useProtection } from '@renderer/ui/use-protection'
import { useTask } from '@renderer/ui/use-task'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { exportAnswer } from './signing-actions'

/** What one answered, and the file that takes it to the division. */
export function Answered(props: {
  readonly task: ExpertTask
  readonly round: CountersignCase['round']
  readonly signature: Countersignature
  readonly onSignAfterAll: () => void
}) {
  const { task, round, signature, onSignAfterAll } = props
  const { t } = useTranslation()
  const today = useToday()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const exporting = useTask()
  const office = useLiveQuery(loadOffice)
  const to = round.value.from
  const recipients = useLiveQuery(async () => [await loadDeskRecipient(round.author, to)], [round.author, to], [])
  const protection = useProtection(recipients, office?.bundleProtection ?? 'recipient')
  const protect = protection.of()
  const { answer, expertName, signedOn } = signature
  return (
    <section className="panel stack" aria-label={t('signing.answered')}>
      <h2>{t(`signing.answered.${answer.kind}`, { day: signedOn })}</h2>
      {answer.kind === 'handwriting' ? (
        <HandwritingView value={answer.handwriting} label={t('countersign.handOf', { name: expertName })} />
      ) : null}
      {answer.kind === 'scan' ? (
        <p className="path">{t('signing.scanKept', { file: answer.scan.fileName, hash: answer.scan.sha256 })}</p>
      ) : null}
      {answer.kind === 'declined' ? (
        <Alert
          type="warning"
          showIcon
          title={t('countersign.reason', { reason: answer.reason })}
          action={<Button onClick={onSignAfterAll}>{t('signing.afterAll')}</Button>}
        />
      ) : null}
      <p>{t('signing.handOver')}</p>
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      {protection.fields}
      <ErrorNote error={exporting.error} />
      <WrittenFiles files={files} />
      <div className="panel-foot">
        <Button
          type="primary"
          loading={exporting.busy}
          disabled={protect === null}
          onClick={() => {
            if (protect === null) return
            exporting.run(async () => {
              setFiles([])
              const fileName = bundleFileName(t, 'signing.bundleName', { name: expertName, today })
              setFiles([await exportAnswer(task, { to, fileName, folder, protect })])
            })
          }}
        >
          {t('signing.export')}
        </Button>
      </div>
    </section>
  )
}
