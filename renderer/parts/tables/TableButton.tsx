import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { PaperAbout } from '@shared/documents/paper'
import type { PaperKind } from '@shared/documents/vocabulary/papers'
import type { TableToRender } from '@shared/ipc/table'
import { recordFiles } from '../../data/exports'
import { useSession } from '../../data/session'
import { ErrorNote } from '../../ui/ErrorNote'
import { useTranslation } from '../../ui/translation'
import { useTask } from '../../ui/use-task'
import { WrittenFiles, type WrittenFile } from '../../ui/WrittenFiles'
import { FolderChoice } from '../FolderChoice'
import { writeTable } from './write-table'

/** A button that writes a table for another program, read back and hashed; the register has its line. */
export function TableButton(props: {
  readonly label: string
  readonly kind: PaperKind
  readonly about: PaperAbout
  readonly baseName: string
  /** Made when it is written. */
  readonly table: () => Promise<TableToRender>
  readonly disabled?: boolean
}) {
  const { t } = useTranslation()
  const { label, kind, about, baseName, table, disabled = false } = props
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [isOpen, setOpen] = useState(false)
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  return (
    <>
      <Button
        disabled={disabled}
        onClick={() => {
          setFiles([])
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {isOpen ? (
        <Modal
          open
          width="40rem"
          title={label}
          onCancel={() => {
            setOpen(false)
          }}
          footer={[
            <Button
              key="close"
              onClick={() => {
                setOpen(false)
              }}
            >
              {t('common.close')}
            </Button>,
            <Button
              key="write"
              type="primary"
              loading={task.busy}
              onClick={() => {
                task.run(async () => {
                  const written = await writeTable(await table(), baseName, folder)
                  await recordFiles(kind, about, written)
                  setFiles(written)
                })
              }}
            >
              {t('audit.export.write')}
            </Button>,
          ]}
        >
          <div className="stack">
            <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
            <ErrorNote error={task.error} />
            <WrittenFiles files={files} />
          </div>
        </Modal>
      ) : null}
    </>
  )
}
