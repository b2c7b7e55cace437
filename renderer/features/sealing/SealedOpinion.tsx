import { Alert, Button } from 'antd'
import { commitmentCode } from '@shared/domain/opinion-commitment'
import type { Row } from '@shared/records/projection'
import type { OpenTask } from '@renderer/data/expert-tasks'
import { draftOfOpinion } from '@shared/acts/expert-opinion'
import { dayAndTime } from '@renderer/platform/clock'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { HandwritingView } from '@renderer/ui/handwriting/HandwritingView'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { useIntoView } from '@renderer/ui/use-into-view'
import { EarlierVersions } from './EarlierVersions'
import { OpinionPaper } from './OpinionPaper'
import { ReadThrough } from './ReadThrough'
import { beginCorrection } from './sealing-actions'

/** A sealed opinion: exactly what was sealed, what comes next, and how a correction is made. */
export function SealedOpinion(props: {
  readonly task: OpenTask
  readonly opinion: Row<'expertOpinions'>
  /** To the correction that is being written; null while there is none. */
  readonly onBack: (() => void) | null
}) {
  const { task, opinion, onBack } = props
  const { t } = useTranslation()
  const { close, judge } = useExpertDesk()
  const { value } = opinion
  // One seals at the foot of a long page; what became of it stands at the head.
  const top = useIntoView<HTMLDivElement>(opinion.id)
  const correct =
    onBack === null ? (
      <Button
        onClick={() => {
          beginCorrection(task, value)
          judge('C12-1')
        }}
      >
        {t('sealing.correct', { version: value.version + 1 })}
      </Button>
    ) : (
      <Button onClick={onBack}>{t('correction.backToWriting')}</Button>
    )
  const isStale = value.dossierHash !== task.version.value.contentHash
  return (
    <div className="sealing" ref={top}>
      <section className="panel">
        <PageHead
          title={t('sealing.sealed.title', { version: value.version })}
          note={t('sealing.sealed.note', {
            time: dayAndTime(opinion.at),
            version: value.dossierVersion,
            hash: value.dossierHash.slice(0, 8),
            code: opinion.recordId.slice(0, 8),
          })}
        />
        {onBack === null ? null : (
          <Alert type="info" showIcon role="note" title={t('correction.writing', { version: value.version })} />
        )}
        {task.returned === null ? null : (
          <Alert
            type="warning"
            showIcon
            title={t('expert.returned', { day: task.returned.value.on, reason: task.returned.value.reason })}
            action={isStale ? null : correct}
          />
        )}
        {isStale ? (
          <Alert
            type="warning"
            showIcon
            title={t('sealing.sealed.stale', { from: value.dossierVersion, to: task.version.value.version })}
            action={correct}
          />
        ) : null}
        <Whereabouts task={task} />
        <ReadThrough opinion={draftOfOpinion(value)} files={task.version.value.content.materials} />
        <h3>{t('sealing.signature')}</h3>
        {value.handwriting === null ? (
          <p>{t('sealing.onPaper')}</p>
        ) : (
          <HandwritingView value={value.handwriting} label={t('sealing.signatureOf', { name: value.expertName })} />
        )}
        <p className="quiet">
          {value.expertName} · {value.signedOn}
        </p>
        <EarlierVersions task={task} />
        <div className="panel-foot">
          <OpinionPaper task={task} opinion={value} />
          {isStale || task.returned !== null ? null : correct}
          <Button type="primary" onClick={close}>
            {t('sealing.toList')}
          </Button>
        </div>
      </section>
    </div>
  )
}

/** What has left this desk, and what comes next. */
function Whereabouts({ task }: { readonly task: OpenTask }) {
  const { t } = useTranslation()
  const { exported, committed, commitment } = task
  const code =
    commitment === null ? undefined : t('sealing.sealed.code', { code: commitmentCode(commitment.value.commitment) })
  if (exported !== null) {
    const { path } = exported.value.file
    return (
      <Alert
        type="success"
        showIcon
        title={t('sealing.sealed.exported', { path, time: dayAndTime(exported.at) })}
        description={code}
      />
    )
  }
  if (committed !== null) {
    const { path } = committed.value.file
    return (
      <Alert
        type="info"
        showIcon
        title={t('sealing.sealed.committed', { path, time: dayAndTime(committed.at) })}
        description={code}
      />
    )
  }
  return <Alert type="info" showIcon title={t('sealing.sealed.next')} description={code} />
}
