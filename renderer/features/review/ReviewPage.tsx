import { Alert, Button, Spin } from 'antd'
import { useState } from 'react'
import type { ExpertOpinion } from '@shared/domain/panel'
import type { DossierCase } from '@renderer/data/cases'
import { peekDraft } from '@renderer/data/drafts'
import { draftKeyOf, type OpenTask } from '@renderer/data/expert-tasks'
import { draftOfOpinion, emptyDraft, readDraft, type OpinionDraft } from '@renderer/data/opinion-draft'
import { useDraft } from '@renderer/data/use-draft'
import { useCase } from '@renderer/data/use-live'
import { timeOfDay } from '@renderer/platform/clock'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { useTranslation } from '@renderer/ui/translation'
import { ReviewScreen } from './ReviewScreen'
import './review.css'

/** 审阅: the dossier beside the criteria. What is sealed is shown and cannot be changed here. */
export function ReviewPage({ task }: { readonly task: OpenTask }) {
  const { t } = useTranslation()
  const dossier = useCase(task.dossierId)
  // Whether one writes is settled when the page opens: sealing and correcting begin on the other page.
  const [writing] = useState(() => task.opinion === null || peekDraft(draftKeyOf(task)) !== undefined)
  if (dossier === undefined) return <Spin description={t('common.loading')} />
  if (dossier === null) return <Alert type="warning" showIcon title={t('review.noDossier')} />
  if (!writing && task.opinion !== null) {
    return <SealedReview task={task} opinion={task.opinion.value} dossier={dossier} />
  }
  return <OpenReview task={task} dossier={dossier} />
}

function OpenReview({ task, dossier }: { readonly task: OpenTask; readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const about = { dossierHash: dossier.contentHash, dossierVersion: dossier.file.version }
  const draft = useDraft<OpinionDraft>(draftKeyOf(task), emptyDraft(about), (stored) => readDraft(stored, about))
  const [saidRestored, setSaidRestored] = useState(false)
  const isOtherVersion = draft.value.dossierHash !== about.dossierHash
  return (
    <ReviewScreen
      dossier={dossier}
      draft={draft.value}
      onChange={draft.change}
      notice={
        <>
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
                    draft.change({ ...draft.value, ...about })
                  }}
                >
                  {t('review.acceptVersion', { version: about.dossierVersion })}
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
}) {
  const { task, opinion, dossier } = props
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
      dossier={dossier}
      draft={draftOfOpinion(opinion)}
      onChange={null}
      notice={
        <Alert
          type={word === null ? 'info' : 'warning'}
          banner
          title={word ?? t('review.sealed')}
          action={
            <Button
              size="small"
              onClick={() => {
                goTo('sealing')
              }}
            >
              {t('review.toSealing')}
            </Button>
          }
        />
      }
    />
  )
}
