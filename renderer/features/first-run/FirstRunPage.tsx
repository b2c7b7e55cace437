import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { PlainKey } from '@shared/messages/catalogue'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { LanguageSwitch } from '@renderer/ui/LanguageSwitch'
import { useTranslation } from '@renderer/ui/translation'
import { usePreferences } from '@renderer/stores/preference-store'
import { RecoveryKeySheet } from '@renderer/ui/recovery-key/RecoveryKeySheet'
import { createProfile, profileProblems, type ProfileForm } from './profile-form'

const empty: ProfileForm = { role: null, name: '', unit: '', passphrase: '', again: '' }

/** 首次运行: which desk, whose, and the passphrase of its keys. */
export function FirstRunPage({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation()
  const { locale, change } = usePreferences()
  const [form, setForm] = useState(empty)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const problems = profileProblems(form)
  const set = (part: Partial<ProfileForm>) => {
    setForm({ ...form, ...part })
  }
  const create = async () => {
    setAsked(true)
    if (Object.keys(problems).length > 0) return
    setBusy(true)
    try {
      setRecoveryKey(await createProfile(form))
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const help = (problem: PlainKey | undefined) => (asked && problem !== undefined ? t(problem) : null)
  if (recoveryKey !== null) {
    return (
      <main className="gate">
        <div className="gate-card wide">
          <RecoveryKeySheet
            recoveryKey={recoveryKey}
            name={form.name.trim()}
            unit={form.unit.trim()}
            onKept={onOpened}
          />
        </div>
      </main>
    )
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
        <h1>{t('firstRun.welcome')}</h1>
        <p>{t('firstRun.intro')}</p>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void create()
          }}
        >
          <Labelled label={t('firstRun.desk')} error={help(problems.role)}>
            <Radio.Group
              className="desk-choice"
              value={form.role}
              onChange={(event) => {
                set({ role: event.target.value as ProfileForm['role'] })
              }}
            >
              <Radio value="division">
                <strong>{t('desk.division')}</strong>
                <span className="quiet">{t('firstRun.division.hint')}</span>
              </Radio>
              <Radio value="expert">
                <strong>{t('desk.expert')}</strong>
                <span className="quiet">{t('firstRun.expert.hint')}</span>
              </Radio>
            </Radio.Group>
          </Labelled>
          <Labelled label={t('firstRun.name')} htmlFor="profile-name" error={help(problems.name)}>
            <Input
              id="profile-name"
              autoComplete="off"
              value={form.name}
              onChange={(event) => {
                set({ name: event.target.value })
              }}
            />
          </Labelled>
          <Labelled label={t('firstRun.unit')} htmlFor="profile-unit" error={help(problems.unit)}>
            <Input
              id="profile-unit"
              autoComplete="off"
              placeholder={t(
                form.role === 'expert' ? 'firstRun.unit.placeholder.expert' : 'firstRun.unit.placeholder.division',
              )}
              value={form.unit}
              onChange={(event) => {
                set({ unit: event.target.value })
              }}
            />
          </Labelled>
          <Labelled label={t('firstRun.passphrase')} htmlFor="profile-passphrase" error={help(problems.passphrase)}>
            <Input.Password
              id="profile-passphrase"
              autoComplete="new-password"
              value={form.passphrase}
              onChange={(event) => {
                set({ passphrase: event.target.value })
              }}
            />
          </Labelled>
          <Labelled label={t('firstRun.passphraseAgain')} htmlFor="profile-again" error={help(problems.again)}>
            <Input.Password
              id="profile-again"
              autoComplete="new-password"
              value={form.again}
              onChange={(event) => {
                set({ again: event.target.value })
              }}
            />
          </Labelled>
          <Alert type="warning" showIcon title={t('firstRun.passphrase.warning')} />
          <ErrorNote error={error} />
          <div className="panel-foot">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('firstRun.open')}
            </Button>
          </div>
        </form>
      </div>
    </main>
  )
}
