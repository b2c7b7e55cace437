import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { KeptDatabase } from '@shared/ipc/database'
import { callHost, done } from '@renderer/platform/bridge'
import { dayAndTime } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { sizeWords } from '@renderer/ui/size-words'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** The damaged database that lies aside, if there is one, and taking it away. */
export function KeptDatabasePart() {
  const { t } = useTranslation()
  const task = useTask()
  const [kept, setKept] = useState<KeptDatabase | null>(null)
  useEffect(() => {
    let current = true
    callHost('database:kept', undefined).then(
      (found) => {
        if (current) setKept(found)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [])
  if (kept === null) return null
  const { at, bytes, path } = kept
  return (
    <section className="panel">
      <h2>{t('keptDatabase.title')}</h2>
      <p>{t('keptDatabase.hint')}</p>
      <p className="quiet path">{t('keptDatabase.where', { at: dayAndTime(at), size: sizeWords(bytes), path })}</p>
      <Button
        loading={task.busy}
        onClick={() => {
          task.run(async () => {
            done(await callHost('database:remove-kept', undefined))
            setKept(null)
          })
        }}
      >
        {t('keptDatabase.remove')}
      </Button>
      <ErrorNote error={task.error} />
    </section>
  )
}
