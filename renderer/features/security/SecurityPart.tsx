import { Alert, Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Desk } from '@shared/ipc/contract'
import { callHost } from '@renderer/platform/bridge'
import { useSession } from '@renderer/data/session'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { RecoveryKeySheet } from '@renderer/ui/recovery-key/RecoveryKeySheet'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { ConfirmDialog } from './ConfirmDialog'
import { PassphraseDialog } from './PassphraseDialog'
import { allowKeystore, renewRecoveryKey, setAutoLock } from './security-actions'

const choices = [5, 10, 15, 30, 60, 120, 0] as const

/** 保密: locking by itself, the passphrase, the recovery key. */
export function SecurityPart({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'passphrase' | 'renew' | 'keystore' | null>(null)
  const [isChanged, setChanged] = useState(false)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const { status, setStatus } = useSession()
  const keystore = status?.waysIn.keystore ?? 'absent'
  const close = () => {
    setDialog(null)
  }
  return (
    <section className="panel">
      <h2>{t('security.title')}</h2>
      <p className="quiet">{t('security.hint')}</p>
      <div className="fields">
        <AutoLockField />
        <Labelled label={t('security.keys')}>
          <span className="row tight">
            <Button
              onClick={() => {
                setChanged(false)
                setDialog('passphrase')
              }}
            >
              {t('security.change')}
            </Button>
            <Button
              onClick={() => {
                setDialog('renew')
              }}
            >
              {t('security.renew')}
            </Button>
            {keystore === 'on' || keystore === 'off' ? (
              <Button
                onClick={() => {
                  setDialog('keystore')
                }}
              >
                {t(keystore === 'on' ? 'security.keystoreOff' : 'security.keystoreOn')}
              </Button>
            ) : null}
          </span>
        </Labelled>
      </div>
      <p className="quiet">{t('security.autoLockHint')}</p>
      {isChanged ? <Alert closable showIcon type="success" title={t('security.changed')} /> : null}
      {dialog === 'passphrase' ? (
        <PassphraseDialog
          onClose={close}
          onChanged={() => {
            close()
            setChanged(true)
          }}
        />
      ) : null}
      {dialog === 'renew' ? (
        <ConfirmDialog
          title={t('security.renew')}
          hint={t('security.renewHint')}
          onClose={close}
          act={async (passphrase) => {
            const key = await renewRecoveryKey(passphrase)
            close()
            setRecoveryKey(key)
          }}
        />
      ) : null}
      {dialog === 'keystore' ? (
        <ConfirmDialog
          title={t(keystore === 'on' ? 'security.keystoreOff' : 'security.keystoreOn')}
          hint={t('security.keystoreHint')}
          onClose={close}
          act={async (passphrase) => {
            await allowKeystore(keystore !== 'on', passphrase)
            setStatus(await callHost('app:get-status', undefined))
            close()
          }}
        />
      ) : null}
      <Modal
        open={recoveryKey !== null}
        width="60rem"
        footer={null}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
      >
        {recoveryKey === null ? null : (
          <RecoveryKeySheet
            recoveryKey={recoveryKey}
            name={desk.name}
            unit={desk.unit}
            onKept={() => {
              setRecoveryKey(null)
            }}
          />
        )}
      </Modal>
    </section>
  )
}

function AutoLockField() {
  const { t } = useTranslation()
  const { status, setStatus } = useSession()
  const task = useTask()
  const minutes = status?.autoLockMinutes ?? 0
  const offered = choices.some((choice) => choice === minutes) ? choices : [minutes, ...choices]
  return (
    <Labelled label={t('security.autoLock')} htmlFor="auto-lock">
      <Select<number>
        id="auto-lock"
        loading={task.busy}
        value={minutes}
        options={offered.map((choice) => ({
          value: choice,
          label: choice === 0 ? t('security.never') : t('security.minutes', { minutes: choice }),
        }))}
        onChange={(choice) => {
          task.run(async () => {
            await setAutoLock(choice)
            setStatus(await callHost('app:get-status', undefined))
          })
        }}
      />
      <ErrorNote error={task.error} />
    </Labelled>
  )
}
