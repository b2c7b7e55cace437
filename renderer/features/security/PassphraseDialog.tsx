import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { PlainKey } from '@shared/messages/catalogue'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { changePassphrase, passphraseProblems, type PassphraseForm } from './security-actions'

const fields = [
  ['current', 'security.current', 'current-password'],
  ['next', 'security.next', 'new-password'],
  ['again', 'firstRun.passphraseAgain', 'new-password'],
] as const satisfies readonly (readonly [keyof PassphraseForm, PlainKey, string])[]

/** 更换口令: the present one, and the new one twice. */
export function PassphraseDialog(props: { readonly onClose: () => void; readonly onChanged: () => void }) {
  const { t } = useTranslation()
  const task = useTask()
  const [form, setForm] = useState<PassphraseForm>({ current: '', next: '', again: '' })
  const [asked, setAsked] = useState(false)
  const problems = passphraseProblems(form)
  const change = () => {
    setAsked(true)
    if (Object.keys(problems).length > 0) return
    task.run(async () => {
      await changePassphrase(form)
      props.onChanged()
    })
  }
  return (
    <Modal
      open
      width="40rem"
      title={t('security.change')}
      okText={t('security.change')}
      cancelText={t('common.cancel')}
      confirmLoading={task.busy}
      onOk={change}
      onCancel={props.onClose}
    >
      <p className="quiet">{t('security.changeHint')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          change()
        }}
      >
        {fields.map(([field, label, autoComplete]) => {
          const problem = asked ? problems[field] : undefined
          return (
            <Labelled
              key={field}
              label={t(label)}
              htmlFor={`passphrase-${field}`}
              error={problem === undefined ? null : t(problem)}
            >
              <Input.Password
                id={`passphrase-${field}`}
                autoComplete={autoComplete}
                value={form[field]}
                onChange={(event) => {
                  setForm({ ...form, [field]: event.target.value })
                }}
              />
            </Labelled>
          )
        })}
        <button type="submit" hidden />
      </form>
      <ErrorNote error={task.error} />
    </Modal>
  )
}
