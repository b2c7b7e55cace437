import { Button, Modal } from 'antd'
import { failureWords } from '@renderer/platform/failure-words'
import { useSaveStore } from '@renderer/data/save-state'
import { CopyText } from '@renderer/ui/CopyText'
import { useTranslation } from '@renderer/ui/translation'

/** Asks before a desk is locked whose disk refuses what was typed, and gives the text. */
export function UnsavedDialog(props: {
  readonly texts: string
  readonly onRetry: () => Promise<void>
  readonly onLock: () => Promise<void>
  readonly onStay: () => void
}) {
  const { t } = useTranslation()
  const state = useSaveStore((store) => store.state)
  return (
    <Modal
      open
      width="40rem"
      title={t('unsaved.title')}
      onCancel={props.onStay}
      footer={[
        <Button key="stay" onClick={props.onStay}>
          {t('unsaved.stay')}
        </Button>,
        <Button key="lock" danger onClick={() => void props.onLock()}>
          {t('unsaved.lock')}
        </Button>,
        <Button key="retry" type="primary" onClick={() => void props.onRetry()}>
          {t('failure.retry')}
        </Button>,
      ]}
    >
      {state.kind === 'failed' ? <p role="alert">{failureWords(state.error, t)}</p> : null}
      <p>{t('unsaved.hint')}</p>
      <CopyText label={t('unsaved.text')} text={props.texts} />
    </Modal>
  )
}
