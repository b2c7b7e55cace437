import { Button } from 'antd'
import type { ItemDraft } from '@shared/acts/seal-panel-opinion'
import type { CriterionId } from '@shared/domain/judgement'
import { Labelled } from '@renderer/ui/Labelled'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { VerdictChoice } from '@renderer/ui/VerdictChoice'
import { wordsOf } from '@renderer/ui/words'

/** The panel's own judgement of one criterion; a verdict is chosen and a reason written by people. */
export function CriterionWriting(props: {
  readonly criterionId: CriterionId
  readonly item: ItemDraft
  readonly onChange: (part: Partial<ItemDraft>) => void
}) {
  const { t } = useTranslation()
  const { criterionId, item, onChange } = props
  const title = wordsOf(t, `criterion.${criterionId}.title`)
  return (
    <section className="panel stack" aria-label={t('opinion.panelJudgement')}>
      <h2>{t('opinion.panelJudgement')}</h2>
      <p className="strong">{title}</p>
      <VerdictChoice
        label={title}
        value={item.verdict}
        onChange={(verdict) => {
          onChange({ verdict })
        }}
      />
      <Labelled label={t('common.reason')} htmlFor={`panel-reason-${criterionId}`}>
        <TextArea
          id={`panel-reason-${criterionId}`}
          className="reading"
          autoSize={{ minRows: 4, maxRows: 14 }}
          value={item.reason}
          onChange={(event) => {
            onChange({ reason: event.target.value })
          }}
        />
        <PrintHint text={item.reason} />
      </Labelled>
      {item.evidence.length === 0 ? null : (
        <div className="row">
          {item.evidence.map((pin, index) => (
            <Button
              key={`${pin.materialId}-${pin.page}-${index}`}
              size="small"
              title={t('common.remove')}
              onClick={() => {
                onChange({ evidence: item.evidence.toSpliced(index, 1) })
              }}
            >
              {t('opinion.pin', { title: pin.materialTitle, page: pin.page })} ✕
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
