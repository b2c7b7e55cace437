import { Spin } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { callHost } from '@renderer/platform/bridge'
import { allWordsAsked } from '@renderer/platform/language-words'
import { reloadPage } from '@renderer/platform/page'
import { useSession, type HostStatus } from '@renderer/data/session'
import { FailureScreen } from '@renderer/ui/FailureScreen'
import { readAhead } from '@renderer/ui/on-demand'
import { UnlockPage } from '@renderer/features/first-run/UnlockPage'

/** Read while the passphrase is typed: what is shown first is small, and the desk is there when it is asked for. */
const loadDesk = () => withWords(import('./DeskOpening'))
const DeskOpening = lazy(async () => ({ default: (await loadDesk()).DeskOpening }))
const FirstRunPage = lazy(async () => ({
  default: (await withWords(import('@renderer/features/first-run/FirstRunPage'))).FirstRunPage,
}))

/** What is more than a closed desk says more than a closed desk does. */
async function withWords<T>(script: Promise<T>): Promise<T> {
  const [read] = await Promise.all([script, allWordsAsked()])
  return read
}

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
  const isLocked = status?.profile.kind === 'locked'
  useEffect(() => {
    if (isLocked) {
      void loadDesk().then(
        () => readAhead(),
        () => undefined,
      )
    }
  }, [isLocked])
  const refresh = () => {
    setFailure(null)
    setAttempt(attempt + 1)
  }
  if (failure !== null) return <FailureScreen detail={failure} onRetry={refresh} />
  if (status === null) return <Spin fullscreen />
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <Screen profile={status.profile} onOpened={refresh} />
    </Suspense>
  )
}

function Screen({ profile, onOpened }: { readonly profile: HostStatus['profile']; readonly onOpened: () => void }) {
  switch (profile.kind) {
    case 'none':
      return <FirstRunPage onOpened={onOpened} />
    case 'locked':
      return <UnlockPage desk={profile.desk} onOpened={onOpened} />
    case 'open':
      return <DeskOpening desk={profile.desk} onLocked={reloadPage} />
  }
}
