import { Button } from 'antd'
import { useState } from 'react'
import { batchDocuments } from '@shared/documents/catalogue'
import type { Typed } from '@shared/documents/catalogue-facts'
import type { MissingValue } from '@shared/documents/missing-values'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import type { DossierCase } from '@renderer/data/cases'
import { recordDocumentExport } from '@renderer/data/exports'
import { setLetter } from '@renderer/data/templates'
import { useDraft } from '@renderer/data/use-draft'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { DocumentForm } from '@renderer/ui/document-form/DocumentForm'
import { DocumentPreview } from '@renderer/parts/document-preview/DocumentPreview'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { noticeFacts } from './batches-actions'

type BatchDocument = (typeof batchDocuments)[number]
type Props = { readonly batch: Batch; readonly members: readonly DossierCase[]; readonly office: OfficeSettings }

/** Documents of a batch besides the notice that the office has, such as 公示: work rules, none of them the measure's. */
export function OtherBatchDocuments(props: Props & { readonly dirty: boolean }) {
  const { t } = useTranslation()
  const { batch, office, dirty } = props
  const [chosen, setChosen] = useState<BatchDocument | null>(null)
  const offered = batchDocuments.filter(({ kind, isOffered }) => kind !== 'notice' && isOffered(office))
  if (offered.length === 0) return null
  return (
    <section className="panel stack" aria-label={t('batch.otherDocuments')}>
      <h2>
        {t('batch.otherDocuments')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <div className="row">
        {offered.map((document) => (
          <Button
            key={document.kind}
            disabled={dirty || batch.dossierIds.length === 0}
            onClick={() => {
              setChosen(document)
            }}
          >
            {t('batch.makeDocument', { document: t(document.title) })}
          </Button>
        ))}
      </div>
      {chosen === null ? null : (
        <MakeBatchDocument
          {...props}
          document={chosen}
          onClose={() => {
            setChosen(null)
          }}
        />
      )}
    </section>
  )
}

function MakeBatchDocument(props: Props & { readonly document: BatchDocument; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { batch, members, office, document, onClose } = props
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const draft = useDraft<Typed>(`batch-document/${batch.id}/${document.kind}`, {})
  const typed = draft.value
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const [paper, setPaper] = useState<Awaited<ReturnType<typeof setLetter>> | null>(null)
  const task = useTask()
  const name = t('batch.documentName', { document: t(document.title), year: batch.year, seq: batch.seq })
  if (paper === null) {
    return (
      <DocumentForm
        title={name}
        inputs={document.inputs}
        typed={typed}
        onTyped={draft.change}
        missing={missing}
        task={task}
        onPreview={() => {
          task.run(async () => {
            const letter = document.letter(noticeFacts(batch, members, office, now(), 'final'), typed)
            setMissing(letter.ok ? [] : letter.error.missing)
            if (letter.ok) setPaper(await setLetter(letter.value))
          })
        }}
        onClose={onClose}
      />
    )
  }
  return (
    <DocumentPreview
      model={paper.model}
      baseName={name}
      sign
      note={paper.template === null ? '' : t('templates.inUse', paper.template)}
      exchangeFolder={exchangeFolder}
      onWritten={(files) =>
        recordDocumentExport(document.kind, { batchId: batch.id }, files, undefined, paper.template)
      }
      onClose={onClose}
    />
  )
}
