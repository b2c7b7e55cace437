import { Alert, Button, Modal, Popconfirm } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { LetterKind } from '@shared/documents/letter'
import { changeTemplate, listTemplateChanges } from '@renderer/data/templates'
import { usePerson, useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/data/session'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { CheckedNote } from './CheckedNote'
import { TagTable } from './TagTable'
import { WordingHistory } from './WordingHistory'
import { checkFile, fetchTemplate, type CheckedFile } from './templates-actions'

/**
 * One letter's words: the file to start from, a changed file with what is wrong with it, versions, and the way back.
 */
export function ChangeWording({ kind, onClose }: { readonly kind: LetterKind; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const document = t(`document.${kind}`)
  const act = { by: usePerson().name, on: useToday() }
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const changes = useLiveQuery(() => listTemplateChanges(kind), [kind]) ?? []
  const next = (changes[0]?.version ?? 0) + 1
  const inUse = changes[0]?.file ?? null
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const [checked, setChecked] = useState<CheckedFile | null>(null)
  const [said, setSaid] = useState('')
  const task = useTask()
  const takeOut = (sha256: string | null, name: string) => {
    task.run(async () => {
      setFiles(await fetchTemplate(kind, sha256, name, folder))
    })
  }
  const use = (file: CheckedFile) => {
    const { file: kept, fileName } = file
    if (kept === null) return
    task.run(async () => {
      const version = await changeTemplate(kind, { fileName, ...kept }, act)
      setChecked(null)
      setSaid(t('templates.used', { version, document }))
    })
  }
  const withdraw = () => {
    task.run(async () => {
      await changeTemplate(kind, null, act)
      setChecked(null)
      setSaid(t('templates.withdrawn'))
    })
  }
  return (
    <Modal
      open
      width="min(56rem, 96vw)"
      className="tall"
      title={t('templates.changeOf', { document })}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common.close')}
        </Button>,
        ...(inUse === null
          ? []
          : [
              <Popconfirm
                key="withdraw"
                title={t('templates.withdraw')}
                description={t('templates.withdrawMeaning', { document })}
                okText={t('templates.withdraw')}
                cancelText={t('common.cancel')}
                onConfirm={withdraw}
              >
                <Button disabled={task.busy}>{t('templates.withdraw')}</Button>
              </Popconfirm>,
            ]),
        <Button
          key="use"
          type="primary"
          disabled={checked === null || checked.file === null}
          loading={task.busy}
          onClick={() => {
            if (checked !== null) use(checked)
          }}
        >
          {t('templates.use', { version: next })}
        </Button>,
      ]}
    >
      <div className="stack">
        <p>{t('templates.steps')}</p>
        <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
        <div className="row">
          <Button
            disabled={task.busy}
            onClick={() => {
              takeOut(null, t('templates.startName', { document }))
            }}
          >
            {t('templates.start')}
          </Button>
        </div>
        <WrittenFiles files={files} />
        <FileDrop
          hint={t('templates.drop')}
          accept=".docx"
          disabled={task.busy}
          onFiles={([file]) => {
            if (file === undefined) return
            setSaid('')
            setChecked(null)
            task.run(async () => {
              setChecked(await checkFile(kind, file))
            })
          }}
        />
        <ErrorNote error={task.error} />
        {checked === null ? null : <CheckedNote checked={checked} />}
        {said === '' ? null : <Alert type="success" showIcon role="status" title={said} />}
        <WordingHistory
          changes={changes}
          busy={task.busy}
          onFetch={({ file, version }) => {
            if (file !== null) takeOut(file.sha256, `${document}-${t('templates.version', { version })}`)
          }}
        />
        <TagTable kind={kind} />
      </div>
    </Modal>
  )
}
