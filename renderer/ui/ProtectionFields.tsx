import { Alert, Input, Radio } from 'antd'
import {
  leastPassphrase,
  withoutKey,
  type ProtectionChoice,
  type ProtectionKind,
  type Recipient,
} from '@shared/bundle/protection'
import { Labelled } from './Labelled'
import { useTranslation } from './translation'

/** 加密给对方, 用口令加密, 不加密; and why the first cannot be had if it cannot. */
export function ProtectionFields(props: {
  readonly recipients: readonly Recipient[]
  readonly choice: ProtectionChoice
  readonly onChange: (choice: ProtectionChoice) => void
}) {
  const { t } = useTranslation()
  const { recipients, choice, onChange } = props
  const missing = withoutKey(recipients)
  const known = recipients.filter((recipient) => recipient.keyId !== null)
  const names = (people: readonly Recipient[]) => people.map((person) => person.name).join(t('punctuation.list'))
  const unconfirmed = known.filter((recipient) => !recipient.isConfirmed)
  const isShort = choice.passphrase !== '' && choice.passphrase.length < leastPassphrase
  return (
    <fieldset className="stack protection">
      <legend>{t('protection.title')}</legend>
      <Radio.Group
        aria-label={t('protection.title')}
        value={choice.kind}
        onChange={(event) => {
          onChange({ ...choice, kind: event.target.value as ProtectionKind })
        }}
      >
        <Radio value="recipient" disabled={known.length === 0}>
          {known.length === 0 ? t('protection.recipientNone') : t('protection.recipient', { names: names(known) })}
        </Radio>
        <Radio value="passphrase">{t('protection.passphrase')}</Radio>
        <Radio value="none">{t('protection.none')}</Radio>
      </Radio.Group>
      {missing.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('protection.missing', { names: names(missing) })} />
      )}
      {choice.kind !== 'recipient' || unconfirmed.length === 0 ? null : (
        <Alert type="info" showIcon title={t('protection.unconfirmed', { names: names(unconfirmed) })} />
      )}
      {choice.kind === 'none' ? <Alert type="warning" showIcon title={t('protection.noneWarning')} /> : null}
      {choice.kind === 'passphrase' ? (
        <Labelled
          label={t('protection.passphraseLabel', { least: leastPassphrase })}
          htmlFor="protection-passphrase"
          hint={t('protection.passphraseHint')}
          error={isShort ? t('protection.passphraseShort', { least: leastPassphrase }) : null}
        >
          <Input.Password
            id="protection-passphrase"
            autoComplete="new-password"
            value={choice.passphrase}
            onChange={(event) => {
              onChange({ ...choice, passphrase: event.target.value })
            }}
          />
        </Labelled>
      ) : null}
    </fieldset>
  )
}
