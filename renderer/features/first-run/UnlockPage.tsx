import { Button } from 'antd'
// By themselves: the whole family of fields would double what a closed desk reads.
import Password from 'antd/es/input/Password'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import type { Desk } from '@shared/ipc/contract'
import { Labelled } from '@renderer/ui/Labelled'
import { LanguageSwitch } from '@renderer/ui/LanguageSwitch'
import { page } from '@renderer/ui/on-demand'
import { useTranslation } from '@renderer/ui/translation'
import { useSession } from '@renderer/data/session'
import { usePreferences } from '@renderer/stores/preference-store'
import { unlockWith, unlockWithKeystore, waitOf, type Opener } from './unlocking'
import { useCountdown } from './use-countdown'

/** Only an older profile shows it. */
const ConversionProgress = page(async () => (await import('./ConversionProgress')).ConversionProgress)
/** The sentences of all that may fail are no part of what shows first. */
const ErrorNote = page(async () => (await import('@renderer/ui/ErrorNote')).ErrorNote)

type Way = Opener['kind']

/** 解锁: the passphrase, or the recovery key from its paper; one sentence if it is wrong, and how long to wait. */
export function UnlockPage({ desk, onOpened }: { readonly desk: Desk; readonly onOpened: () => void }) {
  const { t } = useTranslation()
  const { locale, change } = usePreferences()
  const [way, setWay] = useState<Way>('passphrase')
  const [typed, setTyped] = useState('')
  const [capitals, setCapitals] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const countdown = useCountdown()
  const keystore = useSession((session) => session.status?.waysIn.keystore === 'on')
  const unlock = async (open = () => unlockWith({ kind: way, text: typed })) => {
    setBusy(true)
    setError(null)
    try {
      await open()
      onOpened()
    } catch (failure) {
      const wait = waitOf(failure)
      if (wait === null) setError(failure)
      else countdown.start(wait)
      setBusy(false)
    }
  }
  const changeTo = (next: Way) => {
    setWay(next)
    setTyped('')
    setError(null)
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
        <h1>{t(way === 'passphrase' ? 'unlock.title' : 'unlock.recovery.title')}</h1>
        <p>
          {t(desk.role === 'division' ? 'desk.division' : 'desk.expert')} ·{' '}
          {t('unlock.desk', { name: desk.name, unit: desk.unit })}
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void unlock()
          }}
        >
          {way === 'passphrase' ? (
            <Labelled
              label={t('unlock.passphrase')}
              htmlFor="unlock-passphrase"
              {...(capitals ? { hint: t('unlock.capitals') } : {})}
            >
              <Password
                id="unlock-passphrase"
                autoFocus
                autoComplete="current-password"
                value={typed}
                onKeyUp={(event) => {
                  setCapitals(event.getModifierState('CapsLock'))
                }}
                onChange={(event) => {
                  setTyped(event.target.value)
                }}
              />
            </Labelled>
          ) : (
            <Labelled label={t('unlock.recovery')} htmlFor="unlock-recovery" hint={t('unlock.recovery.hint')}>
              <TextArea
                id="unlock-recovery"
                className="recovery-typed"
                autoFocus
                autoComplete="off"
                spellCheck={false}
                autoSize={{ minRows: 3 }}
                value={typed}
                onChange={(event) => {
                  setTyped(event.target.value)
                }}
              />
            </Labelled>
          )}
          {error === null ? null : <ErrorNote error={error} />}
          {busy ? <ConversionProgress /> : null}
          {countdown.seconds > 0 ? (
            <p role="status" className="danger">
              {t('unlock.wait', { seconds: countdown.seconds })}
            </p>
          ) : null}
          <div className="panel-foot">
            <Button
              type="link"
              disabled={busy}
              onClick={() => {
                changeTo(way === 'passphrase' ? 'recoveryKey' : 'passphrase')
              }}
            >
              {t(way === 'passphrase' ? 'unlock.useRecovery' : 'unlock.usePassphrase')}
            </Button>
            {keystore ? (
              <Button disabled={busy} onClick={() => void unlock(unlockWithKeystore)}>
                {t('unlock.keystore')}
              </Button>
            ) : null}
            <Button type="primary" htmlType="submit" loading={busy} disabled={countdown.seconds > 0 || typed === ''}>
              {t('unlock.open')}
            </Button>
          </div>
          <details className="quiet">
            <summary>{t('unlock.forgotten')}</summary>
            <p>{t('unlock.forgotten.remedy')}</p>
          </details>
        </form>
      </div>
    </main>
  )
}
