import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Desk } from '@shared/ipc/contract'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { LanguageSwitch } from '@renderer/ui/LanguageSwitch'
import { useTranslation } from '@renderer/ui/translation'
import { usePreferences } from '@renderer/stores/preference-store'
import { unlockProfile } from './profile-actions'

/** 解锁: the passphrase, and one sentence if it is wrong. */
export function UnlockPage({ desk, onOpened }: { readonly desk: Desk; readonly onOpened: () => void }) {
  const { t } = useTranslation()
  const { locale, change } = usePreferences()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const unlock = async () => {
    setBusy(true)
    setError(null)
    try {
      await unlockProfile(passphrase)
      onOpened()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <main className="gate">
      <div className="gate-card">
        <LanguageSwitch
          locale={locale}
          onChange={(next) => {
            change({ locale: next })
          }}
        />
        <h1>{t('unlock.title')}</h1>
        <p>
          {t(desk.role === 'division' ? 'desk.division' : 'desk.expert')} ·{' '}
          {t('unlock.desk', { name: desk.name, unit: desk.unit })}
        </p>
        <Form layout="vertical" onFinish={() => void unlock()}>
          <Form.Item label={t('unlock.passphrase')} htmlFor="unlock-passphrase">
            <Input.Password
              id="unlock-passphrase"
              autoFocus
              autoComplete="current-password"
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.target.value)
              }}
            />
          </Form.Item>
          <ErrorNote error={error} />
          <details className="quiet">
            <summary>{t('unlock.forgotten')}</summary>
            <p>{t('unlock.forgotten.remedy')}</p>
          </details>
          <div className="panel-foot">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('unlock.open')}
            </Button>
          </div>
        </Form>
      </div>
    </main>
  )
}
