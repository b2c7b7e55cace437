import { Button, Input, Modal, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { failureWords } from '@renderer/platform/failure-words'
import { useSaveStore } from '@renderer/stores/save-store'
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
  const area = useRef<InputRef>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    area.current?.focus({ cursor: 'all' })
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that asks for no permission, which the shell gives to nobody
    setCopied(document.execCommand('copy'))
  }
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
        <Button key="copy" onClick={copy}>
          {t(isCopied ? 'unsaved.copied' : 'unsaved.copy')}
        </Button>,
        <Button key="retry" type="primary" onClick={() => void props.onRetry()}>
          {t('failure.retry')}
        </Button>,
      ]}
    >
      {state.kind === 'failed' ? <p role="alert">{failureWords(state.error, t)}</p> : null}
      <p>{t('unsaved.hint')}</p>
      <label htmlFor="unsaved-text">{t('unsaved.text')}</label>
      <Input.TextArea id="unsaved-text" ref={area} readOnly autoSize={{ minRows: 2, maxRows: 8 }} value={props.texts} />
    </Modal>
  )
}
