import { Button } from 'antd'
import { useId, useMemo, type ReactNode } from 'react'
import type { CriterionId, EvidencePin } from '@shared/domain/judgement'
import { criterionOf } from '@shared/regulation/criteria'
import type { DossierCase } from '@renderer/data/cases'
import { changeItem, type DraftItem, type OpinionDraft } from '@shared/acts/expert-opinion'
import { ClauseText } from '@renderer/ui/ClauseText'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { CheckFacts } from './CheckFacts'
import type { FactActs } from './FactButton'
import { FactTablePart } from './FactTablePart'
import type { Marks } from './use-marks'
import { PinList } from './PinList'
import { VerdictKeys } from './VerdictKeys'
import { WritingHistory } from './WritingHistory'

/** One criterion: the regulation's words, what was checked, then the person's verdict, reason and evidence. */
export function CriterionPanel(props: {
  readonly criterionId: CriterionId
  readonly dossier: DossierCase
  /** A pin that was to be set again where it is; null if none was. */
  readonly pinnedAgain: EvidencePin | null
  /** The key of its draft. */
  readonly of: string
  readonly draft: OpinionDraft
  readonly onChange: ((change: (now: OpinionDraft) => OpinionDraft) => void) | null
  readonly tools: ReactNode
  /** That it is to be looked at again; null if it is not. */
  readonly again: ReactNode
  readonly onPinHere: () => void
  readonly facts: FactActs
  readonly notes: Pick<Marks, 'ticks' | 'tick'>
  readonly onGoTo: (pin: EvidencePin) => void
  readonly onMove: (by: 1 | -1) => void
}) {
  const { criterionId, dossier, of, draft, tools, onPinHere, onGoTo, onMove } = props
  const { t } = useTranslation()
  const item = draft.items[criterionId]
  const changeDraft = props.onChange
  const onChange =
    changeDraft === null
      ? null
      : (change: Partial<DraftItem>) => {
          changeDraft((now) => changeItem(now, criterionId, change))
        }
  const reasonId = useId()
  const title = wordsOf(t, `criterion.${criterionId}.title`)
  const { clause } = criterionOf(criterionId)
  const results = useMemo(
    () => dossier.results.filter((result) => result.criterionIds.includes(criterionId)),
    [dossier.results, criterionId],
  )
  return (
    <>
      <div className="review-scroll">
        <h2 tabIndex={-1}>{title}</h2>
        {props.again}
        <details open className="review-clause">
          <summary>{t('review.clause')}</summary>
          <ClauseText clause={clause} />
          {clause.startsWith('9.') ? <p className="quiet">{t('review.through12')}</p> : null}
        </details>
        <FactTablePart
          {...{ criterionId }}
          content={dossier.file.content}
          ticks={props.notes.ticks}
          onTick={props.notes.tick}
          acts={props.facts}
        />
        <CheckFacts results={results} content={dossier.file.content} acts={props.facts} />
        <h3>{t('review.verdict')}</h3>
        <VerdictKeys
          label={title}
          value={item.verdict}
          onChange={onChange === null ? null : (verdict) => onChange({ verdict })}
        />
        <h3>
          <label htmlFor={reasonId}>{t('review.reason')}</label>
        </h3>
        <TextArea
          id={reasonId}
          data-field="reason"
          className="reading"
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={20_000}
          readOnly={onChange === null}
          placeholder={t('review.reasonPlaceholder')}
          value={item.reason}
          onChange={(event) => onChange?.({ reason: event.target.value })}
        />
        <PrintHint text={item.reason} />
        {changeDraft === null ? null : (
          <WritingHistory of={of} place={criterionId} draft={draft} onRestore={changeDraft} />
        )}
        <h3>{t('review.evidence')}</h3>
        <PinList
          pins={item.evidence}
          materials={dossier.file.content.materials}
          again={props.pinnedAgain}
          onGoTo={onGoTo}
          onRemove={
            onChange === null ? null : (index) => onChange({ evidence: item.evidence.filter((_, at) => at !== index) })
          }
        />
        {onChange === null ? null : (
          <Button
            size="small"
            // Keeps the text selected that is to be pinned.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onPinHere}
          >
            {t('review.pinHere')}
          </Button>
        )}
      </div>
      <footer className="review-foot">
        <Button disabled={criterionId === 'C12-1'} onClick={() => onMove(-1)}>
          {t('review.previous')}
        </Button>
        {tools}
        <Button type="primary" onClick={() => onMove(1)}>
          {t(onChange === null ? 'review.next' : 'review.saveAndNext')}
        </Button>
      </footer>
    </>
  )
}
