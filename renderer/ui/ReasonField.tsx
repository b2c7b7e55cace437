import { Labelled } from './Labelled'
import { TextArea } from './TextArea'

/** A reason in a person's own words, and what is said when there is none. */
export function ReasonField(props: {
  readonly id: string
  readonly label: string
  /** The sentence beside it while it is wanted and empty; null while there is nothing to say. */
  readonly error: string | null
  readonly value: string
  readonly autoFocus?: boolean
  readonly onChange: (reason: string) => void
}) {
  return (
    <Labelled label={props.label} htmlFor={props.id} error={props.error}>
      <TextArea
        id={props.id}
        autoFocus={props.autoFocus ?? false}
        autoSize={{ minRows: 2 }}
        value={props.value}
        onChange={(event) => {
          props.onChange(event.target.value)
        }}
      />
    </Labelled>
  )
}
