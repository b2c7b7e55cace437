import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { displayGaps, type Shown } from '@shared/acts/public-display'
import { publicationGaps } from '@shared/acts/batch-gaps'
import { batchDocument } from '@shared/documents/catalogue'
import type { DocumentFrame } from '@shared/documents/plain-document'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { pilotTerm } from '@shared/domain/pilot-dates'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'
import { batchDocumentFacts, draftCopy } from '@shared/acts/paper-facts'
import { listBatchExports } from '@renderer/data/exports'
import { useSession } from '@renderer/data/session'
import { usePerson, useToday } from '@renderer/data/use-live'
import { IssuedFiles } from '@renderer/parts/IssuedFiles'
import { gapWords } from '@renderer/platform/gap-words'
import { dayAndTime, now } from '@renderer/platform/clock'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { BlockReasons } from '@renderer/ui/BlockReasons'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { AnnexFiles } from './AnnexFiles'
import { publishBatch } from './batches-actions'
import { PublishDialog } from './PublishDialog'

/** The notice as paper, its export, and the act of publication (Art. 14). */
export function Publication(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly office: OfficeSettings
  readonly others: readonly Batch[]
  readonly shown: Shown
  /** Those that other sections of the notice list. */
  readonly listed: readonly DossierCase[]
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { batch, members, office, others, shown, listed, dirty } = props
  const { name: by } = usePerson()
  const today = useToday()
  const task = useTask()
  const desk = usePaperDesk()
  const [isAsked, setAsked] = useState(false)
  const notice = batchDocument('notice')
  const term = pilotTerm(batch.notice, office)
  const gaps =
    batch.status === 'open' && !dirty
      ? publicationGaps(batch, { dossiers: [...members, ...listed].map(({ file }) => file), others, today })
      : []
  const displayed =
    batch.status === 'open' && !dirty
      ? displayGaps(
          batch,
          members.map(({ file }) => file),
          shown,
          { settings: office, today },
        )
      : []
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const exported = useLiveQuery(() => listBatchExports(batch.id), [batch.id], [])
  const issued = batch.status === 'published' ? exported.filter(({ value }) => value.documentKind === 'notice') : []
  const factsFor = (createdAt: string, copy: Pick<DocumentFrame, 'draft'> = {}) =>
    batchDocumentFacts(batch, members, office, createdAt, { ...copy, shown, listed: listed.map(({ file }) => file) })
  const show = (copy: Pick<DocumentFrame, 'draft'>) => {
    desk.open({
      paper: notice,
      ground: { batchId: batch.id, dossierIds: members.map(({ file }) => file.id) },
      load: (createdAt) => Promise.resolve(factsFor(createdAt, copy)),
    })
  }
  const blocked = members.flatMap(({ file, actions }) => {
    const rules = actions.find((item) => item.action === 'publish')?.blockedBy ?? []
    return rules.length === 0 ? [] : [{ id: file.id, name: file.content.alliance.name, rules }]
  })
  // Changed after the panel's opinion while they were in the list: reviewed, settled and put in again, or taken out.
  const away = batch.status === 'open' ? members.filter(({ status }) => !takesAction(status, 'publish')) : []
  const isKeptBack = blocked.length > 0 || away.length > 0 || gaps.length + displayed.length > 0
  const cannotPublish = dirty || term === null || isKeptBack || members.length + listed.length === 0
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
      {gaps.map((gap) => (
        <Alert
          key={`${gap.code}-${gap.field ?? ''}-${gapWords(gap, t)}`}
          type="error"
          showIcon
          role="alert"
          title={gapWords(gap, t)}
        />
      ))}
      {displayed.map((gap) => (
        <Alert key={gap.code} type="warning" showIcon title={gapWords(gap, t)} />
      ))}
      {(batch.status === 'open' ? blocked : []).map(({ id, name, rules }) => (
        <Alert
          key={id}
          type="warning"
          showIcon
          title={t('batch.blocked', { name })}
          description={
            <ul className="why-not">
              <BlockReasons dossierId={id} rules={rules} />
            </ul>
          }
        />
      ))}
      {batch.status === 'published' ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('batch.published')}
          description={
            term === null
              ? null
              : t('batch.publishedAs', { number: batch.notice.docNo, count: members.length, ...term })
          }
        />
      ) : null}
      {issued.map(({ id, at, value }) => (
        <div key={id} className="row">
          <strong>{t('issued.notice')}</strong>
          <span className="quiet">
            {dayAndTime(at)} {value.code}
          </span>
          <IssuedFiles title={t('issued.notice')} files={value.files} exchangeFolder={exchangeFolder} />
        </div>
      ))}
      <AnnexFiles facts={factsFor} disabled={dirty} />
      {isAsked ? null : <ErrorNote error={task.error} />}
      <div className="panel-foot">
        {batch.status === 'open' ? (
          <Button
            disabled={dirty}
            onClick={() => {
              show(draftCopy)
            }}
          >
            {t('batch.previewDraft')}
          </Button>
        ) : null}
        <Button
          disabled={dirty || gaps.length > 0}
          onClick={() => {
            show({})
          }}
        >
          {t('batch.previewFinal')}
        </Button>
        {batch.status === 'open' ? (
          <Button
            type="primary"
            disabled={cannotPublish}
            loading={task.busy}
            onClick={() => {
              // What the notice lacks is shown with the way to it; nothing is published before it is whole.
              if (!notice.compose(factsFor(now()), {}, '').ok) show({})
              else setAsked(true)
            }}
          >
            {t('batch.publish')}
          </Button>
        ) : null}
      </div>
      {isAsked && batch.status === 'open' && term !== null ? (
        <PublishDialog
          batch={batch}
          members={members}
          listed={listed}
          term={term}
          task={task}
          onClose={() => {
            setAsked(false)
          }}
          onPublish={() => {
            task.run(() => publishBatch(batch, members, office, { by, others, today, shown, listed }))
          }}
        />
      ) : null}
      {desk.element}
    </section>
  )
}
