import { useLiveQuery } from 'dexie-react-hooks'
import type { DossierId } from '@shared/domain/ids'
import { loadTimeline } from '@renderer/data/timeline'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** 时间线: every record that speaks of the dossier, the newest first, with who wrote it. */
export function TimelineTab({ dossierId }: { readonly dossierId: DossierId }) {
  const { t } = useTranslation()
  const lines = useLiveQuery(() => loadTimeline(dossierId), [dossierId])
  if (lines === undefined) return <p role="status">{t('common.loading')}</p>
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('timeline.at')}</th>
          <th scope="col">{t('timeline.what')}</th>
          <th scope="col">{t('timeline.who')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>{dayAndTime(line.at)}</td>
            <td>
              {t(`record.${line.type}`)}
              {line.to === null ? '' : `${t('punctuation.colon')}${wordsOf(t, `status.${line.to}`)}`}
              {line.note === '' ? null : <div className="quiet pre">{line.note}</div>}
            </td>
            <td>{line.author}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
