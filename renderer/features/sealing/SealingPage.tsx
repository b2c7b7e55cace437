import { Spin } from 'antd'
import { useState } from 'react'
import { peekDraft } from '@renderer/data/drafts'
import { draftKeyOf, type OpenTask } from '@renderer/data/expert-tasks'
import { emptyDraft, type OpinionDraft } from '@shared/acts/expert-opinion'
import { abandonCorrection, readDraft } from '@renderer/data/opinion-draft'
import { useDraft } from '@renderer/data/use-draft'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { CorrectionNote } from '@renderer/ui/CorrectionNote'
import { SealedOpinion } from './SealedOpinion'
import { SealingForm } from './SealingForm'
import './sealing.css'

/** 封存: read everything through, sign, seal. What is sealed is shown as it is, also while it is being corrected. */
export function SealingPage({ task }: { readonly task: OpenTask }) {
  const [writing, setWriting] = useState(() => task.opinion === null || peekDraft(draftKeyOf(task)) !== undefined)
  const show = (next: 'writing' | 'sealed') => () => {
    setWriting(next === 'writing')
  }
  if (writing) return <DraftSealing task={task} onSealed={show('sealed')} />
  // The record is in the journal; its row is on the way into the tables.
  if (task.opinion === null) return <Spin />
  const isCorrected = peekDraft(draftKeyOf(task)) !== undefined
  return <SealedOpinion task={task} opinion={task.opinion} onBack={isCorrected ? show('writing') : null} />
}

function DraftSealing({ task, onSealed }: { readonly task: OpenTask; readonly onSealed: () => void }) {
  const { contentHash, version } = task.version.value
  const about = { dossierHash: contentHash, dossierVersion: version }
  const goTo = useExpertDesk((desk) => desk.goTo)
  const draft = useDraft<OpinionDraft>(draftKeyOf(task), emptyDraft(about), (stored) => readDraft(stored, about))
  return (
    <SealingForm
      task={task}
      draft={draft.value}
      notice={
        task.opinion === null ? null : (
          <CorrectionNote
            version={task.opinion.value.version}
            onView={onSealed}
            onAbandon={async () => {
              await abandonCorrection(task, draft)
              onSealed()
              goTo('sealing')
            }}
          />
        )
      }
      onSealed={async () => {
        await draft.drop()
        onSealed()
      }}
    />
  )
}
