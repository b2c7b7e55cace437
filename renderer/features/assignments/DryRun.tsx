import { Alert } from 'antd'
import { visibleText } from '@shared/lib/visible-text'
import { inspectStaged } from '@renderer/data/inspections'
import { troubled } from '@shared/bundle/import-outcomes'
import type { StagedBundle } from '@renderer/data/staging'
import { usePerson } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { AttachmentFindings } from '@renderer/ui/AttachmentFindings'
import { HealedFiles } from '@renderer/ui/HealedFiles'
import { HistoryDoubts } from '@renderer/ui/HistoryDoubts'
import { ImportedDossiers } from '@renderer/ui/ImportedDossiers'
import { NotUnderstoodNote } from '@renderer/parts/NotUnderstoodNote'
import { ListedNote } from '@renderer/ui/ListedNote'
import { useTranslation } from '@renderer/ui/translation'
import { NamesakeNote } from '@renderer/ui/NamesakeNote'
import { UnknownMoves } from '@renderer/ui/UnknownMoves'
import { wordsOf } from '@renderer/ui/words'
import { isForOther } from './assignment-actions'
import { sizeWords } from '@renderer/ui/size-words'

/** What a bundle holds and what taking it over would change; nothing has changed yet. */
export function DryRun({ staged }: { readonly staged: StagedBundle }) {
  const { t } = useTranslation()
  const person = usePerson()
  const status = useSession((session) => session.status)
  const { report, stageId } = staged
  const { from, attachments, dossiers } = report
  const locked = dossiers.filter((dossier) => dossier.locked).length
  const refused = troubled(report)
  return (
    <>
      <h2>{t('expert.dryRun.title')}</h2>
      <p className="quiet">{t('expert.dryRun.note')}</p>
      {report.importedAt === null ? null : (
        <Alert type="info" showIcon title={t('expert.dryRun.again', { time: dayAndTime(report.importedAt) })} />
      )}
      {isForOther(report, person) ? (
        <Alert type="warning" showIcon title={t('expert.dryRun.other', { to: report.to, desk: person.name })} />
      ) : null}
      <NotUnderstoodNote report={report} status={status} />
      <dl className="facts">
        <dt>{t('expert.dryRun.file')}</dt>
        <dd>
          {visibleText(report.fileName)}（{sizeWords(report.size)}）
        </dd>
        <dt>{t('expert.dryRun.sender')}</dt>
        <dd>
          {visibleText(from.name)} · {visibleText(from.unit)} · {t(`expert.role.${from.role}`)}
        </dd>
        <dt>{t('expert.dryRun.fingerprint')}</dt>
        <dd>
          <code className="fingerprint">{from.fingerprint}</code>
          <div className={from.trust === 'unknown' ? 'warn' : 'quiet'}>{t(`expert.trust.${from.trust}`)}</div>
        </dd>
        <dt>{t('expert.dryRun.to')}</dt>
        <dd>{visibleText(report.to)}</dd>
        <dt>{t('expert.dryRun.createdAt')}</dt>
        <dd>{t('expert.localClock', { time: dayAndTime(report.createdAt) })}</dd>
        <dt>{t('expert.dryRun.files')}</dt>
        <dd>
          {t('expert.dryRun.attachments', {
            total: attachments.total,
            fresh: attachments.new,
            size: sizeWords(attachments.bytes),
          })}
          <HealedFiles count={attachments.healed} />
        </dd>
      </dl>
      <ImportedDossiers dossiers={dossiers} />
      {locked === 0 ? null : <p>{t('lock.dryRun', { count: locked })}</p>}
      <HistoryDoubts doubts={report.doubts} />
      <UnknownMoves moves={report.unknownMoves} />
      <NamesakeNote namesakes={report.namesakes} />
      <AttachmentFindings key={stageId} inspect={(onPortion) => inspectStaged(stageId, onPortion)} />
      <ListedNote
        type="error"
        title={t('expert.dryRun.refused', { count: refused.length })}
        sentences={refused.map(
          (item) =>
            `${t(`outcome.${item.outcome}`)}${t('punctuation.colon')}` +
            wordsOf(t, item.reason === null ? `record.${item.type}` : `import.${item.reason}`),
        )}
      />
    </>
  )
}
