import { memberById } from '@shared/domain/dossier'
import type { Batch } from '@shared/domain/pilot'
import type { pilotTerm } from '@shared/domain/pilot-dates'
import type { DossierCase } from '@renderer/data/cases'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import type { Task } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/**
 * 公布前读回 (Art. 14): the number and days of the notice, who issues it, and each alliance with the version that is
 * published.
 */
export function PublishDialog(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly listed: readonly DossierCase[]
  readonly term: NonNullable<ReturnType<typeof pilotTerm>>
  readonly task: Task
  readonly onClose: () => void
  readonly onPublish: () => void
}) {
  const { t } = useTranslation()
  const { batch, members, listed, term, task, onClose, onPublish } = props
  const { notice } = batch
  const list = t('punctuation.list')
  return (
    <ReadBackDialog
      title={t('batch.publishAsk', { year: batch.year, seq: batch.seq })}
      meaning={[t('batch.publishMeaning', { count: members.length, ...term }), t('act.readBackHint')].join(
        t('punctuation.sentenceGap'),
      )}
      lines={[
        { term: t('readBack.number'), words: notice.docNo, isStrong: true },
        { term: t('batch.writtenOn'), words: notice.writtenOn ?? t('common.notSet') },
        { term: t('batch.printedOn'), words: notice.printedOn ?? t('common.notSet') },
        { term: t('batch.issuers'), words: notice.issuers.map(({ name }) => name).join(list) },
        { term: t('readBack.term'), words: t('batch.readBack.term', term) },
        ...members.map(({ file: { content, version } }, index) => ({
          term: t('readBack.member', { number: index + 1 }),
          words: t('readBack.memberIs', {
            name: content.alliance.name,
            version,
            unit: memberById(content, content.alliance.chairUnitId)?.fullName ?? t('common.notSet'),
          }),
        })),
        ...(batch.sections ?? []).map(({ kind, dossierIds }) => ({
          term: t(`noticeSection.${kind}`),
          words: t('sections.readBack', {
            count: dossierIds.length,
            names: dossierIds
              .map((id) => listed.find(({ file }) => file.id === id)?.file.content.alliance.name ?? id)
              .join(list),
          }),
        })),
      ]}
      confirm={t('act.confirm', { action: t('batch.publish') })}
      task={task}
      onClose={onClose}
      onConfirm={onPublish}
    />
  )
}
