import { Button, Radio } from 'antd'
import { useId, type ReactNode } from 'react'
import { votes } from '@shared/domain/panel'
import { flushDrafts } from '@renderer/data/drafts'
import type { OpinionDraft } from '@shared/acts/expert-opinion'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { WritingHistory } from './WritingHistory'

type TextField = 'overall' | 'problems' | 'suggestions' | 'dissent'

/** 总体意见: comment, 存在问题, 改进意见, the vote (none preselected), and a dissent to be printed. */
export function OverallPanel(props: {
  /** The key of its draft. */
  readonly of: string
  readonly tools: ReactNode
  readonly draft: OpinionDraft
  readonly onChange: ((change: (now: OpinionDraft) => OpinionDraft) => void) | null
  readonly onBack: () => void
}) {
  const { of, draft, onChange, tools, onBack } = props
  const { t } = useTranslation()
  const goTo = useExpertDesk((desk) => desk.goTo)
  return (
    <>
      <div className="review-scroll">
        <h2 tabIndex={-1}>{t('review.overall')}</h2>
        {(['overall', 'problems', 'suggestions'] as const).map((field) => (
          <TextPart key={field} field={field} rows={field === 'overall' ? 5 : 3} {...props} />
        ))}
        <h3 id="vote-label">{t('review.vote')}</h3>
        <p className="quiet">{t('review.voteNote')}</p>
        <Radio.Group
          aria-labelledby="vote-label"
          disabled={onChange === null}
          value={draft.vote}
          onChange={(event) => onChange?.((now) => ({ ...now, vote: event.target.value as OpinionDraft['vote'] }))}
          options={votes.map((vote) => ({ value: vote, label: t(`review.vote.${vote}`) }))}
        />
        {onChange === null ? null : (
          <Button
            type="text"
            size="small"
            disabled={draft.vote === null}
            onClick={() => onChange((now) => ({ ...now, vote: null }))}
          >
            {t('writing.clearVote')}
          </Button>
        )}
        <TextPart field="dissent" rows={2} {...props} />
        {onChange === null ? null : <WritingHistory of={of} place="overall" draft={draft} onRestore={onChange} />}
      </div>
      <footer className="review-foot">
        <Button onClick={onBack}>{t('review.previous')}</Button>
        {tools}
        <Button
          type="primary"
          onClick={() => {
            void flushDrafts()
            goTo('sealing')
          }}
        >
          {t('review.readThrough')}
        </Button>
      </footer>
    </>
  )
}

function TextPart(props: {
  readonly field: TextField
  readonly rows: number
  readonly draft: OpinionDraft
  readonly onChange: ((change: (now: OpinionDraft) => OpinionDraft) => void) | null
}) {
  const { field, rows, draft, onChange } = props
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <h3>
        <label htmlFor={id}>{t(`review.text.${field}`)}</label>
      </h3>
      <p className="quiet">{t(`review.textNote.${field}`)}</p>
      <TextArea
        id={id}
        data-field={field}
        className="reading"
        autoSize={{ minRows: rows, maxRows: 14 }}
        maxLength={20_000}
        readOnly={onChange === null}
        value={draft[field]}
        onChange={(event) => onChange?.((now) => ({ ...now, [field]: event.target.value }))}
      />
      <PrintHint text={draft[field]} />
    </>
  )
}
