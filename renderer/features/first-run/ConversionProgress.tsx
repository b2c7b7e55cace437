import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { callHost } from '@renderer/platform/bridge'
import { useTranslation } from '@renderer/ui/translation'

/** How often the host is asked how far it is, in ms. */
const lookEveryMs = 250

/**
 * While a desk is being unlocked: how far the encrypting of an older profile is, and a way to leave it for the next
 * time.
 */
export function ConversionProgress() {
  const { t } = useTranslation()
  const [conversion, setConversion] = useState<IpcOutput<'profile:conversion'>>(null)
  const [stopping, setStopping] = useState(false)
  useEffect(() => {
    let current = true
    const timer = setInterval(() => {
      // The unlocking itself says what failed.
      callHost('profile:conversion', undefined).then(
        (answer) => {
          if (current) setConversion(answer)
        },
        () => undefined,
      )
    }, lookEveryMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [])
  if (conversion === null) return null
  const { converted, total } = conversion
  const stop = () => {
    setStopping(true)
    callHost('profile:stop-conversion', undefined).catch(() => {
      setStopping(false)
    })
  }
  return (
    <>
      <p role="status">{t('unlock.converting', { converted, total })}</p>
      <Progress percent={Math.floor((converted / total) * 100)} showInfo={false} />
      <Button loading={stopping} onClick={stop}>
        {t('unlock.converting.stop')}
      </Button>
    </>
  )
}
