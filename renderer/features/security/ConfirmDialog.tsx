import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** Asks for the passphrase before something is done to the keys of the desk. */
export function ConfirmDialog(props: {
  readonly title: string
  readonly hint: string
  readonly onClose: () => void
  readonly act: (passphrase: string) => Promise<void>
}) {
  const { t } = useTranslation()
  const task = useTask()
  const [passphrase, setPassphrase] = useState('')
  const act = () => {
    task.run(() => props.act(passphrase))
  }
  return (
    <Modal
      open
      width="40rem"
      title={props.title}
      okText={props.title}
      cancelText={t('common.cancel')}
      confirmLoading={task.busy}
      okButtonProps={{ disabled: passphrase === '' }}
      onOk={act}
      onCancel={props.onClose}
    >
      <p>{props.hint}</p>
      <Form layout="vertical" requiredMark={false} onFinish={act}>
        <Form.Item label={t('unlock.passphrase')} htmlFor="confirm-passphrase">
          <Input.Password
            id="confirm-passphrase"
            autoComplete="current-password"
            value={passphrase}
            onChange={(event) => {
              setPassphrase(event.target.value)
            }}
          />
        </Form.Item>
      </Form>
      <ErrorNote error={task.error} />
    </Modal>
  )
}
