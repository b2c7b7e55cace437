import { useState } from 'react'
import type { OfferedDocument } from '@shared/documents/catalogue'
import type { Typed } from '@shared/documents/catalogue-facts'
import type { MissingValue } from '@shared/documents/missing-values'
import type { DossierCase } from '@renderer/data/cases'
import { recordDocumentExport } from '@renderer/data/exports'
import { withPaperCode } from '@shared/documents/paper-code'
import { setLetter } from '@renderer/data/templates'
import { useDraft } from '@renderer/data/use-draft'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { DocumentForm } from '@renderer/ui/document-form/DocumentForm'
import { DocumentPreview } from '@renderer/parts/document-preview/DocumentPreview'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { loadDocumentFacts } from './document-facts'

type Paper = Awaited<ReturnType<typeof setLetter>>

/** Asks for what only a person can say, then shows the very paper. */
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
  const draft = useDraft<Typed>(`document/${dossierId}/${document.kind}/${subject.id}`, {})
  const typed = draft.value
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const [paper, setPaper] = useState<Paper | null>(null)
  const task = useTask()
  const name = [t(document.title), subject.label, content.alliance.name].filter((part) => part !== '').join('-')
  if (paper !== null) {
    const { model, template } = paper
    return (
      <DocumentPreview
        model={model}
        baseName={name}
        sign
        attachments={[...(document.attachments?.(dossier.file) ?? [])]}
        note={template === null ? '' : t('templates.inUse', template)}
        exchangeFolder={exchangeFolder}
        onWritten={(files) => recordDocumentExport(document.kind, { dossierId }, files, model.verification, template)}
        onClose={onClose}
      />
    )
  }
  const compose = () => {
    task.run(async () => {
      const facts = await loadDocumentFacts(dossier, now())
      if (document.letter !== undefined) {
        const letter = document.letter(facts, typed, subject.id)
        setMissing(letter.ok ? [] : letter.error.missing)
        if (letter.ok) setPaper(await setLetter(letter.value))
        return
      }
      const composed = document.compose(facts, typed, subject.id)
      setMissing(composed.ok ? [] : composed.error.missing)
      if (!composed.ok) return
      const model = document.kind === 'panel-opinion' ? withPaperCode(composed.value) : composed.value
      setPaper({ model, template: null })
    })
  }
  return (
    <DocumentForm
      title={name}
      inputs={document.inputs}
      typed={typed}
      onTyped={draft.change}
      missing={missing}
      task={task}
      onPreview={compose}
      onClose={onClose}
    />
  )
}
