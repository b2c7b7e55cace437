import { Alert, Button, Collapse } from 'antd'
import { useState } from 'react'
import { countOutcomes, groupTroubles, troubled } from '@shared/bundle/import-outcomes'
import type { ImportOutcome } from '@shared/bundle/import-report'
import { commitStaged, type StagedBundle } from '@renderer/data/staging'
import { dayAndTime } from '@renderer/platform/clock'
import { visibleText } from '@shared/lib/visible-text'
import { inspectStaged } from '@renderer/data/inspections'
import { useSession } from '@renderer/data/session'
import { AttachmentFindings } from '@renderer/ui/AttachmentFindings'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { HealedFiles } from '@renderer/ui/HealedFiles'
import { HistoryDoubts } from '@renderer/ui/HistoryDoubts'
import { LaterVersions } from '@renderer/ui/LaterVersions'
import { ImportedDossiers } from '@renderer/ui/ImportedDossiers'
import { NotUnderstoodNote } from '@renderer/parts/NotUnderstoodNote'
import { Shape, type ShapeName } from '@renderer/ui/Shape'
import { useTask } from '@renderer/ui/use-task'
import { ListedNote } from '@renderer/ui/ListedNote'
import { useTranslation } from '@renderer/ui/translation'
import { NamesakeNote } from '@renderer/ui/NamesakeNote'
import { UnknownMoves } from '@renderer/ui/UnknownMoves'
import { wordsOf } from '@renderer/ui/words'
import { ConfirmKey } from './ConfirmKey'

const outcomeShape: Readonly<Record<ImportOutcome, readonly [ShapeName, 'green' | 'blue' | 'grey' | 'red' | 'amber']>> =
  {
    new: ['dot', 'green'],
    changed: ['half-circle', 'blue'],
    conflicting: ['triangle', 'red'],
    identical: ['outline', 'grey'],
    superseded: ['cross', 'grey'],
    quarantined: ['triangle', 'amber'],
    'not-for-you': ['outline', 'grey'],
    rejected: ['square', 'red'],
    'read-only': ['outline', 'blue'],
  }

/** 试导入: who sent it, what would come, what would not and why; then one act. */
export function DryRun(props: {
  readonly staged: StagedBundle
  readonly onTaken: (count: number) => void
  readonly onDiscard: () => void
}) {
  const { t } = useTranslation()
  const { staged, onTaken, onDiscard } = props
  const { report } = staged
  const { from } = report
  const [confirmed, setConfirmed] = useState(from.trust === 'confirmed' || from.trust === 'self')
  const status = useSession((session) => session.status)
  const task = useTask()
  const refused = troubled(report)
  return (
    <section className="panel stack">
      <h2>{t('dryRun.title', { file: visibleText(report.fileName) })}</h2>
      {report.importedAt === null ? null : (
        <Alert type="info" showIcon title={t('dryRun.already', { at: dayAndTime(report.importedAt) })} />
      )}
      {report.isUndone ? <Alert type="info" showIcon title={t('dryRun.undone')} /> : null}
      <NotUnderstoodNote report={report} status={status} />
      <table className="plain-table">
        <tbody>
          <tr>
            <th scope="row">{t('dryRun.kind')}</th>
            <td>{t(`bundleKind.${report.kind}`)}</td>
          </tr>
          <tr>
            <th scope="row">{t('dryRun.from')}</th>
            <td>
              {visibleText(from.name)}（{visibleText(from.unit)}）{' '}
              <span className="mark">
                <Shape shape={confirmed ? 'dot' : 'triangle'} tone={confirmed ? 'green' : 'amber'} />
                {t(confirmed ? 'dryRun.confirmed' : 'dryRun.unconfirmed')}
              </span>
              <div className="quiet path">{t('dryRun.fingerprint', { fingerprint: from.fingerprint })}</div>
            </td>
          </tr>
          <tr>
            <th scope="row">{t('dryRun.made')}</th>
            <td>{dayAndTime(report.createdAt)}</td>
          </tr>
          <tr>
            <th scope="row">{t('dryRun.records')}</th>
            <td>
              {countOutcomes(report).map(([outcome, count]) => {
                const [shape, tone] = outcomeShape[outcome]
                return (
                  <span key={outcome} className="mark outcome">
                    <Shape shape={shape} tone={tone} />
                    {t(`outcome.${outcome}`)} {count}
                  </span>
                )
              })}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('dryRun.files')}</th>
            <td>
              {t('dryRun.fileCount', { total: report.attachments.total, fresh: report.attachments.new })}
              <HealedFiles count={report.attachments.healed} />
            </td>
          </tr>
        </tbody>
      </table>
      <ImportedDossiers dossiers={report.dossiers} />
      <HistoryDoubts doubts={report.doubts} />
      <UnknownMoves moves={report.unknownMoves} />
      <NamesakeNote namesakes={report.namesakes} />
      <LaterVersions versions={report.laterVersions} />
      <AttachmentFindings key={staged.stageId} inspect={(onPortion) => inspectStaged(staged.stageId, onPortion)} />
      <ListedNote
        type="warning"
        title={t('dryRun.troubled', { count: refused.length })}
        sentences={groupTroubles(report).map(({ type, outcome, reason, count }) =>
          t('dryRun.trouble', {
            what: wordsOf(t, `record.${type}`),
            count,
            why: reason === null ? t(`outcome.${outcome}`) : wordsOf(t, `import.${reason}`),
          }),
        )}
      />
      <Collapse
        size="small"
        items={[
          {
            key: 'items',
            label: t('dryRun.each', { count: report.items.length }),
            children: (
              <ul className="plain">
                {report.items.map((item) => (
                  <li key={item.recordId}>
                    {wordsOf(t, `record.${item.type}`)} · {t(`outcome.${item.outcome}`)}
                    {item.reason === null ? ' ' : `${t('punctuation.colon')}${wordsOf(t, `import.${item.reason}`)} `}
                    <span className="quiet">{item.recordId.slice(0, 12)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {confirmed || report.notUnderstood !== null ? null : (
        <ConfirmKey
          from={from}
          onConfirmed={() => {
            setConfirmed(true)
          }}
        />
      )}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button onClick={onDiscard}>{t('dryRun.discard')}</Button>
        <Button
          type="primary"
          disabled={!report.canCommit}
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              onTaken(await commitStaged(staged))
            })
          }}
        >
          {t('dryRun.commit')}
        </Button>
      </div>
    </section>
  )
}
