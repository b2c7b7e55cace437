import { Modal } from 'antd'
import type { DocumentInputId, Typed } from '@shared/documents/catalogue-facts'
import { hasWrongTyped } from '@shared/documents/catalogue-typed'
import type { MissingValue } from '@shared/documents/missing-values'
import { useDraft } from '../../data/use-draft'
import { DialogFoot } from '../../ui/DialogFoot'
import { ErrorNote } from '../../ui/ErrorNote'
import type { Task } from '../../ui/use-task'
import { useTranslation } from '../../ui/translation'
import type { PaperGround } from './gap-place'
import { MissingList } from './MissingList'
import { TypedField } from './TypedField'

/** Asks for what only a person can say of a paper before it is shown. Nothing is filled in beforehand. */
export function PaperForm(props: {
  readonly title: string
  readonly draftKey: string
  readonly inputs: readonly DocumentInputId[]
  readonly ground: PaperGround
  /** What the paper still lacks. */
  readonly missing: readonly MissingValue[]
  readonly task: Task
  readonly onPreview: (typed: Typed) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { title, draftKey, inputs, ground, missing, task, onPreview, onClose } = props
  const draft = useDraft<Typed>(draftKey, {})
  return (
    <Modal
      open
      title={title}
      width="40rem"
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('documents.preview')}
          busy={task.busy}
          onAct={() => {
            if (!hasWrongTyped(inputs, draft.value)) onPreview(draft.value)
          }}
        />
      }
    >
      <div className="stack">
        {inputs.map((id) => (
          <TypedField
            key={id}
            id={id}
            value={draft.value[id] ?? ''}
            onChange={(value) => {
              draft.change({ ...draft.value, [id]: value })
            }}
          />
        ))}
        <MissingList missing={missing} inputs={inputs} ground={ground} />
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
