import { Alert, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { DocumentModel } from '@shared/documents/blocks'
import type { OfferedDocument } from '@shared/documents/catalogue'
import { documentInputKinds, type DocumentInputId, type Typed } from '@shared/documents/catalogue-facts'
import type { MissingValue } from '@shared/documents/missing-values'
import type { DossierCase } from '@renderer/data/cases'
import { recordDocumentExport } from '@renderer/data/exports'
import { withPaperCode } from '@shared/documents/paper-code'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/stores/session-store'
import { DayInput } from '@renderer/ui/DayInput'
import { DocumentPreview } from '@renderer/ui/document-preview/DocumentPreview'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { loadDocumentFacts } from './document-facts'

/** Asks for what only a person can say, then shows the very paper. Nothing is filled in beforehand. */
export function MakeDocument(props: {
  readonly dossier: DossierCase
  readonly document: OfferedDocument['document']
  readonly subject: OfferedDocument['subjects'][number]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossier, document, subject, onClose } = props
  const { id: dossierId, content } = dossier.file
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [typed, setTyped] = useState<Typed>({})
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const [model, setModel] = useState<DocumentModel | null>(null)
  const task = useTask()
  const name = [t(document.title), subject.label, content.alliance.name].filter((part) => part !== '').join('-')
  if (model !== null) {
    return (
      <DocumentPreview
        model={model}
        baseName={name}
        sign
        attachments={[...(document.attachments?.(dossier.file) ?? [])]}
        exchangeFolder={exchangeFolder}
        onWritten={(files) => recordDocumentExport(document.kind, { dossierId }, files, model.verification)}
        onClose={onClose}
      />
    )
  }
  const compose = () => {
    task.run(async () => {
      const composed = document.compose(await loadDocumentFacts(dossier, now()), typed, subject.id)
      setMissing(composed.ok ? [] : composed.error.missing)
      if (composed.ok) setModel(document.kind === 'panel-opinion' ? withPaperCode(composed.value) : composed.value)
    })
  }
  return (
    <Modal
      open
      title={name}
      width="40rem"
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="preview" type="primary" loading={task.busy} onClick={compose}>
          {t('documents.preview')}
        </Button>,
      ]}
    >
      <div className="stack">
        {document.inputs.map((id) => (
          <TypedField
            key={id}
            id={id}
            value={typed[id] ?? ''}
            onChange={(value) => {
              setTyped({ ...typed, [id]: value })
            }}
          />
        ))}
        {missing.length === 0 ? null : (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={t('documents.missing', { items: missing.map(({ label }) => label).join('；') })}
          />
        )}
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}

function TypedField(props: {
  readonly id: DocumentInputId
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  const { id, value, onChange } = props
  const label = t(`documentInput.${id}`)
  const htmlFor = `document-${id}`
  const kind = documentInputKinds[id]
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
    <Labelled label={label} htmlFor={htmlFor}>
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
        <Input
          id={htmlFor}
          value={value}
          {...(kind === 'year' ? { inputMode: 'numeric', maxLength: 4 } : {})}
          onChange={typed}
        />
      )}
    </Labelled>
  )
}
