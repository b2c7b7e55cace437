import { Alert, Button, Spin } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Gap } from '@shared/acts/act'
import {
  emptyReview,
  reviewDayGaps,
  reviewOf,
  reviewSealGaps,
  sealReview,
  type ReviewAnswer,
  type ReviewDraft,
} from '@shared/acts/division-review'
import { reviewItems } from '@shared/acts/review-items'
import type { Action } from '@shared/records/payloads'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import { divisionsInForce } from '@shared/regulation/division-opinions'
import { appendAsReadBack } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { useCase, usePerson, useToday } from '@renderer/data/use-live'
import { useDraft } from '@renderer/data/use-draft'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { visibleText } from '@shared/lib/visible-text'
import { Labelled } from '@renderer/ui/Labelled'
import { PageHead } from '@renderer/ui/PageHead'
import { useTask } from '@renderer/ui/use-task'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { ConclusionChoice } from './ConclusionChoice'
import { ReviewItem } from './ReviewItem'
import { SealReviewDialog } from './SealReviewDialog'
import { SigningFields } from './SigningFields'

const noGaps: readonly Gap[] = []
const noAnswer: ReviewAnswer = { verdict: null, reason: '' }

/** 处室审核: the opinion of a business division (Art. 10, 11) or of the policy division on the organisation (Art. 10). */
export function DivisionReviewPage() {
  const { t } = useTranslation()
  const params = useParams()
  const dossier = useCase((params['dossierId'] ?? '') as DossierId)
  if (dossier === undefined) return <Spin />
  if (dossier === null) return <EmptyScreen words={t('dossier.absent')} />
  const kind = params['kind'] === 'organisation' ? 'organisation' : 'business'
  return <ReviewForm key={`${dossier.file.id}/${kind}`} dossier={dossier} kind={kind} />
}

function ReviewForm({ dossier, kind }: { readonly dossier: DossierCase; readonly kind: DivisionOpinion['kind'] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = useToday()
  const person = usePerson()
  const sealed = dossier.file.proceedings.divisionOpinions.findLast((opinion) => opinion.kind === kind)
  const draft = useDraft<ReviewDraft>(
    `division-opinion/${dossier.file.id}/${kind}`,
    sealed === undefined ? emptyReview(person.name, today) : reviewOf(sealed, today),
  )
  const [gaps, setGaps] = useState(noGaps)
  const [readBack, setReadBack] = useState<readonly Action[] | null>(null)
  const task = useTask()
  const { file, facts, results, contentHash } = dossier
  const { value, change } = draft
  const role = kind === 'business' ? 'business' : 'policy-law'
  const divisions = useMemo(() => divisionsInForce(facts).filter((division) => division.role === role), [facts, role])
  const gap = (key: string) => wordsAt(gaps, key, t)
  const dayGaps = reviewDayGaps(kind, calendarDateSchema.safeParse(value.signedOn).data ?? null, file, today)
  const division = divisions.find(({ id }) => id === value.divisionId)
  const sealGaps = [...dayGaps, ...reviewSealGaps(division?.name ?? '', file)]
  const set = useCallback(
    (part: Partial<ReviewDraft>) => {
      change((now) => ({ ...now, seenHash: now.seenHash ?? contentHash, ...part }))
      setGaps(noGaps)
    },
    [change, contentHash],
  )
  const answerTo = useCallback(
    (ruleId: string, part: Partial<ReviewAnswer>) => {
      change((now) => ({
        ...now,
        seenHash: now.seenHash ?? contentHash,
        answers: { ...now.answers, [ruleId]: { ...(now.answers[ruleId] ?? noAnswer), ...part } },
      }))
      setGaps(noGaps)
    },
    [change, contentHash],
  )
  const isOther = value.seenHash !== undefined && value.seenHash !== contentHash
  const decide = () => sealReview(dossier, kind, value, { divisionName: division?.name ?? '', today })
  const ask = () => {
    const decided = decide()
    setGaps(decided.ok ? noGaps : decided.error.filter(({ field }) => field !== null))
    if (decided.ok) setReadBack(decided.value)
  }
  const seal = async (asked: readonly Action[]) => {
    await appendAsReadBack(asked, decide())
    await draft.drop()
    void navigate(`/dossiers/${file.id}?tab=opinions`)
  }
  return (
    <>
      <PageHead
        title={`${t(`divisionOpinion.${kind}`)}${t('punctuation.colon')}${file.content.alliance.name}`}
        note={t('review.onVersion', { version: file.version, hash: dossier.contentHash.slice(0, 8) })}
      />
      <DraftNote draft={draft} timeOf={dayAndTime} />
      {sealed === undefined ? null : (
        <Alert
          type="info"
          showIcon
          role="note"
          title={t('review.correcting', { division: visibleText(sealed.divisionName), on: sealed.signedOn })}
        />
      )}
      {isOther ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('stale.draftOther', { version: file.version })}
          action={
            <Button
              onClick={() => {
                set({ seenHash: contentHash })
              }}
            >
              {t('stale.draftSeen')}
            </Button>
          }
        />
      ) : null}
      {reviewItems[kind].map((ruleId) => {
        const result = results.find((candidate) => candidate.ruleId === ruleId)
        if (result === undefined) return null
        return (
          <ReviewItem
            key={ruleId}
            result={result}
            content={file.content}
            answer={value.answers[ruleId] ?? noAnswer}
            error={gap(ruleId)}
            onChange={answerTo}
          />
        )
      })}
      <section className="panel stack">
        {kind === 'business' ? (
          <Labelled label={t('review.standing')} htmlFor="review-standing" error={gap('standing')}>
            <TextArea
              id="review-standing"
              className="reading"
              autoSize={{ minRows: 3 }}
              value={value.standing}
              onChange={(event) => {
                set({ standing: event.target.value })
              }}
            />
            <PrintHint text={value.standing} />
          </Labelled>
        ) : null}
        <Labelled label={t('review.conclusion')} error={gap('conclusion')}>
          <ConclusionChoice value={value.conclusion} onChange={set} />
        </Labelled>
        <Labelled label={t('review.comment')} htmlFor="review-comment">
          <TextArea
            id="review-comment"
            className="reading"
            autoSize={{ minRows: 2 }}
            value={value.comment}
            onChange={(event) => {
              set({ comment: event.target.value })
            }}
          />
          <PrintHint text={value.comment} />
        </Labelled>
        <SigningFields
          divisions={divisions}
          divisionId={division?.id ?? null}
          signer={value.signer}
          signedOn={value.signedOn}
          divisionError={gap('divisionId') ?? wordsAt(sealGaps, 'divisionId', t)}
          signerError={gap('signer')}
          dayError={gap('signedOn') ?? wordsAt(dayGaps, 'signedOn', t)}
          onChange={set}
        />
        {gaps.length === 0 ? null : (
          <Alert type="error" showIcon role="alert" title={t('review.gaps', { count: gaps.length })} />
        )}
        {sealGaps.map((found) =>
          found.field === null ? (
            <Alert key={found.code} type="error" showIcon role="alert" title={gapWords(found, t)} />
          ) : null,
        )}
        <div className="panel-foot">
          <span className="quiet">{t('review.sealMeaning')}</span>
          <Button
            type="primary"
            disabled={isOther || sealGaps.some(({ field }) => field === null)}
            loading={task.busy}
            onClick={ask}
          >
            {t('review.seal')}
          </Button>
        </div>
      </section>
      {readBack === null ? null : (
        <SealReviewDialog
          file={file}
          contentHash={contentHash}
          actions={readBack}
          task={task}
          onClose={() => {
            setReadBack(null)
          }}
          onSeal={() => {
            task.run(() => seal(readBack))
          }}
        />
      )}
    </>
  )
}
