import { Alert, Button } from 'antd'
import type { DossierCase } from '@renderer/data/cases'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { confirmReview } from './panel-opinion-actions'

/** 复核: the dossier changed after the opinion; a person says whether it still holds. */
export function ConfirmReview({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const draft = useDraft(`confirm-review/${dossier.file.id}`, '')
  const note = draft.value
  const task = useTask()
  const confirmed = dossier.file.proceedings.reviewConfirmations.findLast(
    (item) => item.dossierHash === dossier.contentHash,
  )
  if (confirmed !== undefined) {
    return (
      <Alert
        type="info"
        showIcon
        title={t('opinion.reviewConfirmed', { by: confirmed.by, on: confirmed.on, note: confirmed.note })}
      />
    )
  }
  return (
    <section className="panel stack">
      <Alert type="warning" showIcon title={t('opinion.changedSince', { version: dossier.file.version })} />
      <TextArea
        aria-label={t('opinion.reviewNote')}
        placeholder={t('opinion.reviewNote')}
        autoSize={{ minRows: 2 }}
        value={note}
        onChange={(event) => {
          draft.change(event.target.value)
        }}
      />
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button
          disabled={note.trim() === ''}
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              await confirmReview(dossier, note.trim(), by, today)
              await draft.drop()
            })
          }}
        >
          {t('opinion.confirmReview')}
        </Button>
      </div>
    </section>
  )
}
