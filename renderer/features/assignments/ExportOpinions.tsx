import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { loadOffice } from '@renderer/data/office'
import { loadDeskRecipient } from '@renderer/data/recipients'
import { usePerson, useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/stores/session-store'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/ui/FolderChoice'
import { useTranslation } from '@renderer/ui/translation'
import { useProtection } from '@renderer/ui/use-protection'
import { useTask } from '@renderer/ui/use-task'
import { exportOpinions, opinionFileName, type ExportedOpinions } from './assignment-actions'
import { sizeWords } from './size-words'
import { taskStateOf } from './task-state-of'

/** 导出意见包: what one declared and sealed for this panel goes into one small file for the division. */
export function ExportOpinions({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  const { t } = useTranslation()
  const person = usePerson()
  const today = useToday()
  const status = useSession((session) => session.status)
  const task = useTask()
  const office = useLiveQuery(loadOffice)
  const assignment = tasks[0]?.assignment
  const recipients = useLiveQuery(
    async () => (assignment === undefined ? [] : [await loadDeskRecipient(assignment.author, assignment.value.from)]),
    [assignment?.author],
    [],
  )
  const protection = useProtection(recipients, office?.bundleProtection ?? 'recipient')
  const protect = protection.of()
  const [folder, setFolder] = useState<string | null>(null)
  const [written, setWritten] = useState<ExportedOpinions | null>(null)
  const ready = tasks.filter((item) => item.declaration !== null && taskStateOf(item) !== 'reviewing')
  const open = tasks.filter((item) => !ready.includes(item))
  const name = tasks[0]?.expert?.name ?? person.name
  if (ready.length === 0) return <p className="quiet">{t('expert.export.notYet')}</p>
  return (
    <section className="export-opinions" aria-label={t('expert.export.title')}>
      <h3>{t('expert.export.title')}</h3>
      <p>
        {t('expert.export.what', { count: ready.length })}
        {open.length === 0 ? null : t('expert.export.open', { count: open.length, names: namesOf(open) })}
      </p>
      <FolderChoice exchangeFolder={status?.exchangeFolder ?? ''} folder={folder} onChange={setFolder} />
      {protection.fields}
      <ErrorNote error={task.error} />
      {written === null ? null : <Written written={written} />}
      <div className="panel-foot">
        <Button
          type="primary"
          loading={task.busy}
          disabled={protect === null}
          onClick={() => {
            if (protect === null) return
            task.run(async () => {
              setWritten(null)
              setWritten(
                await exportOpinions(ready, {
                  fileName: opinionFileName(name, today),
                  folder: folder === null ? null : folder.trim(),
                  protect,
                }),
              )
            })
          }}
        >
          {t('expert.export.act')}
        </Button>
      </div>
    </section>
  )
}

const namesOf = (tasks: readonly ExpertTask[]): string =>
  tasks.map((task) => task.version.value.content.alliance.name).join('、')

/** Said only after the host has read the written file back and compared it. */
function Written({ written }: { readonly written: ExportedOpinions }) {
  const { t } = useTranslation()
  const { file, recordCount } = written
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('expert.export.done')}
      description={
        <dl className="facts">
          <dt>{t('expert.export.file')}</dt>
          <dd>{file.path}</dd>
          <dt>{t('expert.export.size')}</dt>
          <dd>
            {sizeWords(file.size)} · {t('expert.export.records', { count: recordCount })}
          </dd>
          <dt>{t('expert.export.hash')}</dt>
          <dd>
            <code className="fingerprint">{file.sha256}</code>
          </dd>
          <dt>{t('expert.export.next')}</dt>
          <dd>{t('expert.export.nextStep')}</dd>
        </dl>
      }
    />
  )
}
