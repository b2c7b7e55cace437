import { Alert, Button, Input, Radio, Select, Spin } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { reviewDayGaps } from '@shared/acts/division-review'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import type { DivisionOpinion } from '@shared/domain/proceedings'
import type { DossierCase } from '@renderer/data/cases'
import { useCase, usePerson, useToday } from '@renderer/data/use-live'
import { useDraft } from '@renderer/data/use-draft'
import { ActRefused } from '@renderer/platform/act-refused'
import { wordsAt } from '@renderer/platform/gap-words'
import { dayAndTime } from '@renderer/platform/clock'
import { DayInput } from '@renderer/ui/DayInput'
import { DraftNote } from '@renderer/ui/DraftNote'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { visibleText } from '@shared/lib/visible-text'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { PageHead } from '@renderer/ui/PageHead'
import { useTask } from '@renderer/ui/use-task'
import { PrintHint } from '@renderer/ui/PrintHint'
import { useTranslation } from '@renderer/ui/translation'
import { decideReview, emptyReview, reviewOf, sealReview, type ReviewDraft, type ReviewGaps } from './review-actions'
import { reviewItems } from './review-items'
import { ReviewItem } from './ReviewItem'

const noGaps: ReviewGaps = new Map()
const conclusions = ['pass', 'reject', 'supplement'] as const

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
  const [gaps, setGaps] = useState<ReviewGaps>(noGaps)
  const task = useTask()
  const { file, facts, results } = dossier
  const { value, change } = draft
  const divisions = facts.settings.divisions.filter((division) =>
    kind === 'business' ? division.role === 'business' : division.role === 'policy-law',
  )
  const gap = (key: string) => {
    const words = gaps.get(key)
    return words === undefined ? null : t(words)
  }
  const dayGaps = reviewDayGaps(kind, calendarDateSchema.safeParse(value.signedOn).data ?? null, file, today)
  const set = (part: Partial<ReviewDraft>) => {
    change({ ...value, ...part })
    if (gaps.size > 0) setGaps(noGaps)
  }
  const seal = async () => {
    const divisionName = divisions.find((division) => division.id === value.divisionId)?.name ?? ''
    const decided = decideReview(kind, value, divisionName)
    if (!decided.ok) {
      setGaps(decided.error)
      return
    }
    if (dayGaps.length > 0) throw new ActRefused(dayGaps)
    await sealReview(dossier, decided.value)
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
      {reviewItems[kind].map((ruleId) => {
        const result = results.find((candidate) => candidate.ruleId === ruleId)
        if (result === undefined) return null
        return (
          <ReviewItem
            key={ruleId}
            result={result}
            content={file.content}
            answer={value.answers[ruleId] ?? { verdict: null, reason: '' }}
            error={gap(ruleId)}
            onChange={(answer) => {
              set({ answers: { ...value.answers, [ruleId]: answer } })
            }}
          />
        )
      })}
      <section className="panel stack">
        {kind === 'business' ? (
          <Labelled label={t('review.standing')} htmlFor="review-standing" error={gap('standing')}>
            <Input.TextArea
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
          <Radio.Group
            aria-label={t('review.conclusion')}
            value={value.conclusion}
            onChange={(event) => {
              set({ conclusion: event.target.value as DivisionOpinion['conclusion'] })
            }}
          >
            {conclusions.map((conclusion) => (
              <Radio.Button key={conclusion} value={conclusion}>
                {t(`divisionConclusion.${conclusion}`)}
              </Radio.Button>
            ))}
          </Radio.Group>
        </Labelled>
        <Labelled label={t('review.comment')} htmlFor="review-comment">
          <Input.TextArea
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
        <div className="fields">
          <Labelled label={t('review.division')} htmlFor="review-division" error={gap('divisionId')}>
            <Select
              id="review-division"
              placeholder={t('common.notSet')}
              value={value.divisionId}
              options={divisions.map((division) => ({ value: division.id, label: division.name }))}
              onChange={(divisionId) => {
                set({ divisionId })
              }}
            />
          </Labelled>
          <Labelled label={t('review.signer')} htmlFor="review-signer" error={gap('signer')}>
            <Input
              id="review-signer"
              value={value.signer}
              onChange={(event) => {
                set({ signer: event.target.value })
              }}
            />
          </Labelled>
          <Labelled
            label={t('common.date')}
            htmlFor="review-on"
            error={gap('signedOn') ?? wordsAt(dayGaps, 'signedOn', t)}
          >
            <DayInput
              id="review-on"
              value={value.signedOn}
              onChange={(signedOn) => {
                set({ signedOn })
              }}
            />
          </Labelled>
        </div>
        {gaps.size === 0 ? null : (
          <Alert type="error" showIcon role="alert" title={t('review.gaps', { count: gaps.size })} />
        )}
        <ErrorNote error={task.error} />
        <div className="panel-foot">
          <span className="quiet">{t('review.sealMeaning')}</span>
          <Button
            type="primary"
            loading={task.busy}
            onClick={() => {
              task.run(seal)
            }}
          >
            {t('review.seal')}
          </Button>
        </div>
      </section>
    </>
  )
}
