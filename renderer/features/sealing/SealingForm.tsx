import { Alert, Button, Checkbox, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Handwriting } from '@shared/domain/judgement'
import { articleText } from '@shared/regulation/2010/articles'
import { criterionOf } from '@shared/regulation/criteria'
import type { OpenTask } from '@renderer/data/expert-tasks'
import { remarksOn, type OpinionDraft } from '@shared/acts/expert-opinion'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { SignaturePad } from '@renderer/ui/handwriting/SignaturePad'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { ReadThrough } from './ReadThrough'
import { Remarks } from './Remarks'
import { sealOpinion } from './sealing-actions'

/** Everything once more on one page, then signature and seal. Nothing here is bound to a bare Enter. */
export function SealingForm(props: {
  readonly task: OpenTask
  readonly draft: OpinionDraft
  /** Above everything else. */
  readonly notice: ReactNode
  readonly onSealed: () => Promise<void>
}) {
  const { task, draft, notice, onSealed } = props
  const { t } = useTranslation()
  const person = usePerson()
  const today = useToday()
  const sealing = useTask()
  const [signing, setSigning] = useState<'pad' | 'paper'>('pad')
  const [handwriting, setHandwriting] = useState<Handwriting | null>(null)
  const [hasRead, setHasRead] = useState(false)
  const { contentHash, version } = task.version.value
  const against = {
    dossierHash: contentHash,
    dossierVersion: version,
    files: task.version.value.content.materials,
    dueOn: task.assignment.value.dueOn,
    today,
  }
  const remarks = remarksOn(draft, against, (id) => articleText(criterionOf(id).clause))
  const isComplete = !remarks.some((remark) => remark.blocks)
  const isSigned = signing === 'paper' || handwriting !== null
  const next = (task.opinion?.value.version ?? 0) + 1
  return (
    <div className="sealing">
      <section className="panel">
        <PageHead
          title={t('sealing.title')}
          note={t('sealing.about', { version: draft.dossierVersion, hash: draft.dossierHash.slice(0, 8), next })}
        />
        {notice}
        <Remarks remarks={remarks} />
        <ReadThrough opinion={draft} files={task.version.value.content.materials} />
      </section>
      <section className="panel" aria-label={t('sealing.sign')}>
        <h2>{t('sealing.sign')}</h2>
        <p>
          {t('sealing.signer', { name: task.expert?.name ?? person.name, unit: task.expert?.unitName ?? person.unit })}
        </p>
        <Radio.Group
          aria-label={t('sealing.sign')}
          value={signing}
          onChange={(event) => {
            setSigning(event.target.value as 'pad' | 'paper')
            setHandwriting(null)
          }}
          options={[
            { value: 'pad', label: t('sealing.byPad') },
            { value: 'paper', label: t('sealing.onPaper') },
          ]}
        />
        {signing === 'pad' ? <SignaturePad onChange={setHandwriting} /> : <p>{t('sealing.onPaperNote')}</p>}
        <Alert type="info" role="note" showIcon className="sealing-meaning" title={t('sealing.meaning')} />
        <Checkbox
          checked={hasRead}
          onChange={(event) => {
            setHasRead(event.target.checked)
          }}
        >
          {t('sealing.hasRead')}
        </Checkbox>
        <ErrorNote error={sealing.error} />
        <div className="panel-foot">
          <span className="quiet" role="status">
            {isComplete
              ? isSigned
                ? hasRead
                  ? null
                  : t('sealing.needRead')
                : t('sealing.needSignature')
              : t('sealing.incomplete')}
          </span>
          <Button
            type="primary"
            loading={sealing.busy}
            disabled={!isComplete || !isSigned || !hasRead}
            onClick={() => {
              sealing.run(async () => {
                await sealOpinion(task, draft, {
                  handwriting: signing === 'pad' ? handwriting : null,
                  deskName: person.name,
                  on: today,
                })
                await onSealed()
              })
            }}
          >
            {t('sealing.act')}
          </Button>
        </div>
      </section>
    </div>
  )
}
