import { Alert, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import type { Handwriting } from '@shared/domain/judgement'
import type { CountersignCase } from '@renderer/data/countersign'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { SignaturePad } from '@renderer/ui/handwriting/SignaturePad'
import { Labelled } from '@renderer/ui/Labelled'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { answerRound, keepScan, type Scan } from './signing-actions'

type Way = 'handwriting' | 'scan' | 'declined'
type Refused = 'not-a-scan' | 'too-large'

/** Signing is a judgement: no way is chosen beforehand, and nothing is bound to a bare Enter. */
export function SigningForm(props: {
  readonly task: ExpertTask
  readonly found: CountersignCase
  readonly onAnswered: () => void
}) {
  const { task, found, onAnswered } = props
  const { t } = useTranslation()
  const person = usePerson()
  const today = useToday()
  const acting = useTask()
  const [way, setWay] = useState<Way | null>(null)
  const [handwriting, setHandwriting] = useState<Handwriting | null>(null)
  const [scan, setScan] = useState<Scan | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const draft = useDraft(`countersign/${task.panelId}/${task.dossierId}`, '')
  const reason = draft.value
  const [hasRead, setHasRead] = useState(false)
  const answer =
    way === 'handwriting' && handwriting !== null
      ? { kind: way, handwriting }
      : way === 'scan' && scan !== null
        ? { kind: way, scan }
        : way === 'declined' && reason.trim() !== ''
          ? { kind: way, reason: reason.trim() }
          : null
  return (
    <section className="panel stack" aria-label={t('signing.sign')}>
      <h2>{t('signing.sign')}</h2>
      <p>
        {t('sealing.signer', { name: task.expert?.name ?? person.name, unit: task.expert?.unitName ?? person.unit })}
      </p>
      <Radio.Group
        className="conclusions"
        aria-label={t('signing.sign')}
        value={way}
        onChange={(event) => {
          setWay(event.target.value as Way)
          setHandwriting(null)
          setRefused(null)
        }}
        options={[
          { value: 'handwriting', label: t('signing.way.handwriting') },
          { value: 'scan', label: t('signing.way.scan') },
          { value: 'declined', label: t('signing.way.declined') },
        ]}
      />
      {way === 'handwriting' ? <SignaturePad onChange={setHandwriting} /> : null}
      {way === 'scan' ? (
        <>
          <p>{t('signing.scanNote')}</p>
          <FileDrop
            hint={t('signing.dropScan')}
            accept=".pdf,.png,.jpg,.jpeg"
            disabled={acting.busy}
            onFiles={([file]) => {
              if (file === undefined) return
              acting.run(async () => {
                const kept = await keepScan(file)
                setScan(kept.ok ? kept.value : null)
                setRefused(kept.ok ? null : kept.error)
              })
            }}
          />
          {refused === null ? null : (
            <Alert type="error" showIcon role="alert" title={t(`signing.refused.${refused}`)} />
          )}
          {scan === null ? null : (
            <p role="status" className="path">
              {t('signing.scanKept', { file: scan.fileName, hash: scan.sha256 })}
            </p>
          )}
        </>
      ) : null}
      {way === 'declined' ? (
        <Labelled label={t('signing.reason')} htmlFor="signing-reason" hint={t('signing.reasonHint')}>
          <TextArea
            id="signing-reason"
            autoSize={{ minRows: 3 }}
            value={reason}
            onChange={(event) => {
              draft.change(event.target.value)
            }}
          />
        </Labelled>
      ) : null}
      <Alert type="info" role="note" showIcon title={t('signing.meaning')} />
      <Checkbox
        checked={hasRead}
        onChange={(event) => {
          setHasRead(event.target.checked)
        }}
      >
        {t('signing.hasRead')}
      </Checkbox>
      <ErrorNote error={acting.error} />
      <div className="panel-foot">
        <span className="quiet" role="status">
          {answer === null ? t('signing.needAnswer') : hasRead ? null : t('signing.needRead')}
        </span>
        <Button
          type="primary"
          loading={acting.busy}
          disabled={answer === null || !hasRead}
          onClick={() => {
            if (answer === null) return
            acting.run(async () => {
              await answerRound(task, found, answer, { name: person.name, on: today })
              await draft.drop()
              onAnswered()
            })
          }}
        >
          {t(way === 'declined' ? 'signing.decline' : 'signing.act')}
        </Button>
      </div>
    </section>
  )
}
