import { Alert, Button, Modal } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { artifactEndings } from '@shared/ipc/artifact-endings'
import type { Artifact } from '@shared/ipc/contract'
import { attachmentSource } from '@renderer/data/attachments'
import { callHost, done } from '../platform/bridge'
import { DialogFoot } from '../ui/DialogFoot'
import { ErrorNote } from '../ui/ErrorNote'
import { PdfViewer } from '../ui/pdf/PdfViewer'
import { useTask } from '../ui/use-task'
import { useTranslation } from '../ui/translation'
import { WrittenFiles, type WrittenFile } from '../ui/WrittenFiles'
import { FolderChoice } from './FolderChoice'

/** The longest ending first: a detached signature's name goes on behind that of its DOCX. */
const formats = (Object.entries(artifactEndings) as [Artifact['format'], string][]).toSorted(
  ([, a], [, b]) => b.length - a.length,
)
const formatOf = (fileName: string): Artifact['format'] =>
  formats.find(([, ending]) => fileName.endsWith(ending))?.[0] ?? 'pdf'

async function isKept(files: readonly WrittenFile[]): Promise<boolean> {
  const found = await Promise.all(files.map(({ sha256 }) => callHost('attachment:stat', { sha256 })))
  return found.every(({ kind }) => kind === 'present')
}

/** Writes a paper once more, byte for byte as it was issued. */
async function writeAgain(files: readonly WrittenFile[], folder: string | null): Promise<readonly WrittenFile[]> {
  const wanted = files.map(({ sha256, fileName }) => ({ sha256, format: formatOf(fileName) }))
  const { artifacts } = done(await callHost('document:kept', { files: wanted }))
  try {
    const items = artifacts.map(({ artifactId }, index) => ({ artifactId, fileName: files[index]?.fileName ?? '' }))
    return done(await callHost('document:write', { items, ...(folder === null ? {} : { folder }) })).files
  } finally {
    await callHost('document:drop', { artifactIds: artifacts.map(({ artifactId }) => artifactId) })
  }
}

/** A paper that was written: looked at and written again as it was issued, where its bytes were kept. */
export function IssuedFiles({
  title,
  files,
  exchangeFolder,
}: {
  readonly title: string
  readonly files: readonly WrittenFile[]
  readonly exchangeFolder: string
}) {
  const { t } = useTranslation()
  const kept = useLiveQuery(() => isKept(files), [files])
  const [isShown, setShown] = useState(false)
  const [folder, setFolder] = useState<string | null>(null)
  const [written, setWritten] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const pdf = files.find(({ fileName }) => fileName.endsWith(artifactEndings.pdf))
  if (kept === undefined) return null
  if (!kept) return <span className="quiet">{t('issued.notKept')}</span>
  return (
    <>
      <Button
        size="small"
        aria-label={`${t('issued.show')} ${title}`}
        onClick={() => {
          setShown(true)
          setWritten([])
        }}
      >
        {t('issued.show')}
      </Button>
      {isShown ? (
        <Modal
          open
          width="min(72rem, 96vw)"
          className="preview"
          title={title}
          onCancel={() => {
            setShown(false)
          }}
          footer={
            <DialogFoot
              leave={t('common.close')}
              onLeave={() => {
                setShown(false)
              }}
              act={t('issued.again')}
              busy={task.busy}
              onAct={() => {
                task.run(async () => {
                  setWritten(await writeAgain(files, folder))
                })
              }}
            />
          }
        >
          <Alert type="info" showIcon title={t('issued.asIssued')} />
          <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
          <WrittenFiles files={written} />
          <ErrorNote error={task.error} />
          {pdf === undefined ? null : (
            <div className="preview-paper">
              <PdfViewer fileName={pdf.fileName} source={attachmentSource(pdf.sha256, pdf.size)} />
            </div>
          )}
        </Modal>
      ) : null}
    </>
  )
}
