import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { renewRecoveryKey } from './security-actions'

/** 重新生成恢复密钥: asks for the passphrase, for the paper that is in a drawer will open nothing any more. */
export function RenewDialog(props: {
  readonly onClose: () => void
  readonly onRenewed: (recoveryKey: string) => void
}) {
  const { t } = useTranslation()
  const task = useTask()
  const [passphrase, setPassphrase] = useState('')
  const renew = () => {
    task.run(async () => {
      props.onRenewed(await renewRecoveryKey(passphrase))
    })
  }
  return (
    <Modal
      open
      title={t('security.renew')}
      okText={t('security.renew')}
      cancelText={t('common.cancel')}
      confirmLoading={task.busy}
      okButtonProps={{ disabled: passphrase === '' }}
      onOk={renew}
      onCancel={props.onClose}
    >
      <p>{t('security.renewHint')}</p>
      <Form layout="vertical" requiredMark={false} onFinish={renew}>
        <Form.Item label={t('unlock.passphrase')} htmlFor="renew-passphrase">
          <Input.Password
            id="renew-passphrase"
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
