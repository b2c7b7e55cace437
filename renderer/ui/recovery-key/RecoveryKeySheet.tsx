import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from '../translation'
import { groupsToAsk, isGroup } from './asked-groups'
import './recovery-key.css'

/**
 * 恢复密钥, shown once: to be written down or printed, and shown to be kept by typing two of its groups. Nothing of it
 * stays on the computer.
 */
export function RecoveryKeySheet(props: {
  /** 13 groups joined by hyphens. */
  readonly recoveryKey: string
  readonly name: string
  readonly unit: string
  readonly onKept: () => void
}) {
  const { t } = useTranslation()
  const groups = props.recoveryKey.split('-')
  const [asked] = useState(() => groupsToAsk(groups.length))
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const [isChecked, setChecked] = useState(false)
  const isRight = (index: number) => isGroup(typed[index] ?? '', groups[asked[index] ?? 0] ?? '')
  const check = () => {
    setChecked(true)
    if (asked.every((_, index) => isRight(index))) props.onKept()
  }
  return (
    <section className="recovery" aria-labelledby="recovery-title">
      <h1 id="recovery-title">{t('recovery.title')}</h1>
      <p>{t('recovery.purpose')}</p>
      <p className="recovery-owner">{t('unlock.desk', { name: props.name, unit: props.unit })}</p>
      <ol className="recovery-groups" translate="no" aria-label={t('recovery.groups')}>
        {groups.map((group, index) => (
          <li key={index}>
            <span className="recovery-number">{index + 1}</span>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <div className="recovery-work">
        <Alert type="warning" showIcon title={t('recovery.once')} />
        <Button
          icon={<PrinterOutlined aria-hidden />}
          onClick={() => {
            window.print()
          }}
        >
          {t('recovery.print')}
        </Button>
        <Form layout="vertical" onFinish={check}>
          <p>{t('recovery.ask')}</p>
          <div className="row">
            {asked.map((group, index) => (
              <Form.Item
                key={group}
                label={t('recovery.group', { number: group + 1 })}
                htmlFor={`recovery-group-${group}`}
                {...(isChecked && !isRight(index)
                  ? { validateStatus: 'error', help: t('recovery.wrongGroup', { number: group + 1 }) }
                  : {})}
              >
                <Input
                  id={`recovery-group-${group}`}
                  className="recovery-input"
                  autoComplete="off"
                  spellCheck={false}
                  value={typed[index]}
                  onChange={(event) => {
                    setTyped(typed.map((text, other) => (other === index ? event.target.value : text)))
                  }}
                />
              </Form.Item>
            ))}
          </div>
          <div className="panel-foot">
            <Button type="primary" htmlType="submit">
              {t('recovery.kept')}
            </Button>
            <Button type="link" onClick={props.onKept}>
              {t('recovery.later')}
            </Button>
          </div>
        </Form>
      </div>
    </section>
  )
}
