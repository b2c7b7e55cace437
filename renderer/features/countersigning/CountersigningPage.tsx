import { Alert, Spin } from 'antd'
import { useState } from 'react'
import { signingBlock } from '@shared/acts/countersign'
import { attachmentSource } from '@renderer/data/attachments'
import { loadCountersign, type CountersignCase } from '@renderer/data/countersign'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { useLiveOf, useToday } from '@renderer/data/use-live'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { PdfViewer } from '@renderer/ui/pdf/PdfViewer'
import { useTranslation } from '@renderer/ui/translation'
import { Answered } from './Answered'
import { Comparison } from './Comparison'
import { SigningForm } from './SigningForm'
import './countersigning.css'

/** 会签: the expert reads the panel's opinion beside the own one, and signs it, or says why not. */
export function CountersigningPage({ task }: { readonly task: ExpertTask }) {
  const { t } = useTranslation()
  const today = useToday()
  const { panelId, dossierId } = task
  const found = useLiveOf(`${panelId} ${dossierId} ${today}`, () => loadCountersign(panelId, dossierId, today))
  const [correcting, setCorrecting] = useState(false)
  if (found === undefined) return <Spin />
  if (found === null) return <EmptyScreen words={t('signing.none')} />
  const { value } = found.round
  const block = signingBlock(found.round.value, found.opinion.value, task.expertId)
  const { countersignature } = task
  return (
    <div className="countersigning">
      <div className="countersigning-paper">
        <Paper key={found.chain.head.sha256} head={found.chain.head} />
      </div>
      <div className="countersigning-side">
        <section className="panel">
          <PageHead
            title={t('signing.title', { version: value.opinionVersion })}
            note={t('signing.note', {
              from: value.from,
              day: value.openedOn,
              due: value.dueOn === null ? t('countersign.noDue') : t('countersign.due', { day: value.dueOn }),
              hash: value.opinionHash.slice(0, 8),
              count: found.chain.signers.length,
            })}
          />
          {block === null ? null : <Alert type="error" showIcon role="alert" title={t(`signing.blocked.${block}`)} />}
        </section>
        {countersignature === null || correcting ? null : (
          <Answered
            task={task}
            round={found.round}
            signature={countersignature.value}
            onSignAfterAll={() => {
              setCorrecting(true)
            }}
          />
        )}
        <Comparison opinion={found.opinion.value} own={task.opinion?.value ?? null} />
        {block !== null || (countersignature !== null && !correcting) ? null : (
          <SigningForm
            task={task}
            found={found}
            onAnswered={() => {
              setCorrecting(false)
            }}
          />
        )}
      </div>
    </div>
  )
}

function Paper({ head }: { readonly head: CountersignCase['chain']['head'] }) {
  const { t } = useTranslation()
  const [source] = useState(() => attachmentSource(head.sha256, head.size))
  return <PdfViewer fileName={t('signing.paper')} source={source} />
}
