import { Button } from 'antd'
import { useState } from 'react'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'

/** The desk is open in another window: nothing of it shows here until a person takes it over. */
export function DeskElsewhere(props: { readonly since: string; readonly onTakeOver: () => void }) {
  const { t } = useTranslation()
  const [stays, setStays] = useState(false)
  return (
    <main className="gate">
      <div className="gate-card">
        <h1>{t('hold.elsewhere.title')}</h1>
        <p>{t('hold.elsewhere.meaning', { time: dayAndTime(props.since) })}</p>
        {stays ? <p role="status">{t('hold.elsewhere.closeYourself')}</p> : null}
        <div className="panel-foot">
          <Button
            onClick={() => {
              window.close()
              // A window that a person opened closes by the person's hand alone.
              setStays(true)
            }}
          >
            {t('hold.elsewhere.close')}
          </Button>
          <Button type="primary" onClick={props.onTakeOver}>
            {t('hold.takeOver')}
          </Button>
        </div>
      </div>
    </main>
  )
}
