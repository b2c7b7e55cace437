import { Button, Checkbox, Table } from 'antd'
import type { ColumnsType } from 'antd/es/table'
import { useState } from 'react'
import { Link } from 'react-router'
import { paperNames } from '@shared/documents/vocabulary/papers'
import type { Campaign } from '@shared/domain/campaign'
import type { CampaignStanding } from '@shared/domain/campaign-standing'
import { visibleText } from '@shared/lib/visible-text'
import type { Translate } from '@shared/messages/translate'
import { loadAllFigures } from '@renderer/data/annual-figures'
import { loadBoard, type BoardLine } from '@renderer/data/campaigns'
import { useLiveOf, useOffice, useToday } from '@renderer/data/use-live'
import { TableButton } from '@renderer/parts/tables/TableButton'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { boardTable } from './board-table'
import { endCampaign } from './campaign-actions'
import { missingWords } from './campaign-words'
import { ExtensionDialog } from './ExtensionDialog'
import { RemindersDialog } from './RemindersDialog'

type Kind = CampaignStanding['kind']

/** From what needs a person to what does not. */
const kinds: readonly Kind[] = ['absent', 'incomplete', 'awaited', 'late', 'in']

/** One word, one colour, one shape for where an answer stands. */
const looks = {
  absent: { shape: 'square', tone: 'red' },
  incomplete: { shape: 'triangle', tone: 'amber' },
  awaited: { shape: 'ring', tone: 'grey' },
  late: { shape: 'ring', tone: 'amber' },
  in: { shape: 'dot', tone: 'green' },
} as const

/** 台账: who is in, incomplete, late, absent. */
export function BoardPart({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const today = useToday()
  const task = useTask()
  const office = useOffice()
  const [shown, setShown] = useState<readonly Kind[]>([])
  const [isClosing, setClosing] = useState(false)
  const [isReminding, setReminding] = useState(false)
  const [extending, setExtending] = useState<BoardLine | null>(null)
  const lines = useLiveOf(`${campaign.id} ${today}`, () => loadBoard(campaign.id, today))
  if (lines === undefined) return <p role="status">{t('common.loading')}</p>
  const counts = new Map(kinds.map((kind) => [kind, lines.filter(({ standing }) => standing.kind === kind).length]))
  const rows = lines
    .filter(({ standing }) => shown.length === 0 || shown.includes(standing.kind))
    .toSorted((a, b) => kinds.indexOf(a.standing.kind) - kinds.indexOf(b.standing.kind))
  const unanswered = lines.filter(({ standing }) => standing.kind !== 'in' && standing.kind !== 'late')
  const open = unanswered.length
  return (
    <section className="panel stack" aria-label={t('campaign.board')}>
      <div className="row spread">
        <Checkbox.Group
          aria-label={t('campaign.filter')}
          value={[...shown]}
          options={kinds.map((value) => ({
            value,
            label: t('campaign.countOf', { kind: t(`standing.${value}`), count: counts.get(value) ?? 0 }),
          }))}
          onChange={(next) => {
            setShown(next)
          }}
        />
        {campaign.status === 'running' && unanswered.length > 0 ? (
          <Button
            onClick={() => {
              setReminding(true)
            }}
          >
            {t('reminders.open', { count: unanswered.length })}
          </Button>
        ) : null}
        <TableButton
          label={t('campaign.exportBoard')}
          kind="campaign-board"
          about={{ campaignId: campaign.id }}
          baseName={`${paperNames['campaign-board']}-${campaign.year}-${t(`campaignKind.${campaign.kind}`)}`}
          table={async () => boardTable(campaign, lines, { office, figures: await loadAllFigures(), t })}
        />
      </div>
      <Table<BoardLine>
        rowKey={({ candidate }) => candidate.dossierId}
        size="middle"
        pagination={rows.length > 50 ? { pageSize: 50 } : false}
        dataSource={rows}
        columns={columnsOf(campaign, t, campaign.status === 'running' ? setExtending : null)}
        locale={{ emptyText: t('campaign.nothing') }}
        scroll={{ x: 'max-content' }}
      />
      <p className="quiet">{t('campaign.lateMeaning')}</p>
      {campaign.status === 'running' ? (
        <div className="panel-foot">
          <Button
            onClick={() => {
              setClosing(true)
            }}
          >
            {t('campaign.close')}
          </Button>
        </div>
      ) : null}
      {isClosing ? (
        <ReadBackDialog
          title={t('campaign.close')}
          meaning={t('campaign.closeMeaning', { open })}
          lines={kinds.map((kind) => ({
            term: t('campaign.countOf', { kind: t(`standing.${kind}`), count: counts.get(kind) ?? 0 }),
            words: namesOf(lines, kind).join(t('punctuation.list')) || t('common.none'),
          }))}
          confirm={t('act.confirm', { action: t('campaign.close') })}
          task={task}
          onClose={() => {
            setClosing(false)
          }}
          onConfirm={() => {
            task.run(async () => {
              await endCampaign(campaign)
              setClosing(false)
            })
          }}
        />
      ) : null}
      {isReminding ? (
        <RemindersDialog
          campaign={campaign}
          lines={unanswered.filter(({ candidate }) => candidate.group !== null)}
          onClose={() => {
            setReminding(false)
          }}
        />
      ) : null}
      {extending === null ? null : (
        <ExtensionDialog
          campaign={campaign}
          line={extending}
          onClose={() => {
            setExtending(null)
          }}
        />
      )}
    </section>
  )
}

const namesOf = (lines: readonly BoardLine[], kind: Kind): readonly string[] =>
  lines.filter(({ standing }) => standing.kind === kind).map(({ candidate }) => candidate.name)

const columnsOf = (
  campaign: Campaign,
  t: Translate,
  onExtend: ((line: BoardLine) => void) | null,
): ColumnsType<BoardLine> => [
  {
    title: t('dossiers.alliance'),
    key: 'name',
    render: (_, { candidate }) => (
      <>
        {candidate.group === null ? <span className="tag danger">{t('cohortGroup.none')}</span> : null}
        <Link className="strong" to={`/dossiers/${candidate.dossierId}`}>
          {visibleText(candidate.name)}
        </Link>
        <div className="quiet">{visibleText(candidate.chairUnit)}</div>
      </>
    ),
  },
  {
    title: t('common.state'),
    key: 'standing',
    render: (_, { standing: { kind } }) => (
      <span className="mark">
        <Shape {...looks[kind]} />
        {t(`standing.${kind}`)}
      </span>
    ),
  },
  {
    title: t('campaign.missing'),
    key: 'missing',
    render: (_, { standing }) => <span className="board-missing">{missingWords(standing, campaign, t) || '—'}</span>,
  },
  { title: t('campaign.arrived'), key: 'arrived', render: (_, { standing }) => standing.arrivedOn ?? '—' },
  {
    title: t('day.window-to'),
    key: 'last',
    render: (_, { standing, campaign: own }) => (
      <>
        {standing.lastDay}
        {own.extension === null ? null : (
          <div className="quiet">{t('campaign.extendedBecause', { reason: own.extension.reason })}</div>
        )}
      </>
    ),
  },
  ...(onExtend === null
    ? []
    : [
        {
          title: t('campaign.acts'),
          key: 'acts',
          render: (_: unknown, line: BoardLine) => (
            <Button
              size="small"
              aria-label={t('campaign.extendOf', { name: line.candidate.name })}
              onClick={() => {
                onExtend(line)
              }}
            >
              {t('campaign.extend')}
            </Button>
          ),
        },
      ]),
]
