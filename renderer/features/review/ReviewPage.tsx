import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import type { ExpertOpinion } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { peekDraft } from '@renderer/data/drafts'
import { draftKeyOf, type OpenTask } from '@renderer/data/expert-tasks'
import { goOnWith } from '@shared/acts/after-supplement'
import { draftOfOpinion, emptyDraft, type OpinionDraft } from '@shared/acts/expert-opinion'
import { abandonCorrection, readDraft } from '@renderer/data/opinion-draft'
import { opinionSteps } from '@renderer/data/opinion-steps'
import { useDraft } from '@renderer/data/use-draft'
import { useCase } from '@renderer/data/use-live'
import { dayAndTime, timeOfDay } from '@renderer/platform/clock'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { CorrectionNote } from '@renderer/ui/CorrectionNote'
import { DraftNote } from '@renderer/ui/DraftNote'
import { useTranslation } from '@renderer/ui/translation'
import { AfterSupplement } from './AfterSupplement'
import { ReviewScreen } from './ReviewScreen'
import { useSupplement } from './use-supplement'
import './review.css'

/** 审阅: the dossier beside the criteria. What is sealed is shown and cannot be changed here. */
export function ReviewPage({ task }: { readonly task: OpenTask }) {
  const { t } = useTranslation()
  const dossier = useCase(task.dossierId, task.panelId)
  // Sealing and correcting begin on the other page; what is sealed may be looked at while it is corrected.
  const isBegun = peekDraft(draftKeyOf(task)) !== undefined
  const [writing, setWriting] = useState(() => task.opinion === null || peekDraft(draftKeyOf(task)) !== undefined)
  if (dossier === undefined) return <Spin description={t('common.loading')} />
  if (dossier === null) return <Alert type="warning" showIcon title={t('review.noDossier')} />
  if (!writing && task.opinion !== null) {
    return (
      <SealedReview
        task={task}
        opinion={task.opinion.value}
        dossier={dossier}
        onBack={
          isBegun
            ? () => {
                setWriting(true)
              }
            : null
        }
      />
    )
  }
  return (
    <OpenReview
      task={task}
      dossier={dossier}
      onViewSealed={() => {
        setWriting(false)
      }}
    />
  )
}

function OpenReview(props: {
  readonly task: OpenTask
  readonly dossier: DossierCase
  readonly onViewSealed: () => void
}) {
  const { task, dossier, onViewSealed } = props
  const { t } = useTranslation()
  const goTo = useExpertDesk((desk) => desk.goTo)
  const about = { dossierHash: dossier.contentHash, dossierVersion: dossier.file.version }
  const draft = useDraft<OpinionDraft>(draftKeyOf(task), emptyDraft(about), (stored) => readDraft(stored, about))
  const steps = opinionSteps(draftKeyOf(task), draft)
  const [saidRestored, setSaidRestored] = useState(false)
  const isOtherVersion = draft.value.dossierHash !== about.dossierHash
  const supplement = useSupplement(draft.value, dossier)
  const [showing, setShowing] = useState(false)
  return (
    <ReviewScreen
      of={task}
      dossier={dossier}
      draft={draft.value}
      onChange={steps.change}
      steps={steps}
      supplement={supplement ?? null}
      onShowSupplement={() => {
        setShowing(true)
      }}
      notice={
        <>
          {showing && supplement !== null ? (
            <AfterSupplement
              supplement={supplement}
              version={about.dossierVersion}
              onGoOn={
                isOtherVersion && supplement !== undefined
                  ? () => {
                      steps.change((now) => goOnWith(now, about, supplement.touches, supplement.standing))
                      setShowing(false)
                    }
                  : null
              }
              onClose={() => {
                setShowing(false)
              }}
            />
          ) : null}
          {task.opinion === null ? null : (
            <CorrectionNote
              banner
              version={task.opinion.value.version}
              onView={onViewSealed}
              onAbandon={async () => {
                await abandonCorrection(task, draft)
                onViewSealed()
                goTo('sealing')
              }}
            />
          )}
          {draft.restoredAt === null || saidRestored ? null : (
            <Alert
              type="info"
              banner
              closable={{
                onClose: () => {
                  setSaidRestored(true)
                },
              }}
              title={t('review.restored', { time: timeOfDay(draft.restoredAt) })}
            />
          )}
          <DraftNote draft={{ ...draft, restoredAt: null }} timeOf={dayAndTime} />
          {task.returned === null ? null : (
            <Alert
              type="warning"
              banner
              title={t('expert.returned', { day: task.returned.value.on, reason: task.returned.value.reason })}
            />
          )}
          {isOtherVersion ? (
            <Alert
              type="warning"
              banner
              title={t('review.otherVersion', { from: draft.value.dossierVersion, to: about.dossierVersion })}
              action={
                <Button
                  size="small"
                  onClick={() => {
                    setShowing(true)
                  }}
                >
                  {t('supplement.show')}
                </Button>
              }
            />
          ) : null}
        </>
      }
    />
  )
}

function SealedReview(props: {
  readonly task: OpenTask
  readonly opinion: ExpertOpinion
  readonly dossier: DossierCase
  /** To the correction that is being written; null while there is none. */
  readonly onBack: (() => void) | null
}) {
  const { task, opinion, dossier, onBack } = props
  const { t } = useTranslation()
  const goTo = useExpertDesk((desk) => desk.goTo)
  const { contentHash, version } = task.version.value
  const word =
    opinion.dossierHash !== contentHash
      ? t('sealing.sealed.stale', { from: opinion.dossierVersion, to: version })
      : task.returned !== null
        ? t('expert.returned', { day: task.returned.value.on, reason: task.returned.value.reason })
        : null
  return (
    <ReviewScreen
      of={task}
      dossier={dossier}
      draft={draftOfOpinion(opinion)}
      onChange={null}
      steps={null}
      supplement={null}
      onShowSupplement={null}
      notice={
        <Alert
          type={word === null ? 'info' : 'warning'}
          banner
          title={word ?? t('review.sealed')}
          action={
            <Button
              size="small"
              onClick={
                onBack ??
                (() => {
                  goTo('sealing')
                })
              }
            >
              {t(onBack === null ? 'review.toSealing' : 'correction.backToWriting')}
            </Button>
          }
        />
      }
    />
  )
}
