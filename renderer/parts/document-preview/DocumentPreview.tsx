import { Alert, Button, Modal, Spin } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentModel } from '@shared/documents/blocks'
import { placeholdersOn } from '@shared/documents/placeholders'
import { sha256Hex } from '@shared/lib/sha256'
import { useOffice } from '@renderer/data/use-live'
import { ErrorNote } from '../../ui/ErrorNote'
import { FolderChoice } from '../FolderChoice'
import { PdfViewer } from '../../ui/pdf/PdfViewer'
import type { PdfSource } from '../../ui/pdf/pdf-source'
import { useTask } from '../../ui/use-task'
import { useTranslation } from '../../ui/translation'
import { WrittenFiles, type WrittenFile } from '../../ui/WrittenFiles'
import { dropDocument, renderDocument, writeDocument, type EmbeddedJson, type Rendered } from './preview-actions'

/** A document as paper: the preview is the very PDF that is written, not a likeness. */
export function DocumentPreview(props: {
  readonly model: DocumentModel
  readonly baseName: string
  /** Drafts are not signed. */
  readonly sign: boolean
  readonly attachments?: EmbeddedJson
  /** What a person should know of the words, e.g. whose template they are. */
  readonly note?: string
  readonly exchangeFolder: string
  /** Called after the files were written and read back. */
  readonly onWritten: (files: readonly WrittenFile[]) => Promise<void>
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { model, baseName, sign, attachments, note = '', exchangeFolder, onWritten, onClose } = props
  const [rendered, setRendered] = useState<Rendered | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const office = useOffice()
  // A draft may still bear them; a signed paper about a real alliance does not leave with a name of nobody.
  const placeholders = useMemo(() => (sign ? placeholdersOn(model, office) : []), [model, office, sign])
  const embedded = useRef(attachments ?? [])
  useEffect(() => {
    let current: Rendered | null = null
    let gone = false
    renderDocument(model, sign, embedded.current).then(
      (result) => {
        current = result
        if (gone) void dropDocument(result)
        else setRendered(result)
      },
      (error: unknown) => {
        if (!gone) setFailure(error)
      },
    )
    return () => {
      gone = true
      if (current !== null) void dropDocument(current)
    }
  }, [model, sign])
  const source = useMemo<PdfSource | null>(
    () => (rendered === null ? null : { kind: 'bytes', bytes: rendered.pdf }),
    [rendered],
  )
  // Of the bytes that are shown, so that a person can hold it against the file that was written.
  const hash = useMemo(() => (rendered === null ? '' : sha256Hex(rendered.pdf)), [rendered])
  return (
    <Modal
      open
      width="min(72rem, 96vw)"
      className="preview"
      title={model.title}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common.close')}
        </Button>,
        <Button
          key="write"
          type="primary"
          disabled={rendered === null || placeholders.length > 0}
          loading={task.busy}
          onClick={() => {
            if (rendered === null) return
            task.run(async () => {
              const written = await writeDocument(rendered, baseName, folder)
              await onWritten(written)
              setFiles(written)
            })
          }}
        >
          {t(sign ? 'preview.exportSigned' : model.draft === undefined ? 'preview.export' : 'preview.exportDraft')}
        </Button>,
      ]}
    >
      {note === '' ? null : <p className="strong">{note}</p>}
      {placeholders.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('gap.placeholder', { name: placeholders.join(t('punctuation.list')) })}
        />
      )}
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      <WrittenFiles files={files} />
      <ErrorNote error={failure ?? task.error} />
      {source === null ? (
        failure === null ? (
          <div className="preview-wait" role="status">
            <Spin /> {t('preview.rendering')}
          </div>
        ) : null
      ) : (
        <>
          <p className="quiet path" data-testid="preview-hash">
            {t('preview.same', { hash })}
          </p>
          <div className="preview-paper">
            <PdfViewer fileName={`${baseName}.pdf`} source={source} />
          </div>
        </>
      )}
    </Modal>
  )
}
