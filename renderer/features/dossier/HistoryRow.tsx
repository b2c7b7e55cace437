import { Link } from 'react-router'
import type { DossierId } from '@shared/domain/ids'
import { visibleText } from '@shared/lib/visible-text'
import type { Translate } from '@shared/messages/translate'
import type { ToldWord } from '@shared/records/kinds/told'
import type { HistoryEntry } from '@renderer/data/alliance-history'
import { timeOfDay } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** One entry of a history: on which day, what, by whom, with which paper; what it is about opens. */
export function HistoryRow(props: { readonly entry: HistoryEntry; readonly dossierId: DossierId }) {
  const { t } = useTranslation()
  const { entry, dossierId } = props
  const { type, day, recordedOn, at, by, desk, about = [], papers = [], note, opens, isUndone } = entry
  const title = t(`record.${type}`)
  return (
    <tr className={isUndone ? 'undone' : undefined}>
      <td>
        <span className="number">{day}</span>
        <div className="quiet">{day === recordedOn ? timeOfDay(at) : t('history.recorded', { on: recordedOn })}</div>
      </td>
      <td>
        {opens === undefined ? (
          <strong>{title}</strong>
        ) : (
          <Link to={opens.startsWith('?') ? `/dossiers/${dossierId}${opens}` : opens}>{title}</Link>
        )}
        {about.length === 0 ? null : `${t('punctuation.colon')}${about.map((word) => toldWords(word, t)).join(' · ')}`}
        {isUndone ? <span className="tag">{t('history.undone')}</span> : null}
        {note === '' ? null : <div className="quiet pre">{visibleText(note)}</div>}
      </td>
      <td>
        {visibleText(by)}
        {by === desk ? null : <div className="quiet">{t('history.by', { desk: visibleText(desk) })}</div>}
      </td>
      <td className="path">
        {papers.map((paper) => (
          <div key={paper}>{visibleText(paper)}</div>
        ))}
      </td>
    </tr>
  )
}

const toldWords = (word: ToldWord, t: Translate): string =>
  'key' in word ? wordsOf(t, word.key, word.params) : visibleText(word.text)
