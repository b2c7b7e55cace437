import { Button, Input, Select } from 'antd'
import type { OpinionDraft } from '@shared/acts/seal-panel-opinion'
import { expertLabel, labelAmong } from '@shared/domain/expert-label'
import type { Panel } from '@shared/domain/panel'
import { useTranslation } from '@renderer/ui/translation'

/** Experts who will not sign, with their reason; the opinion prints both. */
export function Refusals(props: {
  readonly panel: Panel
  readonly refusals: OpinionDraft['refusals']
  readonly onChange: (refusals: OpinionDraft['refusals']) => void
}) {
  const { t } = useTranslation()
  const { panel, refusals, onChange } = props
  const free = panel.experts.filter((expert) => !refusals.some((item) => item.expertId === expert.id))
  return (
    <div className="stack">
      {refusals.map((item, index) => (
        <div key={item.expertId} className="row">
          <span>{labelAmong(item.expertId, '', panel.experts)}</span>
          <Input
            className="grow"
            aria-label={t('opinion.refusalReason')}
            placeholder={t('opinion.refusalReason')}
            value={item.reason}
            onChange={(event) => {
              onChange(refusals.with(index, { ...item, reason: event.target.value }))
            }}
          />
          <Button
            size="small"
            onClick={() => {
              onChange(refusals.toSpliced(index, 1))
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Select
        aria-label={t('opinion.addRefusal')}
        placeholder={t('opinion.addRefusal')}
        value={null}
        options={free.map((expert) => ({ value: expert.id, label: expertLabel(expert, panel.experts) }))}
        onChange={(id: string | null) => {
          const expert = free.find((candidate) => candidate.id === id)
          if (expert !== undefined) onChange([...refusals, { expertId: expert.id, reason: '' }])
        }}
      />
    </div>
  )
}
