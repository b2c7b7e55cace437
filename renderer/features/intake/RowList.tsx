import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from '@renderer/ui/translation'
import { valueAt } from './form-path'
import { useIntake } from './intake-context'

/** Rows of a form: each with its fields and a way to remove it, and one button for the next. */
export function RowList(props: {
  readonly path: string
  readonly title: string
  readonly addWords: string
  readonly create: () => unknown
  readonly row: (path: string, index: number) => ReactNode
}) {
  const { t } = useTranslation()
  const { content, set } = useIntake()
  const rows = valueAt(content, props.path)
  const list: readonly unknown[] = Array.isArray(rows) ? rows : []
  return (
    <section className="row-list">
      <h3>{props.title}</h3>
      {list.map((_, index) => (
        // Rows have no identity of their own before they are saved.
        <fieldset key={index} aria-label={`${props.title} ${index + 1}`}>
          <div className="fields">{props.row(`${props.path}.${index}`, index)}</div>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => {
              set(props.path, list.toSpliced(index, 1))
            }}
          >
            {t('intake.removeRow', { row: index + 1 })}
          </Button>
        </fieldset>
      ))}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => {
          set(props.path, [...list, props.create()])
        }}
      >
        {props.addWords}
      </Button>
    </section>
  )
}
