import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { publicationGaps } from '@shared/acts/batch-gaps'
import type { MissingValue } from '@shared/documents/missing-values'
import { noticeLetter } from '@shared/documents/notice'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'
import { recordDocumentExport } from '@renderer/data/exports'
import { withPaperCode } from '@shared/documents/paper-code'
import { setLetter } from '@renderer/data/templates'
import { usePerson, useToday } from '@renderer/data/use-live'
import { gapWords } from '@renderer/platform/gap-words'
import { now } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { DocumentPreview } from '@renderer/parts/document-preview/DocumentPreview'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { noticeFacts, publishBatch } from './batches-actions'

type Paper = Awaited<ReturnType<typeof setLetter>> & { readonly final: boolean }

/** The notice as paper, its export, and the act of publication (Art. 14). */
export function Publication(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly office: OfficeSettings
  readonly others: readonly Batch[]
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { batch, members, office, others, dirty } = props
  const { name: by } = usePerson()
  const today = useToday()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [paper, setPaper] = useState<Paper | null>(null)
  const [missing, setMissing] = useState<readonly MissingValue[]>([])
  const task = useTask()
  const term = pilotTerm(batch.notice, office)
  const gaps =
    batch.status === 'open' && !dirty
      ? publicationGaps(batch, { dossiers: members.map(({ file }) => file), others, today })
      : []
  const compose = (copy: 'draft' | 'final') => {
    const composed = noticeLetter(noticeFacts(batch, members, office, now(), copy))
    setMissing(composed.ok ? [] : composed.error.missing)
    return composed.ok ? composed.value : null
  }
  const show = (copy: 'draft' | 'final') => {
    const letter = compose(copy)
    if (letter === null) return
    task.run(async () => {
      const { model, template } = await setLetter(letter)
      const final = copy === 'final'
      setPaper({ model: final ? withPaperCode(model) : model, template, final })
    })
  }
  const blockers = [
    ...new Set(
      members.flatMap((dossier) => dossier.actions.find((item) => item.action === 'publish')?.blockedBy ?? []),
    ),
  ]
  // Changed after the panel's opinion while they were in the list: reviewed, settled and put in again, or taken out.
  const away = batch.status === 'open' ? members.filter(({ status }) => !takesAction(status, 'publish')) : []
  const isKeptBack = blockers.length > 0 || away.length > 0 || gaps.length > 0
  const cannotPublish = dirty || term === null || isKeptBack || members.length === 0
  return (
    <section className="panel stack">
      {away.map(({ file, status }) => (
        <Alert
          key={file.id}
          type="warning"
          showIcon
          title={t('batch.away', { name: file.content.alliance.name, status: wordsOf(t, `status.${status}`) })}
          action={<Link to={`/dossiers/${file.id}`}>{t('batch.toDossier')}</Link>}
        />
      ))}
      {missing.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('batch.missing', { items: missing.map((item) => item.label).join('；') })}
        />
      )}
      {gaps.map((gap) => (
        <Alert
          key={`${gap.code}-${gap.field ?? ''}-${gapWords(gap, t)}`}
          type="error"
          showIcon
          role="alert"
          title={gapWords(gap, t)}
        />
      ))}
      {batch.status === 'open' && blockers.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('batch.blocked', { rules: blockers.map((id) => wordsOf(t, `rule.${id}.title`)).join('；') })}
        />
      ) : null}
      {batch.status === 'published' ? <Alert type="success" showIcon title={t('batch.published')} /> : null}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        {batch.status === 'open' ? (
          <Button
            disabled={dirty}
            onClick={() => {
              show('draft')
            }}
          >
            {t('batch.previewDraft')}
          </Button>
        ) : null}
        <Button
          disabled={dirty || gaps.length > 0}
          onClick={() => {
            show('final')
          }}
        >
          {t('batch.previewFinal')}
        </Button>
        {batch.status === 'open' ? (
          <Popconfirm
            title={t('batch.publish')}
            description={
              term === null ? t('batch.readBack.noTerm') : t('batch.publishMeaning', { count: members.length, ...term })
            }
            okText={t('batch.publish')}
            cancelText={t('common.cancel')}
            disabled={cannotPublish}
            onConfirm={() => {
              if (compose('final') === null) return
              task.run(() => publishBatch(batch, members, office, { by, others, today }))
            }}
          >
            <Button type="primary" disabled={cannotPublish} loading={task.busy}>
              {t('batch.publish')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      {paper === null ? null : (
        <DocumentPreview
          model={paper.model}
          baseName={t('batch.fileName', { year: batch.year, seq: batch.seq })}
          sign={paper.final}
          note={paper.template === null ? '' : t('templates.inUse', paper.template)}
          exchangeFolder={exchangeFolder}
          onWritten={(files) =>
            paper.final
              ? recordDocumentExport('notice', { batchId: batch.id }, files, paper.model.verification, paper.template)
              : Promise.resolve()
          }
          onClose={() => {
            setPaper(null)
          }}
        />
      )}
    </section>
  )
}
