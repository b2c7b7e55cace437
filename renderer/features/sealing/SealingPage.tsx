import { Spin } from 'antd'
import { useState } from 'react'
import { peekDraft } from '@renderer/data/drafts'
import { draftKeyOf, type OpenTask } from '@renderer/data/expert-tasks'
import { emptyDraft, readDraft, type OpinionDraft } from '@renderer/data/opinion-draft'
import { useDraft } from '@renderer/data/use-draft'
import { SealedOpinion } from './SealedOpinion'
import { SealingForm } from './SealingForm'
import './sealing.css'

/** 封存: read everything through, sign, seal. What is sealed is shown as it is. */
export function SealingPage({ task }: { readonly task: OpenTask }) {
  const [writing, setWriting] = useState(() => task.opinion === null || peekDraft(draftKeyOf(task)) !== undefined)
  if (writing) {
    return (
      <DraftSealing
        task={task}
        onSealed={() => {
          setWriting(false)
        }}
      />
    )
  }
  // The record is in the journal; its row is on the way into the tables.
  return task.opinion === null ? <Spin /> : <SealedOpinion task={task} opinion={task.opinion} />
}

function DraftSealing({ task, onSealed }: { readonly task: OpenTask; readonly onSealed: () => void }) {
  const { contentHash, version } = task.version.value
  const about = { dossierHash: contentHash, dossierVersion: version }
  const draft = useDraft<OpinionDraft>(draftKeyOf(task), emptyDraft(about), (stored) => readDraft(stored, about))
  return (
    <SealingForm
      task={task}
      draft={draft.value}
      onSealed={async () => {
        await draft.drop()
        onSealed()
      }}
    />
  )
}
