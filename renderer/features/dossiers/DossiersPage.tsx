import { Button, Checkbox, Select, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { dossierStatuses, type DossierStatus } from '@shared/domain/status'
import type { Translate } from '@shared/messages/translate'
import { nextStep } from '@shared/workflow/status-table'
import { visibleText } from '@shared/lib/visible-text'
import { listDossiers, searchIn, type DossierLine } from '@renderer/data/dossier-list'
import { unfinishedDrafts } from '@renderer/data/unfinished-drafts'
import { useToday } from '@renderer/data/use-live'
import { newDossierId } from '@renderer/platform/ids'
import { useSearch } from '@renderer/stores/search-store'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { StatusMark } from '@renderer/ui/StatusMark'
import { useTranslation } from '@renderer/ui/translation'
import { UnfinishedNotes } from '@renderer/ui/UnfinishedNotes'
import { wordsOf } from '@renderer/ui/words'
import { DossierFileDrop } from './DossierFileDrop'
import { SamplesDialog } from './SamplesDialog'

/** 案卷: every dossier with its state, next step and deadline. */
export function DossiersPage() {
  const { t, locale } = useTranslation()
  const navigate = useNavigate()
  const { query, search } = useSearch()
  const [statuses, setStatuses] = useState<readonly DossierStatus[]>([])
  const [onlyMissing, setOnlyMissing] = useState(false)
  const [onlyConflicts, setOnlyConflicts] = useState(false)
  const [samples, setSamples] = useState(false)
  const today = useToday()
  const lines = useLiveQuery(() => listDossiers(today), [today])
  if (lines === undefined) return <p role="status">{t('common.loading')}</p>
  const shown = searchIn(lines, query).filter(
    (line) =>
      (statuses.length === 0 || statuses.includes(line.status)) &&
      (!onlyMissing || line.missing > 0) &&
      (!onlyConflicts || line.hasConflict),
  )
  const firstSteps = (
    <>
      <Button
        type="primary"
        onClick={() => {
          void navigate(`/intake/${newDossierId()}`)
        }}
      >
        {t('dossiers.newByForm')}
      </Button>
      <Button
        onClick={() => {
          void navigate(`/intake/${newDossierId()}?part=materials`)
        }}
      >
        {t('dossiers.newByFiles')}
      </Button>
      <Button
        onClick={() => {
          void navigate('/exchange')
        }}
      >
        {t('dossiers.openBundle')}
      </Button>
      <Button
        onClick={() => {
          void navigate('/endings')
        }}
      >
        {t('endings.title')}
      </Button>
      <Button
        onClick={() => {
          setSamples(true)
        }}
      >
        {t('dossiers.loadSamples')} <span className="tag sample">{t('common.sample')}</span>
      </Button>
    </>
  )
  return (
    <>
      <PageHead
        title={t('dossiers.title')}
        note={t('dossiers.count', { shown: shown.length, all: lines.length })}
        actions={firstSteps}
      />
      <UnfinishedNotes
        forms={unfinishedDrafts(
          'intake',
          lines.map((line) => line.id),
        )}
      />
      {lines.length === 0 ? (
        <section className="panel">
          <EmptyScreen words={t('dossiers.empty')} />
        </section>
      ) : (
        <section className="panel">
          <div className="row filters">
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              className="status-filter"
              aria-label={t('dossiers.filterStatus')}
              placeholder={t('dossiers.filterStatus')}
              value={[...statuses]}
              onChange={setStatuses}
              options={dossierStatuses.map((status) => ({ value: status, label: wordsOf(t, `status.${status}`) }))}
            />
            <Checkbox
              checked={onlyMissing}
              onChange={(event) => {
                setOnlyMissing(event.target.checked)
              }}
            >
              {t('dossiers.onlyMissing')}
            </Checkbox>
            <Checkbox
              checked={onlyConflicts}
              onChange={(event) => {
                setOnlyConflicts(event.target.checked)
              }}
            >
              {t('conflicts.only')}
            </Checkbox>
            {query === '' ? null : (
              <Button
                type="link"
                onClick={() => {
                  search('')
                }}
              >
                {t('dossiers.clearSearch', { query })}
              </Button>
            )}
          </div>
          <Table<DossierLine>
            rowKey="id"
            size="middle"
            // What a line shows depends on the line and on the language.
            key={locale}
            columns={columnsOf(t).map((column) => ({ ...column, shouldCellUpdate: isAnother }))}
            dataSource={[...shown]}
            pagination={shown.length > rowsShown ? { pageSize: rowsShown, showSizeChanger: false } : false}
            locale={{ emptyText: t('dossiers.nothingMatches') }}
            scroll={{ x: 'max-content' }}
          />
        </section>
      )}
      <DossierFileDrop />
      <SamplesDialog
        open={samples}
        onClose={() => {
          setSamples(false)
        }}
      />
    </>
  )
}

/** Lines of one page of the list: three screens of them. More would make each filter and each letter wait. */
const rowsShown = 30

const isAnother = (line: DossierLine, before: DossierLine): boolean => line !== before

const columnsOf = (t: Translate): ColumnsType<DossierLine> => [
  {
    title: t('dossiers.alliance'),
    key: 'name',
    render: (_, line) => (
      <>
        <Link to={`/dossiers/${line.id}`} className="strong">
          {visibleText(line.name)}
        </Link>
        {line.name.includes('示例') ? <span className="tag sample">{t('common.sample')}</span> : null}
        {line.hasConflict ? (
          <Link to={`/conflicts?dossier=${line.id}`} className="tag danger">
            {t('conflicts.mark')}
          </Link>
        ) : null}
        <div className="quiet">{visibleText(line.applicant)}</div>
      </>
    ),
  },
  { title: t('common.state'), key: 'status', render: (_, line) => <StatusMark status={line.status} /> },
  {
    title: t('dossiers.next'),
    key: 'next',
    render: (_, line) => (
      <>
        {wordsOf(t, `next.${line.status}`)}
        <div className="quiet">{wordsOf(t, `actor.${nextStep(line.status).actor}`)}</div>
      </>
    ),
  },
  {
    title: t('dossiers.missing'),
    key: 'missing',
    align: 'right',
    render: (_, line) => (line.missing === 0 ? <span className="quiet">0</span> : <strong>{line.missing}</strong>),
  },
  {
    title: t('dossiers.deadline'),
    key: 'deadline',
    render: (_, { deadlines }) =>
      deadlines.length === 0 ? (
        <span className="quiet">—</span>
      ) : (
        <ul className="plain">
          {deadlines.map(({ kind, day, overdue, provisional }, index) => (
            <li key={`${kind}-${day}-${index}`}>
              <span className={overdue ? 'danger' : undefined}>{day}</span>{' '}
              <span className="quiet">
                {wordsOf(t, `deadline.${kind}`)}
                {provisional ? t('dossiers.provisional') : ''}
                {overdue ? t('dossiers.overdue') : ''}
              </span>
            </li>
          ))}
        </ul>
      ),
  },
]
