import { useLiveQuery } from 'dexie-react-hooks'
import { draftOfOpinion } from '@shared/acts/expert-opinion'
import { changedParts, type ChangedPart } from '@shared/domain/opinion-change'
import type { Row } from '@shared/records/projection'
import { listOwnOpinions, type OpenTask } from '@renderer/data/expert-tasks'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { WordDiff } from '@renderer/ui/WordDiff'
import { wordsOf } from '@renderer/ui/words'
import { ReadThrough } from './ReadThrough'

/** Every version that was sealed before, in full, and what the next one says otherwise, by words. */
export function EarlierVersions({ task }: { readonly task: OpenTask }) {
  const { t } = useTranslation()
  const { panelId, dossierId, expertId } = task
  const sealed = useLiveQuery(
    () => listOwnOpinions({ panelId, dossierId, expertId }),
    [panelId, dossierId, expertId],
    [] as readonly Row<'expertOpinions'>[],
  )
  if (sealed.length < 2) return null
  return (
    <section className="stack" aria-label={t('sealing.earlier')}>
      <h3>{t('sealing.earlier')}</h3>
      {sealed.slice(1).map((row, index) => {
        const next = sealed[index]?.value ?? row.value
        const parts = changedParts(row.value, next)
        return (
          <details key={row.id} className="check">
            <summary>{t('sealing.earlierVersion', { version: row.value.version, time: dayAndTime(row.at) })}</summary>
            <h4>{t('sealing.changedIn', { version: next.version })}</h4>
            {parts.length === 0 ? <p className="quiet">{t('commit.change.none')}</p> : null}
            {parts.map((part) => (
              <Part key={keyOf(part)} part={part} />
            ))}
            <h4>{t('sealing.asSealed', { version: row.value.version })}</h4>
            <ReadThrough opinion={draftOfOpinion(row.value)} files={task.version.value.content.materials} />
          </details>
        )
      })}
    </section>
  )
}

const keyOf = (part: ChangedPart): string =>
  part.kind === 'criterion' ? part.criterionId : part.kind === 'text' ? part.field : part.kind

function Part({ part }: { readonly part: ChangedPart }) {
  const { t } = useTranslation()
  switch (part.kind) {
    case 'vote':
      return <p>{t('commit.part.vote', { from: t(`vote.${part.from}`), to: t(`vote.${part.to}`) })}</p>
    case 'dossier-version':
      return <p>{t('commit.part.dossier-version', { from: part.from, to: part.to })}</p>
    case 'text':
      return (
        <>
          <p>{t(`review.text.${part.field}`)}</p>
          <WordDiff from={part.from} to={part.to} />
        </>
      )
    case 'criterion': {
      const { criterionId, verdict, reason, isEvidenceChanged } = part
      return (
        <>
          <p>
            <strong>{wordsOf(t, `criterion.${criterionId}.title`)}</strong>{' '}
            {verdict === null
              ? null
              : t('commit.part.verdict', {
                  from: wordsOf(t, `judgement.${verdict.from}`),
                  to: wordsOf(t, `judgement.${verdict.to}`),
                })}{' '}
            {isEvidenceChanged ? t('commit.part.evidence') : null}
          </p>
          {reason === null ? null : <WordDiff from={reason.from} to={reason.to} />}
        </>
      )
    }
  }
}
