import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Material } from '@shared/domain/dossier'
import { readingMarkKinds, type KeptMark } from '@shared/domain/reading-mark'
import { useSession } from '@renderer/data/session'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { writeMarkedCopies } from './marked-copies'

/** 导出带批注的副本: of each file that is listed a new one, with its marks and notes drawn in. The files stay as they are. */
export function MarkedCopies(props: {
  /** Those that are listed. */
  readonly marks: readonly KeptMark[]
  readonly materials: readonly Material[]
}) {
  const { marks, materials } = props
  const { t } = useTranslation()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [isOpen, setOpen] = useState(false)
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const marked = materials.filter(
    ({ sha256, mediaType }) => mediaType === 'application/pdf' && marks.some((mark) => mark.sha256 === sha256),
  )
  const close = () => setOpen(false)
  return (
    <>
      <Button
        size="small"
        disabled={marked.length === 0}
        onClick={() => {
          setFiles([])
          setOpen(true)
        }}
      >
        {t('marks.copies')}
      </Button>
      {isOpen ? (
        <Modal
          open
          width="40rem"
          title={t('marks.copies')}
          onCancel={close}
          footer={[
            <Button key="close" onClick={close}>
              {t('common.close')}
            </Button>,
            <Button
              key="write"
              type="primary"
              loading={task.busy}
              onClick={() => {
                task.run(async () => {
                  const kinds = Object.fromEntries(
                    readingMarkKinds.map((kind) => [kind, t(`marks.kind.${kind}`)]),
                  ) as Record<KeptMark['kind'], string>
                  const words = { heading: t('marks.copyHeading'), kinds, suffix: t('marks.copySuffix') }
                  setFiles(await writeMarkedCopies(marked, marks, words, folder))
                })
              }}
            >
              {t('audit.export.write')}
            </Button>,
          ]}
        >
          <div className="stack">
            <p>{t('marks.copiesNote', { files: marked.length, marks: marks.length })}</p>
            <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
            <ErrorNote error={task.error} />
            <WrittenFiles files={files} />
          </div>
        </Modal>
      ) : null}
    </>
  )
}
