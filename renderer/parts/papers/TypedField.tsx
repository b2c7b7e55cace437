import { Checkbox, Input } from 'antd'
import { documentInputKinds, type DocumentInputId } from '@shared/documents/catalogue-facts'
import { isWrongTyped } from '@shared/documents/catalogue-typed'
import { DayInput } from '../../ui/DayInput'
import { Labelled } from '../../ui/Labelled'
import { useTranslation } from '../../ui/translation'
import { fieldId } from './MissingList'

/** One thing that only a person can say of a document. */
export function TypedField(props: {
  readonly id: DocumentInputId
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const { id, value, onChange } = props
  const label = t(`documentInput.${id}`)
  const htmlFor = fieldId(id)
  const kind = documentInputKinds[id]
  const isWrong = isWrongTyped(id, value)
  if (kind === 'flag') {
    return (
      <Checkbox
        checked={value === 'yes'}
        onChange={(event) => {
          onChange(event.target.checked ? 'yes' : '')
        }}
      >
        {label}
      </Checkbox>
    )
  }
  const typed = (event: { readonly target: { readonly value: string } }) => {
    onChange(event.target.value)
  }
  return (
    <Labelled
      label={label}
      htmlFor={htmlFor}
      error={isWrong ? t(kind === 'day' ? 'common.needDate' : 'gap.need-year') : null}
    >
      {kind === 'day' ? (
        <DayInput
          id={htmlFor}
          value={value === '' ? null : value}
          onChange={(day) => {
            onChange(day ?? '')
          }}
        />
      ) : kind === 'area' ? (
        <Input.TextArea id={htmlFor} rows={4} value={value} onChange={typed} />
      ) : (
        <Input id={htmlFor} value={value} {...(kind === 'year' ? { inputMode: 'numeric' } : {})} onChange={typed} />
      )}
    </Labelled>
  )
}
