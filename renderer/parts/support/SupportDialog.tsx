import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { emptySupport, supportDraftOf, supportGaps, type SupportDraft } from '@shared/acts/support'
import { supportArticles, supportKinds } from '@shared/domain/support'
import { keepSupport, type SupportedAlliance, type SupportLine } from '../../data/support'
import { useDraft } from '../../data/use-draft'
import { useToday } from '../../data/use-live'
import { dayAndTime } from '../../platform/clock'
import { wordsAt } from '../../platform/gap-words'
import { newLocalId } from '../../platform/ids'
import { DialogFoot } from '../../ui/DialogFoot'
import { DayInput } from '../../ui/DayInput'
import { DraftNote } from '../../ui/DraftNote'
import { ErrorNote } from '../../ui/ErrorNote'
import { Labelled } from '../../ui/Labelled'
import { TextArea } from '../../ui/TextArea'
import { useTranslation } from '../../ui/translation'
import { useTask } from '../../ui/use-task'

/** One measure of support: to whom, by which article, when, on what basis. Only for days inside a term. */
export function SupportDialog(props: {
  readonly supported: readonly SupportedAlliance[]
  /** The alliance whose page it was asked from. */
  readonly dossierId?: string
  /** The line that is corrected. */
  readonly line?: SupportLine
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { supported, dossierId = null, line, onClose } = props
  const today = useToday()
  const begin = line === undefined ? { ...emptySupport, dossierId } : supportDraftOf(line.dossierId, line.support)
  const draft = useDraft<SupportDraft>(`support/${line?.support.id ?? dossierId ?? 'new'}`, begin, (stored) => ({
    ...emptySupport,
    ...(stored as SupportDraft),
  }))
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const { value } = draft
  const gaps = supportGaps(value, supported, today)
  const shown = asked
    ? gaps
    : gaps.filter(({ code, field }) => code !== 'needed' && (field !== 'on' || value.on !== null))
  const set = (part: Partial<SupportDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const input = (field: 'amount' | 'document' | 'recipient') => (
    <Labelled
      label={field === 'document' ? t('field.document') : t(`support.${field}`)}
      htmlFor={`support-${field}`}
      error={wordsAt(shown, field, t)}
      {...(field === 'amount' ? { hint: t('support.amountHint') } : {})}
    >
      <Input
        id={`support-${field}`}
        autoComplete="off"
        value={value[field]}
        onChange={(event) => {
          set({ [field]: event.target.value })
        }}
      />
    </Labelled>
  )
  const area = (field: 'basis' | 'note') => (
    <Labelled label={t(`field.${field}`)} htmlFor={`support-${field}`} error={wordsAt(shown, field, t)} wide>
      <TextArea
        id={`support-${field}`}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={value[field]}
        onChange={(event) => {
          set({ [field]: event.target.value })
        }}
      />
    </Labelled>
  )
  return (
    <Modal
      open
      width="44rem"
      title={t(line === undefined ? 'support.add' : 'support.correct')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('support.register')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (gaps.length > 0) return
            task.run(async () => {
              await keepSupport(value, supported, { today, id: line?.support.id ?? newLocalId('s') })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div className="fields">
        <Labelled
          label={t('dossiers.alliance')}
          htmlFor="support-dossier"
          error={wordsAt(shown, 'dossierId', t)}
          hint={t('support.pilotsOnly')}
          wide
        >
          <Select
            id="support-dossier"
            showSearch={{ optionFilterProp: 'label' }}
            disabled={line !== undefined || dossierId !== null}
            value={value.dossierId}
            options={supported.map((one) => ({ value: one.dossierId, label: one.name }))}
            onChange={(chosen) => {
              set({ dossierId: chosen })
            }}
          />
        </Labelled>
        <Labelled label={t('support.kind')} htmlFor="support-kind" error={wordsAt(shown, 'kind', t)} wide>
          <Select
            id="support-kind"
            value={value.kind}
            options={supportKinds.map((kind) => ({
              value: kind,
              label: t('support.kindOf', {
                kind: t(`supportKind.${kind}`),
                article: t('support.articleNo', { article: supportArticles[kind] }),
              }),
            }))}
            onChange={(kind) => {
              set({ kind })
            }}
          />
        </Labelled>
        <Labelled label={t('support.on')} htmlFor="support-on" error={wordsAt(shown, 'on', t)}>
          <DayInput
            id="support-on"
            value={value.on}
            onChange={(on) => {
              set({ on })
            }}
          />
        </Labelled>
        {input('amount')}
        {input('recipient')}
        {input('document')}
        {area('basis')}
        {area('note')}
      </div>
      <ErrorNote error={task.error} />
    </Modal>
  )
}
