import { Alert } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { commitmentCode } from '@shared/domain/opinion-commitment'
import { labelAmong } from '@shared/domain/expert-label'
import type { Panel } from '@shared/domain/panel'
import { recusedExperts } from '@shared/domain/tally'
import { differs, type CommitmentLine, type OpinionStanding } from '@shared/records/opinion-standing'
import type { DossierCase } from '@renderer/data/cases'
import { loadArrivals, loadReveals } from '@renderer/data/panels'
import { dayAndTime } from '@renderer/platform/clock'
import { Shape, type ShapeName } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { OpinionChanges } from './OpinionChanges'
import { RevealForm } from './RevealForm'

const looks: Readonly<
  Record<OpinionStanding['state'], readonly [ShapeName, 'grey' | 'blue' | 'green' | 'violet' | 'amber' | 'red']>
> = {
  none: ['outline', 'grey'],
  committed: ['ring', 'violet'],
  closed: ['half-circle', 'blue'],
  uncommitted: ['triangle', 'amber'],
  opened: ['dot', 'green'],
  changed: ['triangle', 'amber'],
  mismatch: ['square', 'red'],
}

/**
 * 哈希与开封: what each expert is bound to, whether what came is that, and the opening at the meeting. Shown where the
 * panel asks for hashes first, or an expert sent one unasked.
 */
export function CommitmentsPart({ panel, cases }: { readonly panel: Panel; readonly cases: readonly DossierCase[] }) {
  const { t } = useTranslation()
  const { dossierIds } = panel
  const arrivals = useLiveQuery(() => loadArrivals(dossierIds), [dossierIds])
  const reveals = useLiveQuery(() => loadReveals(panel.id), [panel.id])
  const own = cases
    .filter(({ file }) => file.proceedings.panel?.id === panel.id)
    .map(({ file, standings }) => {
      const recused = recusedExperts(panel, file.id, file.proceedings.recusalDecisions)
      return { file, standings: standings.filter(({ expertId }) => !recused.has(expertId)) }
    })
  const all = own.flatMap(({ standings }) => standings)
  const isAsked = panel.rules.revealTogether === true
  if (arrivals === undefined || reveals === undefined) return null
  if (!isAsked && all.every(({ commitments }) => commitments.length === 0)) return null
  return (
    <section className="panel stack" aria-label={t('commit.title')}>
      <h2>
        {t('commit.title')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <p className="quiet">{t(isAsked ? 'commit.on' : 'commit.off')}</p>
      {isAsked ? <p className="quiet">{t('commit.honest')}</p> : null}
      {reveals.map(({ id, value }) => (
        <Alert
          key={id}
          type="success"
          showIcon
          title={t('commit.revealed', {
            by: value.by,
            on: value.on,
            commitments: value.commitments.length,
            opinions: value.opinionIds.length,
          })}
        />
      ))}
      {own.map(({ file, standings }) => (
        <section key={file.id} className="stack">
          {own.length > 1 ? <h3>{file.content.alliance.name}</h3> : null}
          <div className="scroll-x">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('commit.expert')}</th>
                  <th scope="col">{t('common.state')}</th>
                  <th scope="col">{t('commit.code')}</th>
                </tr>
              </thead>
              <tbody>
                {standings.map((standing) => (
                  <Line key={standing.expertId} panel={panel} standing={standing} arrivals={arrivals} />
                ))}
              </tbody>
            </table>
          </div>
          {standings.some(({ state }) => state === 'mismatch') ? (
            <Alert type="error" showIcon role="alert" title={t('commit.mismatch.toDo')} />
          ) : null}
          <OpinionChanges standings={standings} experts={panel.experts} />
        </section>
      ))}
      {isAsked && reveals.length === 0 ? <RevealForm panel={panel} standings={all} /> : null}
    </section>
  )
}

function Line(props: {
  readonly panel: Panel
  readonly standing: OpinionStanding
  readonly arrivals: ReadonlyMap<string, string>
}) {
  const { t } = useTranslation()
  const { panel, standing, arrivals } = props
  const [shape, tone] = looks[standing.state]
  const received = standing.newest === null ? undefined : arrivals.get(standing.newest.recordId)
  return (
    <tr>
      <th scope="row" className="nowrap">
        {labelAmong(standing.expertId, '', panel.experts)}
      </th>
      <td>
        <span className={standing.state === 'mismatch' ? 'mark danger' : 'mark'}>
          <Shape shape={shape} tone={tone} />
          {t(`commit.state.${standing.state}`)}
        </span>
        {standing.isLate ? <div className="warn">{t('commit.late')}</div> : null}
        {standing.newest === null ? null : (
          <div className="quiet">
            {t('commit.version', { version: standing.newest.value.version })}
            {received === undefined ? null : ` · ${t('commit.receivedAt', { time: dayAndTime(received) })}`}
          </div>
        )}
      </td>
      <td>
        {standing.commitments.length === 0 ? <span className="quiet">—</span> : null}
        {standing.commitments.map((line) => (
          <Commitment key={line.row.id} line={line} receivedAt={arrivals.get(line.row.recordId)} />
        ))}
      </td>
    </tr>
  )
}

function Commitment(props: { readonly line: CommitmentLine; readonly receivedAt: string | undefined }) {
  const { t } = useTranslation()
  const { row, check, isLate } = props.line
  return (
    <div>
      <code className="fingerprint" title={`${t('commit.hash')} ${row.value.commitment}`}>
        {commitmentCode(row.value.commitment)}
      </code>
      <div className={differs(check) ? 'danger' : 'quiet'}>
        {t('commit.version', { version: row.value.opinionVersion })} · {t(`commit.check.${check}`)}
        {isLate ? ` · ${t('commit.late')}` : ''}
      </div>
      <div className="quiet">
        {t('commit.sealedAt', { time: dayAndTime(row.at) })}
        {props.receivedAt === undefined ? null : ` · ${t('commit.receivedAt', { time: dayAndTime(props.receivedAt) })}`}
      </div>
    </div>
  )
}
