import { Input, InputNumber, Select } from 'antd'
import type { MessageKey } from '@shared/messages/catalogue'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { MoneyInput } from '@renderer/ui/MoneyInput'
import { useTranslation } from '@renderer/ui/translation'
import { valueAt } from './form-path'
import { useIntake } from './intake-context'
import { unset } from './tables/rows-taken'

type FieldProps = { readonly path: string; readonly label: MessageKey; readonly wide?: boolean }

function useField(path: string) {
  const { t } = useTranslation()
  const { content, errors, set } = useIntake()
  const error = errors.get(path)
  return {
    id: `field-${path}`,
    value: valueAt(content, path),
    error: error === undefined ? null : t(error),
    status: error === undefined ? {} : { status: 'error' as const },
    set: (value: unknown) => {
      set(path, value)
    },
  }
}

export function TextField({ path, label, wide }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, status, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error} wide={wide === true}>
      <Input
        id={id}
        {...status}
        autoComplete="off"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          set(event.target.value)
        }}
      />
    </Labelled>
  )
}

export function AreaField({ path, label }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, status, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error} wide>
      <Input.TextArea
        id={id}
        {...status}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          set(event.target.value)
        }}
      />
    </Labelled>
  )
}

/** Several names, one on each line. */
export function NamesField({ path, label }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, status, set } = useField(path)
  const names = Array.isArray(value) ? (value as readonly string[]) : []
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <Input.TextArea
        id={id}
        {...status}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={names.join('\n')}
        onChange={(event) => {
          set(event.target.value === '' ? [] : event.target.value.split('\n'))
        }}
        onBlur={() => {
          const kept = names.map((name) => name.trim()).filter((name) => name !== '')
          if (kept.length !== names.length) set(kept)
        }}
      />
    </Labelled>
  )
}

export function DayField({ path, label }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <DayInput id={id} invalid={error !== null} value={typeof value === 'string' ? value : null} onChange={set} />
    </Labelled>
  )
}

export function MoneyField({ path, label, optional }: FieldProps & { readonly optional?: boolean }) {
  const { t } = useTranslation()
  const { id, value, error, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <MoneyInput
        id={id}
        fen={typeof value === 'number' && !Number.isNaN(value) ? value : null}
        invalid={error !== null}
        onWrong={() => {
          set(Number.NaN)
        }}
        onChange={(fen) => {
          set(fen ?? (optional === true ? null : 0))
        }}
      />
    </Labelled>
  )
}

export function PageField({ path, label }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, status, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <InputNumber
        id={id}
        {...status}
        min={1}
        precision={0}
        value={typeof value === 'number' ? value : null}
        onChange={set}
      />
    </Labelled>
  )
}

export type Option = { readonly value: string; readonly label: string }

export function ChoiceField(
  props: FieldProps & { readonly options: readonly Option[]; readonly clearable?: boolean; readonly many?: boolean },
) {
  const { t } = useTranslation()
  const { id, value, error, status, set } = useField(props.path)
  return (
    <Labelled label={t(props.label)} htmlFor={id} error={error} wide={props.wide === true}>
      <Select
        id={id}
        {...status}
        {...(props.many === true ? { mode: 'multiple' as const } : {})}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={props.clearable === true}
        placeholder={t('common.notSet')}
        value={value === unset ? null : (value ?? null)}
        options={[...props.options]}
        onChange={(next: unknown) => {
          set(next ?? null)
        }}
      />
    </Labelled>
  )
}

/** One of the member units, by name. */
export function UnitField(props: FieldProps & { readonly many?: boolean }) {
  const { content } = useIntake()
  const options = content.members.map((member) => ({ value: member.unitId, label: member.fullName }))
  return <ChoiceField {...props} options={options} clearable />
}

/** Yes, no, or nobody has looked yet. */
export function TriField({ path, label }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <TriSelect id={id} value={typeof value === 'boolean' ? value : null} onChange={set} />
    </Labelled>
  )
}

export function TriSelect(props: {
  readonly id?: string
  readonly label?: string
  readonly value: boolean | null
  readonly onChange: (value: boolean | null) => void
}) {
  const { t } = useTranslation()
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      value={props.value === null ? 'unknown' : props.value ? 'yes' : 'no'}
      options={(['unknown', 'yes', 'no'] as const).map((value) => ({ value, label: t(`common.${value}`) }))}
      onChange={(next) => {
        props.onChange(next === 'unknown' ? null : next === 'yes')
      }}
    />
  )
}

/** Yes or no, where the paper leaves no third. */
export function YesNoField({ path, label }: FieldProps) {
  const { t } = useTranslation()
  const { id, value, error, set } = useField(path)
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <Select
        id={id}
        value={value === true ? 'yes' : 'no'}
        options={(['no', 'yes'] as const).map((option) => ({ value: option, label: t(`common.${option}`) }))}
        onChange={(next) => {
          set(next === 'yes')
        }}
      />
    </Labelled>
  )
}
