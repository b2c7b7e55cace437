import { Radio } from 'antd'
import { judgementVerdicts, type JudgementVerdict } from '@shared/domain/judgement'
import { useTranslation } from './translation'
import { JudgementMark } from './VerdictMark'

/** The four answers of a person. Nothing is ever preselected. */
export function VerdictChoice(props: {
  readonly label: string
  readonly value: JudgementVerdict | null
  readonly onChange: (verdict: JudgementVerdict) => void
}) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      className="verdict-choice"
      aria-label={t('judgement.choiceOf', { label: props.label })}
      value={props.value}
      onChange={(event) => {
        props.onChange(event.target.value as JudgementVerdict)
      }}
    >
      {judgementVerdicts.map((verdict) => (
        <Radio.Button key={verdict} value={verdict}>
          <JudgementMark verdict={verdict} />
        </Radio.Button>
      ))}
    </Radio.Group>
  )
}
