import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { judgementVerdicts, type JudgementVerdict } from '@shared/domain/judgement'
import { isComposing } from '@renderer/platform/ime'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** The four answers with their keys; arrows go from one to the next. Nothing is ever preselected. */
export function VerdictKeys(props: {
  readonly label: string
  readonly value: JudgementVerdict | null
  /** `null` takes the answer away. Null for what is sealed. */
  readonly onChange: ((verdict: JudgementVerdict | null) => void) | null
}) {
  const { t } = useTranslation()
  const { value, onChange } = props
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = steps[event.key]
    if (by === undefined || onChange === null || isComposing(event)) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')]
    const at = radios.findIndex((radio) => radio === document.activeElement)
    const next = (at + by + radios.length) % radios.length
    radios[next]?.focus()
    onChange(judgementVerdicts[next] ?? null)
  }
  const tabbed = value ?? judgementVerdicts[0]
  return (
    <>
      <div
        className="verdict-keys"
        role="radiogroup"
        aria-label={t('judgement.choiceOf', { label: props.label })}
        onKeyDown={onKeyDown}
      >
        {judgementVerdicts.map((verdict, index) => (
          <button
            key={verdict}
            type="button"
            role="radio"
            aria-checked={value === verdict}
            aria-keyshortcuts={String(index + 1)}
            tabIndex={verdict === tabbed ? 0 : -1}
            disabled={onChange === null && value !== verdict}
            onClick={() => onChange?.(verdict)}
          >
            <kbd>{index + 1}</kbd>
            <JudgementMark verdict={verdict} />
          </button>
        ))}
      </div>
      {onChange === null ? null : (
        <Button
          type="text"
          size="small"
          className="verdict-clear"
          aria-keyshortcuts="0"
          disabled={value === null}
          onClick={() => onChange(null)}
        >
          {t('writing.clearVerdict')}
        </Button>
      )}
    </>
  )
}
