import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import type { KeptFile } from '@shared/domain/public-display'
import { visibleText } from '@shared/lib/visible-text'
import { attachmentSource } from '../../data/attachments'
import { PdfViewer } from '../../ui/pdf/PdfViewer'
import { useTranslation } from '../../ui/translation'

/** Files that lie with the attachments: a PDF is read here, and the hash of each is said. */
export function KeptFileList(props: {
  readonly files: readonly KeptFile[]
  readonly onRemove?: (file: KeptFile) => void
}) {
  const { t } = useTranslation()
  const { files, onRemove } = props
  const [shown, setShown] = useState<KeptFile | null>(null)
  if (files.length === 0) return null
  return (
    <>
      <ul className="plain">
        {files.map((file) => (
          <li key={file.sha256} className="row tight">
            <span className="path">{visibleText(file.fileName)}</span>
            <span className="quiet" title={file.sha256}>
              {t('kept.hash', { hash: file.sha256.slice(0, 16) })}
            </span>
            {/\.pdf$/iu.test(file.fileName) ? (
              <Button
                size="small"
                aria-label={`${t('kept.read')} ${file.fileName}`}
                onClick={() => {
                  setShown(file)
                }}
              >
                {t('kept.read')}
              </Button>
            ) : null}
            {onRemove === undefined ? null : (
              <Button
                size="small"
                onClick={() => {
                  onRemove(file)
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown === null ? null : (
        <KeptPdf
          file={shown}
          onClose={() => {
            setShown(null)
          }}
        />
      )}
    </>
  )
}

function KeptPdf({ file, onClose }: { readonly file: KeptFile; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { sha256, size, fileName } = file
  const source = useMemo(() => attachmentSource(sha256, size), [sha256, size])
  return (
    <Modal
      open
      width="min(72rem, 96vw)"
      className="preview"
      title={visibleText(fileName)}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      <div className="preview-paper">
        <PdfViewer fileName={fileName} source={source} />
      </div>
    </Modal>
  )
}
