import { judgementVerdicts, type JudgementVerdict } from '@shared/domain/judgement'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'

/** The four answers with their keys. Nothing is ever preselected. */
export function VerdictKeys(props: {
  readonly label: string
  readonly value: JudgementVerdict | null
  /** Null for what is sealed. */
  readonly onChange: ((verdict: JudgementVerdict) => void) | null
}) {
  const { t } = useTranslation()
  const { value, onChange } = props
  return (
    <div className="verdict-keys" role="radiogroup" aria-label={t('judgement.choiceOf', { label: props.label })}>
      {judgementVerdicts.map((verdict, index) => (
        <button
          key={verdict}
          type="button"
          role="radio"
          aria-checked={value === verdict}
          aria-keyshortcuts={String(index + 1)}
          disabled={onChange === null && value !== verdict}
          onClick={() => onChange?.(verdict)}
        >
          <kbd>{index + 1}</kbd>
          <JudgementMark verdict={verdict} />
        </button>
      ))}
    </div>
  )
}
