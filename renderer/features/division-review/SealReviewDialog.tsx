import type { DossierFile } from '@shared/domain/dossier'
import type { Action, Payload } from '@shared/records/payloads'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import type { Task } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** 封存前读回: whose opinion, on which version of which alliance, and every word of it. */
export function SealReviewDialog(props: {
  readonly file: DossierFile
  readonly contentHash: string
  /** What would go on record. */
  readonly actions: readonly Action[]
  readonly task: Task
  readonly onClose: () => void
  readonly onSeal: () => void
}) {
  const { t } = useTranslation()
  const { file, contentHash, actions, task, onClose, onSeal } = props
  const opinion = actions.flatMap((action): readonly Payload<'division-opinion.sealed'>['opinion'][] =>
    action.type === 'division-opinion.sealed' ? [(action.payload as Payload<'division-opinion.sealed'>).opinion] : [],
  )[0]
  if (opinion === undefined) return null
  return (
    <ReadBackDialog
      title={t('review.sealAsk', { kind: t(`divisionOpinion.${opinion.kind}`) })}
      meaning={t('review.sealMeaning')}
      lines={[
        { term: t('field.allianceName'), words: file.content.alliance.name, isStrong: true },
        {
          term: t('readBack.dossier'),
          words: t('review.onVersion', { version: file.version, hash: contentHash.slice(0, 8) }),
        },
        { term: t('review.division'), words: opinion.divisionName },
        { term: t('review.signer'), words: opinion.signer },
        { term: t('common.date'), words: opinion.signedOn },
        { term: t('review.conclusion'), words: t(`divisionConclusion.${opinion.conclusion}`), isStrong: true },
        ...(opinion.standing === '' ? [] : [{ term: t('review.standing'), words: opinion.standing }]),
        ...(opinion.comment === '' ? [] : [{ term: t('review.comment'), words: opinion.comment }]),
      ]}
      confirm={t('act.confirm', { action: t('review.seal') })}
      task={task}
      onClose={onClose}
      onConfirm={onSeal}
    >
      {opinion.items.map(({ ruleId, verdict, reason }) => (
        <p key={ruleId}>
          <JudgementMark verdict={verdict} /> <strong>{wordsOf(t, `rule.${ruleId}.title`)}</strong> ·{' '}
          <span className="reading">{reason}</span>
        </p>
      ))}
    </ReadBackDialog>
  )
}
