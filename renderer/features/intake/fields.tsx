import { Input, Select } from 'antd'
import { memo, useCallback } from 'react'
import type { PlainKey } from '@shared/messages/catalogue'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { MoneyInput } from '@renderer/ui/MoneyInput'
import { NumberInput } from '@renderer/ui/NumberInput'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { valueAt } from './form-path'
import type { FormErrors } from './intake-actions'
import { useIntake } from './intake-context'
import { unset } from './tables/rows-taken'

type FieldProps = { readonly path: string; readonly label: PlainKey; readonly wide?: boolean }

/** What a control is drawn from: as long as nothing of it changes, a key in another field does not draw it again. */
type Control = {
  readonly id: string
  readonly label: PlainKey
  readonly wide: boolean
  readonly value: unknown
  readonly error: string | null
  readonly set: (value: unknown) => void
}

/** @param isList what is wrong with any of its items is said at the field */
function useField({ path, label, wide = false }: FieldProps, isList = false): Control {
  const { t } = useTranslation()
  const { content, errors, contradictions, set: setAt } = useIntake()
  const error = errors.get(path) ?? (isList ? errorWithin(errors, path) : undefined)
  const set = useCallback(
    (value: unknown) => {
      setAt(path, value)
    },
    [setAt, path],
  )
  const words = error === undefined ? (contradictions.get(path) ?? null) : t(error)
  return { id: `field-${path}`, label, wide, value: valueAt(content, path), error: words, set }
}

const errorWithin = (errors: FormErrors, path: string): PlainKey | undefined =>
  [...errors].find(([place]) => place.startsWith(`${path}.`))?.[1]

const statusOf = (error: string | null) => (error === null ? {} : { status: 'error' as const })

export const TextField = (props: FieldProps) => <TextControl {...useField(props)} />

const TextControl = memo(function TextControl({ id, label, wide, value, error, set }: Control) {
  const { t } = useTranslation()
  return (
    <Labelled label={t(label)} htmlFor={id} error={error} wide={wide}>
      <Input
        id={id}
        {...statusOf(error)}
        autoComplete="off"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          set(event.target.value)
        }}
      />
    </Labelled>
  )
})

export const AreaField = (props: FieldProps) => <AreaControl {...useField(props)} />

const AreaControl = memo(function AreaControl({ id, label, value, error, set }: Control) {
  const { t } = useTranslation()
  return (
    <Labelled label={t(label)} htmlFor={id} error={error} wide>
      <TextArea
        id={id}
        {...statusOf(error)}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          set(event.target.value)
        }}
      />
    </Labelled>
  )
})

/** Several names, one on each line. */
export const NamesField = (props: FieldProps) => <NamesControl {...useField(props, true)} />

const NamesControl = memo(function NamesControl({ id, label, value, error, set }: Control) {
  const { t } = useTranslation()
  const names = Array.isArray(value) ? (value as readonly string[]) : []
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <TextArea
        id={id}
        {...statusOf(error)}
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
})

export const DayField = (props: FieldProps) => <DayControl {...useField(props)} />

const DayControl = memo(function DayControl({ id, label, value, error, set }: Control) {
  const { t } = useTranslation()
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <DayInput id={id} invalid={error !== null} value={typeof value === 'string' ? value : null} onChange={set} />
    </Labelled>
  )
})

export const MoneyField = ({ optional = false, ...props }: FieldProps & { readonly optional?: boolean }) => (
  <MoneyControl {...useField(props)} optional={optional} />
)

const MoneyControl = memo(function MoneyControl(props: Control & { readonly optional: boolean }) {
  const { id, label, value, error, set, optional } = props
  const { t } = useTranslation()
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
          set(fen ?? (optional ? null : 0))
        }}
      />
    </Labelled>
  )
})

export const PageField = (props: FieldProps) => <PageControl {...useField(props)} />

const PageControl = memo(function PageControl({ id, label, value, error, set }: Control) {
  const { t } = useTranslation()
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <NumberInput
        id={id}
        optional
        min={1}
        max={99_999}
        value={typeof value === 'number' ? value : null}
        onChange={set}
      />
    </Labelled>
  )
})

export type Option = { readonly value: string; readonly label: string }

type Choice = { readonly options: readonly Option[]; readonly clearable?: boolean; readonly many?: boolean }

export function ChoiceField({ options, clearable = false, many = false, ...props }: FieldProps & Choice) {
  return <ChoiceControl {...useField(props)} options={options} clearable={clearable} many={many} />
}

const isSameOption = (a: Option, b: Option | undefined): boolean => a.value === b?.value && a.label === b.label

/** Options are put together anew at each drawing: they are compared by what they say. */
function isSameChoice(a: Control & Choice, b: Control & Choice): boolean {
  const [{ options, ...rest }, { options: others, ...otherRest }] = [a, b]
  return (
    options.length === others.length &&
    options.every((option, index) => isSameOption(option, others[index])) &&
    Object.entries(rest).every(([key, value]) => Object.is(value, otherRest[key as keyof typeof otherRest]))
  )
}

const ChoiceControl = memo(function ChoiceControl(props: Control & Choice) {
  const { id, label, wide, value, error, set } = props
  const { t } = useTranslation()
  return (
    <Labelled label={t(label)} htmlFor={id} error={error} wide={wide}>
      <Select
        id={id}
        {...statusOf(error)}
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
}, isSameChoice)

/** One of the member units, by name. */
export function UnitField(props: FieldProps & { readonly many?: boolean }) {
  const { content } = useIntake()
  const options = content.members.map((member) => ({ value: member.unitId, label: member.fullName }))
  return <ChoiceField {...props} options={options} clearable />
}

/** Yes, no, or nobody has looked yet. */
export const TriField = (props: FieldProps) => <TriControl {...useField(props)} />

const TriControl = memo(function TriControl({ id, label, value, error, set }: Control) {
  const { t } = useTranslation()
  return (
    <Labelled label={t(label)} htmlFor={id} error={error}>
      <TriSelect id={id} value={typeof value === 'boolean' ? value : null} onChange={set} />
    </Labelled>
  )
})

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
export const YesNoField = (props: FieldProps) => <YesNoControl {...useField(props)} />

const YesNoControl = memo(function YesNoControl({ id, label, value, error, set }: Control) {
  const { t } = useTranslation()
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
})
