import { Button } from 'antd'
import { callHost } from '@renderer/platform/bridge'
import { useSession } from '@renderer/data/session'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useFolderPick } from '@renderer/parts/use-folder-pick'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { setExchangeFolder } from './settings-actions'

/** 交换文件夹: where bundles and documents come from and go to. */
export function ExchangeSettings() {
  const { t } = useTranslation()
  const { status, setStatus } = useSession()
  const task = useTask()
  const { pick, chooser } = useFolderPick(({ place }) => {
    task.run(async () => {
      await setExchangeFolder(place)
      setStatus(await callHost('app:get-status', undefined))
    })
  })
  return (
    <section className="panel">
      <h2>{t('settings.exchange')}</h2>
      <p className="quiet">{t('settings.exchangeHint')}</p>
      <div className="row">
        <span className="path grow">{status?.exchangeFolder ?? ''}</span>
        <Button loading={task.busy} onClick={() => void pick()}>
          {t('folder.pick')}
        </Button>
      </div>
      <ErrorNote error={task.error} />
      {chooser}
    </section>
  )
}
