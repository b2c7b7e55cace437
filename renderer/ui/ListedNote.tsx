import { Alert, type AlertProps } from 'antd'

/** A note with sentences below its head, each on a line of its own; nothing where there is none to say. */
export function ListedNote(props: {
  readonly type: NonNullable<AlertProps['type']>
  readonly title: string
  readonly sentences: readonly string[]
  /** `alert`: read out at once. */
  readonly role?: 'alert'
}) {
  const { type, title, sentences, role } = props
  if (sentences.length === 0) return null
  return (
    <Alert
      type={type}
      showIcon
      {...(role !== undefined && { role })}
      title={title}
      description={
        <ul>
          {sentences.map((sentence, index) => (
            <li key={`${index} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      }
    />
  )
}
