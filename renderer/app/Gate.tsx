import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { callHost } from '@renderer/platform/bridge'
import { reloadPage } from '@renderer/platform/page'
import { useSession } from '@renderer/data/session'
import { FailureScreen } from '@renderer/ui/FailureScreen'
import { FirstRunPage } from '@renderer/features/first-run/FirstRunPage'
import { UnlockPage } from '@renderer/features/first-run/UnlockPage'
import { DeskOpening } from './DeskOpening'

/** First run, unlock, or the desk: what the host says of the profile decides. */
export function Gate() {
  const { status, setStatus } = useSession()
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    callHost('app:get-status', undefined).then(
      (answer) => {
        if (current) setStatus(answer)
      },
      (error: unknown) => {
        if (current) setFailure(String(error))
      },
    )
    return () => {
      current = false
    }
  }, [attempt, setStatus])
  const refresh = () => {
    setFailure(null)
    setAttempt(attempt + 1)
  }
  if (failure !== null) return <FailureScreen detail={failure} onRetry={refresh} />
  if (status === null) return <Spin fullscreen />
  switch (status.profile.kind) {
    case 'none':
      return <FirstRunPage onOpened={refresh} />
    case 'locked':
      return <UnlockPage desk={status.profile.desk} onOpened={refresh} />
    case 'open':
      return <DeskOpening desk={status.profile.desk} onLocked={reloadPage} />
  }
}
