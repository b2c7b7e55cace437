import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { HostFailure } from '../platform/host-failure'
import { failureWords } from '../platform/failure-words'
import { useTranslation } from './translation'

/** Whether a failure says that a file opens with a passphrase. */
export const asksForPassphrase = (error: unknown): boolean =>
  error instanceof HostFailure &&
  (error.error.code === 'envelope.passphrase-needed' || error.error.code === 'envelope.wrong-passphrase')

/** Asks for the passphrase of an encrypted file; says so if the one before was wrong. */
export function PassphraseAsk(props: {
  readonly error: unknown
  readonly busy: boolean
  readonly onPassphrase: (passphrase: string) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const isWrong = props.error instanceof HostFailure && props.error.error.code === 'envelope.wrong-passphrase'
  return (
    <form
      className="check stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== '') props.onPassphrase(typed)
      }}
    >
      <Alert type={isWrong ? 'error' : 'info'} showIcon role="alert" title={failureWords(props.error, t)} />
      <div className="row">
        <Input.Password
          className="grow"
          autoFocus
          autoComplete="off"
          aria-label={t('protection.open.label')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
        />
        <Button type="primary" htmlType="submit" loading={props.busy} disabled={typed === ''}>
          {t('protection.open.do')}
        </Button>
      </div>
    </form>
  )
}
