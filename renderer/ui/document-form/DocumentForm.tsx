import { Alert, Button, Modal } from 'antd'
import type { DocumentInputId, Typed } from '@shared/documents/catalogue-facts'
import type { MissingValue } from '@shared/documents/missing-values'
import { ErrorNote } from '../ErrorNote'
import type { Task } from '../use-task'
import { useTranslation } from '../translation'
import { TypedField } from './TypedField'

/** Asks for what only a person can say of a document before it is shown. Nothing is filled in beforehand. */
export function DocumentForm(props: {
  readonly title: string
  readonly inputs: readonly DocumentInputId[]
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
  /** What the document still lacks. */
  readonly missing: readonly MissingValue[]
  readonly task: Task
  readonly onPreview: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { title, inputs, typed, onTyped, missing, task, onPreview, onClose } = props
  return (
    <Modal
      open
      title={title}
      width="40rem"
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="preview" type="primary" loading={task.busy} onClick={onPreview}>
          {t('documents.preview')}
        </Button>,
      ]}
    >
      <div className="stack">
        {inputs.length === 0 ? <p>{t('documents.nothingToType')}</p> : null}
        {inputs.map((id) => (
          <TypedField
            key={id}
            id={id}
            value={typed[id] ?? ''}
            onChange={(value) => {
              onTyped({ ...typed, [id]: value })
            }}
          />
        ))}
        {missing.length === 0 ? null : (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={t('documents.missing', {
              items: missing.map(({ label }) => label).join(t('punctuation.semicolon')),
            })}
          />
        )}
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
