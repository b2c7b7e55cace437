import type { ConsultationDraft } from '@shared/acts/consultation'
import type { Action, Payload } from '@shared/records/payloads'
import type { DossierCase } from '@renderer/data/cases'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import type { ReadBackLine } from '@renderer/ui/ReadBackLines'
import type { Task } from '@renderer/ui/use-task'
import { useOffice } from '@renderer/data/use-live'
import { useTranslation } from '@renderer/ui/translation'

/**
 * 会商结果读回 (Art. 13): the meeting once, then each dossier that it settles, and whatever was chosen and is not
 * recorded.
 */
export function ReadBackMeeting(props: {
  readonly actions: readonly Action[]
  readonly draft: ConsultationDraft
  readonly cases: readonly DossierCase[]
  readonly task: Task
  readonly onClose: () => void
  readonly onRecord: () => void
}) {
  const { t } = useTranslation()
  const office = useOffice()
  const { actions, draft, cases, task, onClose, onRecord } = props
  const results = actions.flatMap((action) =>
    action.type === 'consultation.recorded' ? [action.payload as Payload<'consultation.recorded'>] : [],
  )
  const [meeting] = results
  if (meeting === undefined) return null
  const { heldOn, minutesNo, attendeeAgencyIds } = meeting.consultation
  const agencies = office.agencies.filter(({ id }) => attendeeAgencyIds.includes(id)).map(({ name }) => name)
  const nameOf = (id: string) => cases.find(({ file }) => file.id === id)?.file.content.alliance.name ?? id
  const recorded = results.map(({ dossierId, consultation: said }): ReadBackLine => {
    const { decision, note, dossierVersion, until, condition, isCultivated } = said
    const version = dossierVersion === undefined ? '' : t('dossier.version', { version: dossierVersion })
    const parts = [
      t(`consultationDecision.${decision}`),
      version,
      note,
      until === undefined ? '' : t('consultation.untilIs', { on: until }),
      condition === undefined ? '' : t('consultation.conditionIs', { condition }),
      isCultivated === true ? t('consultation.cultivate') : '',
    ].filter((part) => part !== '')
    return { term: nameOf(dossierId), words: parts.join(t('punctuation.semicolon')) }
  })
  const left = cases.filter(
    ({ file }) =>
      (draft.decisions[file.id]?.decision ?? null) !== null && results.every(({ dossierId }) => dossierId !== file.id),
  )
  return (
    <ReadBackDialog
      title={t('consultation.ask', { count: results.length })}
      lines={[
        { term: t('consultation.heldOn'), words: heldOn, isStrong: true },
        { term: t('consultation.minutesNo'), words: minutesNo, isStrong: true },
        {
          term: t('consultation.attendees'),
          words: agencies.length === 0 ? t('common.notSet') : agencies.join(t('punctuation.list')),
        },
        ...recorded,
        ...left.map(({ file }) => ({ term: file.content.alliance.name, words: t('consultation.leftAsIs') })),
      ]}
      confirm={t('act.confirm', { action: t('consultation.save') })}
      task={task}
      onClose={onClose}
      onConfirm={onRecord}
    />
  )
}
