import { Button } from 'antd'
import type { OpinionDraft } from '@shared/acts/expert-opinion'
import type { OpinionPlace } from '@shared/acts/opinion-steps'
import { restored, useHistory, type HistoryEntry } from '@renderer/data/opinion-history'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { WordDiff } from '@renderer/ui/WordDiff'
import { wordsOf } from '@renderer/ui/words'

const texts = ['overall', 'problems', 'suggestions', 'dissent'] as const

/** 修改记录: what this part said before, how it differs from what it says now, and the way back to it. */
export function WritingHistory(props: {
  readonly of: string
  readonly place: OpinionPlace
  readonly draft: OpinionDraft
  readonly onRestore: (change: (now: OpinionDraft) => OpinionDraft) => void
}) {
  const { of, place, draft, onRestore } = props
  const { t } = useTranslation()
  const entries = useHistory(of, place)
  if (entries.length === 0) return null
  return (
    <details className="writing-history">
      <summary>{t('writing.history', { count: entries.length })}</summary>
      <p className="quiet">{t('writing.historyNote')}</p>
      {entries.map((entry, index) => (
        <details key={`${entry.at}/${entries.length - index}`}>
          <summary>{t('writing.until', { time: dayAndTime(entry.at) })}</summary>
          <Differences entry={entry} draft={draft} />
          <Button size="small" onClick={() => onRestore((now) => restored(now, entry))}>
            {t('writing.restore')}
            <span className="visually-hidden"> {dayAndTime(entry.at)}</span>
          </Button>
        </details>
      ))}
    </details>
  )
}

function Differences({ entry, draft }: { readonly entry: HistoryEntry; readonly draft: OpinionDraft }) {
  const { t } = useTranslation()
  if (entry.kind === 'overall') {
    const { said } = entry
    return (
      <>
        {said.vote === draft.vote ? null : (
          <p>
            {t('writing.voteThen', { vote: said.vote === null ? t('review.open') : t(`review.vote.${said.vote}`) })}
          </p>
        )}
        {texts
          .filter((field) => said[field] !== draft[field])
          .map((field) => (
            <section key={field}>
              <h4>{t(`review.text.${field}`)}</h4>
              <WordDiff from={said[field]} to={draft[field]} />
            </section>
          ))}
      </>
    )
  }
  const { said, place } = entry
  const now = draft.items[place]
  return (
    <>
      {said.verdict === now.verdict ? null : (
        <p>
          {t('writing.verdictThen', {
            verdict: said.verdict === null ? t('review.open') : wordsOf(t, `judgement.${said.verdict}`),
          })}
        </p>
      )}
      <WordDiff from={said.reason} to={now.reason} />
      {JSON.stringify(said.evidence) === JSON.stringify(now.evidence) ? null : (
        <p className="quiet">
          {t('writing.pinsThen', {
            pins:
              said.evidence.length === 0
                ? t('review.noEvidence')
                : said.evidence
                    .map((pin) => t('review.pin', { title: pin.materialTitle, page: pin.page }))
                    .join(t('punctuation.list')),
          })}
        </p>
      )}
    </>
  )
}
