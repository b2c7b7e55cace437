import { Alert, Modal } from 'antd'
import type { DossierFilePreview } from '@shared/acts/dossier-file-preview'
import type { DossierFile } from '@shared/domain/dossier'
import { visibleText } from '@shared/lib/visible-text'
import { gapWords } from '@renderer/platform/gap-words'
import { ListedNote } from '@renderer/ui/ListedNote'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/**
 * What a dossier file would bring, before anything is written: its alliance, its version, and the status it is set down
 * in.
 */
export function DossierFileDryRun(props: {
  readonly fileName: string
  readonly file: DossierFile
  readonly preview: DossierFilePreview
  readonly busy: boolean
  readonly onTake: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { fileName, file, preview, busy, onTake, onClose } = props
  const { to, isLed, version, gaps } = preview
  return (
    <Modal
      open
      title={t('dossiers.json.preview', { file: fileName })}
      okText={t('dossiers.json.take')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={onTake}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="strong">{visibleText(file.content.alliance.name)}</p>
        <p>
          {to === null
            ? t('dossiers.json.asVersion', { version })
            : t('dossiers.json.setDown', { status: wordsOf(t, `status.${to}`) })}
        </p>
        {isLed || to === null ? null : (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={t('dossiers.json.notLed', { status: wordsOf(t, `status.${to}`) })}
          />
        )}
        <ListedNote
          type="warning"
          title={t('dossiers.json.contradicts')}
          sentences={gaps.map((gap) => gapWords(gap, t))}
        />
      </div>
    </Modal>
  )
}
