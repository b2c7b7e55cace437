import { Alert } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { listImportedYears } from '@renderer/data/calendars'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { importCalendar } from './calendars-actions'

/** 工作日历: years whose holidays were announced after this program was made. */
export function CalendarsPart() {
  const { t } = useTranslation()
  const task = useTask()
  const years = useLiveQuery(listImportedYears) ?? []
  const [refused, setRefused] = useState<readonly { readonly fileName: string; readonly detail: string }[]>([])
  const known = [...vendoredCalendar.keys()]
  return (
    <section className="panel">
      <h2>{t('calendars.title')}</h2>
      <p className="quiet">{t('calendars.hint', { from: Math.min(...known), to: Math.max(...known) })}</p>
      {years.map(({ year, sourceNotice }) => (
        <p key={year}>{t('calendars.imported', { year, source: sourceNotice })}</p>
      ))}
      <FileDrop
        hint={t('calendars.drop')}
        accept=".json"
        multiple
        disabled={task.busy}
        onFiles={(files) => {
          task.run(async () => {
            const bad: { fileName: string; detail: string }[] = []
            for (const file of files) {
              const taken = await importCalendar(file, t)
              if (!taken.ok) bad.push({ fileName: file.name, detail: taken.error })
            }
            setRefused(bad)
          })
        }}
      />
      {refused.map((file) => (
        <Alert key={file.fileName} type="error" showIcon title={t('calendars.bad', file)} />
      ))}
      <ErrorNote error={task.error} />
    </section>
  )
}
