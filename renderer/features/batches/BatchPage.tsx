import { jointIssuers } from '@shared/domain/issuers'
import { Alert, Button, Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { batchGaps } from '@shared/acts/batch-gaps'
import { nothingShown } from '@shared/acts/public-display'
import { yearOf, type CalendarDate } from '@shared/domain/date'
import type { BatchId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import { isSameValue } from '@shared/lib/same-value'
import { batchSchema, type Batch } from '@shared/domain/pilot'
import { statusesThat } from '@shared/workflow/status-table'
import { loadCases, type DossierCase } from '@renderer/data/cases'
import { loadIssuedCases } from '@renderer/data/issued-cases'
import { listBatches, loadCasesInStatus } from '@renderer/data/case-queues'
import { loadShown } from '@renderer/data/publication'
import { loadListed } from '@renderer/data/listed-cases'
import { useDraft } from '@renderer/data/use-draft'
import { useLiveOf, useLoadedOffice, usePerson, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { PageHead } from '@renderer/ui/PageHead'
import { useTask } from '@renderer/ui/use-task'
import { NumberInput } from '@renderer/ui/NumberInput'
import { useTranslation } from '@renderer/ui/translation'
import { BatchExport } from './BatchExport'
import { BatchList } from './BatchList'
import { DisplayPart } from './DisplayPart'
import { saveBatch } from './batches-actions'
import { IssuedPart } from './IssuedPart'
import { NoticeForm } from './NoticeForm'
import { OtherBatchDocuments } from './OtherBatchDocuments'
import { Publication } from './Publication'
import { SectionsPart } from './SectionsPart'
import { ReadBack } from './ReadBack'

const nobody: readonly DossierCase[] = []

/**
 * Those that may come in, and those that are in whatever became of them since, such as a pilot that was revoked. What a
 * published batch says of its members is what was published; their status is today's.
 */
async function loadBatchCases(batchId: BatchId, today: CalendarDate): Promise<readonly DossierCase[]> {
  const [near, batches] = await Promise.all([loadCasesInStatus(statusesThat('isNearBatch'), today), listBatches()])
  const batch = batches.find(({ id }) => id === batchId)
  if (batch === undefined) return near
  const [issued, present] = await Promise.all([loadIssuedCases(batch, today), loadCases(batch.dossierIds, today)])
  const statusOf = new Map(present.map(({ file, status }) => [file.id, status]))
  const own = issued.map((one) => ({ ...one, status: statusOf.get(one.file.id) ?? one.status }))
  return [...near.filter(({ file }) => own.every((one) => one.file.id !== file.id)), ...own]
}

/** 批次: who is in, who is not and why, the notice, and the read-back before anything leaves. */
export function BatchPage() {
  const params = useParams()
  const batchId = (params['batchId'] ?? '') as BatchId
  const today = useToday()
  const office = useLoadedOffice()
  const batches = useLiveQuery(listBatches)
  const cases = useLiveOf(`${batchId} ${today}`, () => loadBatchCases(batchId, today))
  if (office === undefined || batches === undefined || cases === undefined) return <Spin />
  const saved = batches.find((batch) => batch.id === batchId) ?? null
  const year = yearOf(today)
  const last = batches.filter((batch) => batch.year === year).map((batch) => batch.seq)
  const fresh = batchSchema.parse({
    id: batchId,
    year,
    seq: Math.max(0, ...last) + 1,
    notice: { issuers: jointIssuers(office) },
  })
  return <BatchForm key={batchId} saved={saved} fresh={fresh} cases={cases} office={office} others={batches} />
}

function BatchForm(props: {
  readonly saved: Batch | null
  readonly fresh: Batch
  readonly cases: readonly DossierCase[]
  readonly office: OfficeSettings
  readonly others: readonly Batch[]
}) {
  const { t } = useTranslation()
  const { saved, fresh, cases, office, others } = props
  const today = useToday()
  const { name: by } = usePerson()
  const draft = useDraft<Batch>(`batch/${fresh.id}`, saved ?? fresh)
  const task = useTask()
  // A published batch is history: what was typed since does not count.
  const batch = saved?.status === 'published' ? saved : draft.value
  const dirty = saved === null || !isSameValue(saved, batch)
  const named = Number.isInteger(batch.year) && Number.isInteger(batch.seq) ? batch : (saved ?? fresh)
  const isOpen = batch.status === 'open'
  const members = batch.dossierIds.flatMap((id) => cases.find((dossier) => dossier.file.id === id) ?? [])
  const set = (part: Partial<Batch>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  // Settled again after a change while it was in the list: saving puts it in anew.
  const waits = members.some(({ actions }) => actions.some((item) => item.action === 'add-to-batch' && item.enabled))
  const sectionIds = (batch.sections ?? []).flatMap(({ dossierIds }) => dossierIds).join()
  const listed =
    useLiveOf(`${batch.id} ${batch.status} ${sectionIds} ${today}`, () => loadListed(batch, today)) ?? nobody
  const dossiers = [...cases, ...listed].map(({ file }) => file)
  const shown = useLiveQuery(() => loadShown(fresh.id), [fresh.id], nothingShown)
  const hasDisplay = office.interpretation.publicDisplay || shown.display !== null
  const gaps = isOpen ? batchGaps(batch, { dossiers, others, today }) : []
  return (
    <>
      <PageHead
        title={t('batches.name', { year: named.year, seq: named.seq })}
        note={t(`batches.status.${batch.status}`)}
      />
      {isOpen ? <DraftNote draft={draft} timeOf={dayAndTime} /> : null}
      {isOpen ? (
        <section className="panel">
          <div className="fields">
            <Labelled label={t('batches.year')} htmlFor="batch-year">
              <NumberInput
                id="batch-year"
                min={2000}
                max={2199}
                value={batch.year}
                onChange={(year) => {
                  set({ year: year ?? Number.NaN })
                }}
              />
            </Labelled>
            <Labelled label={t('batches.seq')} htmlFor="batch-seq" error={wordsAt(gaps, 'seq', t)}>
              <NumberInput
                id="batch-seq"
                min={1}
                max={999}
                value={batch.seq}
                onChange={(seq) => {
                  set({ seq: seq ?? Number.NaN })
                }}
              />
            </Labelled>
          </div>
        </section>
      ) : null}
      <BatchList batch={batch} cases={cases} others={others} editable={isOpen} onChange={set} />
      {isOpen ? <SectionsPart batch={batch} members={members} onChange={set} /> : null}
      {isOpen ? <NoticeForm batch={batch} office={office} gaps={gaps} onChange={set} /> : null}
      <ReadBack batch={batch} members={members} office={office} />
      {isOpen ? (
        <section className="panel">
          {dirty ? <Alert type="info" showIcon title={t('batch.unsaved')} /> : null}
          {gaps.length === 0 ? null : (
            <Alert
              type="error"
              showIcon
              role="alert"
              title={[...new Set(gaps.map((gap) => gapWords(gap, t)))].join(t('punctuation.sentenceGap'))}
            />
          )}
          <ErrorNote error={task.error} />
          <div className="panel-foot">
            <Button
              type={dirty || waits ? 'primary' : 'default'}
              disabled={!(dirty || waits) || gaps.length > 0}
              loading={task.busy}
              onClick={() => {
                task.run(async () => {
                  await saveBatch(batch, saved, cases, { on: today, by, others })
                  await draft.drop()
                })
              }}
            >
              {t('batch.save')}
            </Button>
          </div>
        </section>
      ) : null}
      {saved === null || !hasDisplay ? null : (
        <DisplayPart batch={saved} members={members} office={office} shown={shown} dirty={dirty} />
      )}
      {saved === null ? null : (
        <OtherBatchDocuments batch={saved} members={members} office={office} shown={shown} dirty={dirty} />
      )}
      {saved === null ? null : (
        <Publication
          batch={saved}
          members={members}
          office={office}
          others={others}
          shown={shown}
          listed={listed}
          dirty={dirty}
        />
      )}
      {saved?.status === 'published' ? (
        <IssuedPart batch={saved} members={members} listed={listed} office={office} />
      ) : null}
      {saved === null ? null : <BatchExport batch={saved} office={office} dirty={dirty} />}
    </>
  )
}
