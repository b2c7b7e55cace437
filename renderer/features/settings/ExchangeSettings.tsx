import { Button, Input } from 'antd'
import { useState } from 'react'
import { callHost } from '@renderer/platform/bridge'
import { useSession } from '@renderer/stores/session-store'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { setExchangeFolder } from './settings-actions'

/** 交换文件夹: where bundles and documents come from and go to. */
export function ExchangeSettings() {
  const { t } = useTranslation()
  const { status, setStatus } = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const task = useTask()
  const folder = typed ?? status?.exchangeFolder ?? ''
  const take = (path: string) => {
    task.run(async () => {
      await setExchangeFolder(path)
      setTyped(null)
      setStatus(await callHost('app:get-status', undefined))
    })
  }
  return (
    <section className="panel">
      <h2>{t('settings.exchange')}</h2>
      <Labelled label={t('folder.path')} htmlFor="exchange-folder" hint={t('settings.exchangeHint')}>
        <span className="row tight">
          <Input
            id="exchange-folder"
            value={folder}
            onChange={(event) => {
              setTyped(event.target.value)
            }}
          />
          {status?.nativeDialogs === true ? (
            <Button
              onClick={() => {
                task.run(async () => {
                  const answer = await callHost('dialog:pick-folder', undefined)
                  if (answer.kind === 'picked') setTyped(answer.path)
                })
              }}
            >
              {t('folder.pick')}
            </Button>
          ) : null}
          <Button
            type="primary"
            disabled={typed === null || typed.trim() === ''}
            loading={task.busy}
            onClick={() => {
              take(folder.trim())
            }}
          >
            {t('common.save')}
          </Button>
        </span>
      </Labelled>
      <ErrorNote error={task.error} />
    </section>
  )
}
