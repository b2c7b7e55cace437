import { Alert, Button, Select, Table } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { receiveArrivals } from '@shared/acts/campaign'
import { partsAsked, type Campaign } from '@shared/domain/campaign'
import { compareNames } from '@shared/lib/names'
import { reportParts, type ReportPart } from '@shared/domain/handed-in'
import { visibleText } from '@shared/lib/visible-text'
import { loadBoard, loadCandidates, type BoardLine } from '@renderer/data/campaigns'
import { useDraft } from '@renderer/data/use-draft'
import { useLiveOf, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { DraftNote } from '@renderer/ui/DraftNote'
import { acceptedEndings, type FileRefusal } from '@renderer/data/kept-files'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { arrivalsOf, type TypedDays } from './arrivals-of'
import { receive } from './campaign-actions'
import { recipientWords } from './campaign-words'
import { paperRow, takeFile, type TakenRow } from './take-files'

type Typed = { readonly rows: readonly TakenRow[]; readonly days: TypedDays }

/** 收件: files dropped in bulk find their alliance by name; a person looks at every line before any of it is recorded. */
export function ReturnsPart({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const today = useToday()
  const task = useTask()
  const [refusals, setRefusals] = useState<readonly FileRefusal[]>([])
  const [received, setReceived] = useState<number | null>(null)
  const draft = useDraft<Typed>(`campaign-returns/${campaign.id}`, {
    rows: [],
    days: Object.fromEntries(campaign.recipients.map((recipient) => [recipient, today])),
  })
  const { rows, days } = draft.value
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])
  const lines = useLiveOf(`${campaign.id} ${today}`, () => loadBoard(campaign.id, today))
  const candidates = useLiveOf(`all ${today}`, () => loadCandidates(today))
  if (lines === undefined || candidates === undefined) return <p role="status">{t('common.loading')}</p>
  const setRows = (next: readonly TakenRow[]) => {
    latest.current = next
    draft.change((now) => ({ ...now, rows: next }))
    setReceived(null)
  }
  const setRow = (row: TakenRow) => {
    setRows(rows.map((one) => (one.id === row.id ? row : one)))
  }
  const take = async (files: readonly File[]) => {
    setRefusals([])
    for (const file of files) {
      const taken = await takeFile(file, campaign, candidates)
      const isTwice = taken.ok && latest.current.some((row) => row.file?.sha256 === taken.value.file?.sha256)
      if (!taken.ok) setRefusals((before) => [...before, taken.error])
      else if (isTwice) setRefusals((before) => [...before, { fileName: file.name, problem: 'twice' }])
      else setRows([...latest.current, taken.value])
    }
  }
  const asked = new Set(lines.map(({ candidate }) => candidate.dossierId as string))
  const open = rows.filter(({ dossierId }) => dossierId === null).length
  const strangers = rows.filter(({ dossierId }) => dossierId !== null && !asked.has(dossierId))
  const nameOf = (id: string) => candidates.find(({ dossierId }) => dossierId === id)?.name ?? id
  const withoutPart = rows.filter(({ parts }) => parts.length === 0).length
  const arrivals = arrivalsOf(rows, lines, days)
  const decided = receiveArrivals(
    arrivals.map(({ arrival, before }) => ({ arrival, before })),
    { today },
  )
  const isBlocked = rows.length === 0 || open > 0 || strangers.length > 0 || withoutPart > 0 || !decided.ok
  return (
    <section className="panel stack" aria-label={t('campaign.returns')}>
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <FileDrop
        multiple
        accept={acceptedEndings}
        hint={t('returns.hint')}
        disabled={task.busy}
        onFiles={(files) => {
          task.run(() => take(files))
        }}
      />
      <div className="row">
        {campaign.recipients.map((recipient) => (
          <Labelled
            key={recipient}
            label={t('returns.dayAt', { place: recipientWords({ ...campaign, recipients: [recipient] }, t) })}
            htmlFor={`returns-${recipient}`}
          >
            <DayInput
              id={`returns-${recipient}`}
              value={days[recipient] ?? null}
              onChange={(on) => {
                draft.change((now) => ({ ...now, days: { ...now.days, [recipient]: on } }))
              }}
            />
          </Labelled>
        ))}
        <Button
          onClick={() => {
            setRows([...rows, paperRow()])
          }}
        >
          {t('returns.paper')}
        </Button>
      </div>
      {refusals.map(({ fileName, problem }) => (
        <Alert
          key={fileName}
          type="error"
          showIcon
          role="alert"
          title={
            typeof problem === 'string'
              ? t(`returns.refused.${problem}`, { file: fileName })
              : t('findings.refusedAtIntake', { file: fileName, why: t(`finding.${problem.kind}`, problem) })
          }
        />
      ))}
      {rows.length === 0 ? null : (
        <Table<TakenRow>
          rowKey="id"
          size="middle"
          pagination={false}
          dataSource={[...rows]}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('returns.file'),
              key: 'file',
              render: (_, { file }) =>
                file === null ? (
                  t('returns.noFile')
                ) : (
                  <span className="path board-missing">{visibleText(file.fileName)}</span>
                ),
            },
            {
              title: t('dossiers.alliance'),
              key: 'owner',
              render: (_, row) => <OwnerCell row={row} lines={lines} nameOf={nameOf} asked={asked} onChange={setRow} />,
            },
            {
              title: t('field.parts'),
              key: 'parts',
              render: (_, row) => <PartsCell row={row} campaign={campaign} onChange={setRow} />,
            },
            {
              title: '',
              key: 'remove',
              render: (_, row) => (
                <Button
                  size="small"
                  onClick={() => {
                    setRows(rows.filter(({ id }) => id !== row.id))
                  }}
                >
                  {t('common.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open === 0 ? null : <Alert type="warning" showIcon title={t('returns.open', { count: open })} />}
      {withoutPart === 0 ? null : (
        <Alert type="warning" showIcon title={t('returns.withoutPart', { count: withoutPart })} />
      )}
      {strangers.map(({ id, dossierId }) => (
        <Alert key={id} type="error" showIcon title={t('returns.stranger', { name: nameOf(dossierId ?? '') })} />
      ))}
      {rows.length === 0 || decided.ok
        ? null
        : decided.error.map((gap) => <Alert key={gapWords(gap, t)} type="warning" showIcon title={gapWords(gap, t)} />)}
      {received === null ? null : (
        <Alert type="success" showIcon role="status" title={t('returns.done', { count: received })} />
      )}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button
          type="primary"
          disabled={isBlocked}
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              const count = await receive(arrivals, { today })
              await draft.drop({ ...draft.value, rows: [] })
              setReceived(count)
            })
          }}
        >
          {t('returns.do', { count: arrivals.length })}
        </Button>
      </div>
    </section>
  )
}

function OwnerCell(props: {
  readonly row: TakenRow
  readonly lines: readonly BoardLine[]
  readonly asked: ReadonlySet<string>
  readonly nameOf: (id: string) => string
  readonly onChange: (row: TakenRow) => void
}) {
  const { t } = useTranslation()
  const { row, lines, asked, nameOf, onChange } = props
  const ids = [
    ...new Set([
      ...row.mayBe,
      ...(row.dossierId === null ? [] : [row.dossierId]),
      ...lines
        .map(({ candidate }) => candidate)
        .toSorted((a, b) => compareNames(a.name, b.name))
        .map(({ dossierId }) => dossierId as string),
    ]),
  ]
  const note =
    row.dossierId !== null
      ? row.by === ''
        ? null
        : t('returns.by', { name: row.by })
      : row.mayBe.length > 0
        ? t('returns.ambiguous', { count: row.mayBe.length })
        : row.file === null
          ? null
          : t('returns.unknown')
  return (
    <div className="returns-owner">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('returns.ownerOf', { file: row.file?.fileName ?? t('returns.noFile') })}
        placeholder={t('returns.choose')}
        {...(row.dossierId === null || !asked.has(row.dossierId) ? { status: 'warning' as const } : {})}
        value={row.dossierId}
        options={ids.map((id) => ({ value: id, label: visibleText(nameOf(id)) }))}
        onChange={(dossierId) => {
          onChange({ ...row, dossierId, by: '' })
        }}
      />
      {note === null ? null : <div className="quiet">{note}</div>}
    </div>
  )
}

function PartsCell(props: {
  readonly row: TakenRow
  readonly campaign: Campaign
  readonly onChange: (row: TakenRow) => void
}) {
  const { t } = useTranslation()
  const { row, campaign, onChange } = props
  const offered = [...new Set<ReportPart>([...partsAsked[campaign.kind], 'statistics', 'other'])]
  return (
    <Select<ReportPart[]>
      mode="multiple"
      className="returns-parts"
      aria-label={t('returns.partsOf', { file: row.file?.fileName ?? t('returns.noFile') })}
      placeholder={t('returns.choose')}
      {...(row.parts.length === 0 ? { status: 'warning' as const } : {})}
      value={[...row.parts]}
      options={reportParts
        .filter((part) => offered.includes(part))
        .map((value) => ({ value, label: t(`reportPart.${value}`) }))}
      onChange={(parts) => {
        onChange({ ...row, parts })
      }}
    />
  )
}
