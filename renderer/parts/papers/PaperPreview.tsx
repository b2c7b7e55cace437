import { Modal, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { MadePaper } from '@shared/documents/paper'
import { sha256Hex } from '@shared/lib/sha256'
import { recordPapers } from '../../data/exports'
import { useSession } from '../../data/session'
import { DialogFoot } from '../../ui/DialogFoot'
import { ErrorNote } from '../../ui/ErrorNote'
import { FolderChoice } from '../FolderChoice'
import { PdfViewer } from '../../ui/pdf/PdfViewer'
import type { PdfSource } from '../../ui/pdf/pdf-source'
import { useTask } from '../../ui/use-task'
import { useTranslation } from '../../ui/translation'
import { WrittenFiles, type WrittenFile } from '../../ui/WrittenFiles'
import { dropArtifacts, pdfOf, setPaper, writeArtifacts, type SetPaper } from './paper-files'

type Shown = SetPaper & { readonly pdf: Uint8Array }

/**
 * A paper as it is: the preview is the very PDF that is written, not a likeness; a final copy is recorded once it is.
 */
export function PaperPreview({ paper, onClose }: { readonly paper: MadePaper; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { model, baseName, template, isRegistered } = paper
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  useEffect(() => {
    let current: SetPaper | null = null
    let gone = false
    const show = async () => {
      current = await setPaper(paper)
      const pdf = await pdfOf(current)
      if (gone) await dropArtifacts(current.artifacts)
      else setShown({ ...current, pdf })
    }
    show().catch((error: unknown) => {
      if (!gone) setFailure(error)
    })
    return () => {
      gone = true
      if (current !== null) void dropArtifacts(current.artifacts)
    }
  }, [paper])
  const source = useMemo<PdfSource | null>(() => (shown === null ? null : { kind: 'bytes', bytes: shown.pdf }), [shown])
  // Of the bytes that are shown, so that a person can hold it against the file that was written.
  const hash = useMemo(() => (shown === null ? '' : sha256Hex(shown.pdf)), [shown])
  const write = async ({ artifacts }: Shown) => {
    const named = artifacts.map((artifact) => ({ artifact, baseName }))
    const written = await writeArtifacts(named, { folder, keep: isRegistered })
    if (isRegistered) await recordPapers([{ paper, files: written }])
    setFiles(written)
  }
  return (
    <Modal
      open
      width="min(72rem, 96vw)"
      className="preview"
      title={model.title}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.close')}
          onLeave={onClose}
          act={t(
            isRegistered
              ? 'preview.exportSigned'
              : model.draft === undefined
                ? 'preview.export'
                : 'preview.exportDraft',
          )}
          busy={task.busy}
          disabled={shown === null}
          onAct={() => {
            if (shown !== null) task.run(() => write(shown))
          }}
        />
      }
    >
      {template === null ? null : <p className="strong">{t('templates.inUse', template)}</p>}
      {paper.kind === 'audit-report' ? <p className="strong">{t('audit.export.plain')}</p> : null}
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
