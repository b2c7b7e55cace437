import { Progress } from 'antd'
import { HashRouter } from 'react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Desk } from '@shared/ipc/contract'
import { errorSentence } from '@shared/messages/error-sentence'
import type { Translate } from '@shared/messages/translate'
import { openDesk, type HowToOpen, type OpenedDesk, type OpenProgress } from '@renderer/data/desk'
import { whenDatabaseBreaks } from '@renderer/data/database-watch'
import { claimDesk, keepDesk, releaseDesk } from '@renderer/data/desk-hold'
import { flushDrafts, loadDrafts, resumeDrafts, waitingDrafts } from '@renderer/data/drafts'
import { handOverStash } from '@renderer/data/unsaved-stash'
import { returnToTask } from '@renderer/stores/expert-desk-store'
import { HostFailure } from '@renderer/platform/host-failure'
import { reloadPage } from '@renderer/platform/page'
import { useHold } from '@renderer/data/hold-state'
import { FailureScreen } from '@renderer/ui/FailureScreen'
import { readAhead } from '@renderer/ui/on-demand'
import { useTranslation } from '@renderer/ui/translation'
import { DeskElsewhere } from './DeskElsewhere'
import { DeskFrame } from './DeskFrame'
import { DeskLost } from './DeskLost'

type Phase =
  | { readonly kind: 'opening'; readonly progress: OpenProgress | null }
  /** Another page has the desk. */
  | { readonly kind: 'elsewhere'; readonly since: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly opened: OpenedDesk }

/** Brings the tables level with the journal before anything is shown, and says so if that takes a while. */
export function DeskOpening({ desk, onLocked }: { readonly desk: Desk; readonly onLocked: () => void }) {
  const [phase, setPhase] = useState<Phase>({ kind: 'opening', progress: null })
  const [attempt, setAttempt] = useState(0)
  const { t } = useTranslation()
  const hold = useHold((store) => store.hold)
  const leave = useOnce(onLocked)
  const takeOver = useRef(false)
  const how = useRef<HowToOpen>('as-it-is')
  const isReady = phase.kind === 'ready'
  useEffect(() => (isReady ? keepDesk(leave) : undefined), [isReady, leave])
  useEffect(() => {
    let current = true
    const show = (next: Phase) => {
      if (current) setPhase(next)
    }
    const open = async () => {
      const pagesRead = readAhead()
      const claim = await claimDesk(takeOver.current)
      takeOver.current = false
      if (claim.kind === 'elsewhere') {
        show(claim)
        return
      }
      useHold.getState().set('holding')
      const opened = await openDesk(
        desk.keyId,
        (progress) => {
          show({ kind: 'opening', progress })
        },
        how.current,
      )
      how.current = 'as-it-is'
      await handOverStash(desk.keyId)
      await loadDrafts()
      await pagesRead
      if (desk.role === 'expert') returnToTask()
      show({ kind: 'ready', opened })
    }
    open().catch((error: unknown) => {
      show({ kind: 'failed', error })
    })
    return () => {
      current = false
    }
  }, [desk.keyId, desk.role, attempt])

  const again = () => {
    setPhase({ kind: 'opening', progress: null })
    setAttempt((before) => before + 1)
  }
  useEffect(() => {
    if (!isReady) return undefined
    return whenDatabaseBreaks(() => {
      void whenAllIsSaved().then(() => {
        how.current = 'anew'
        setPhase({ kind: 'opening', progress: null })
        setAttempt((before) => before + 1)
      })
    })
  }, [isReady])
  if (isReady && hold === 'lost') return <DeskLost onTakeOver={takeBack} />
  switch (phase.kind) {
    case 'ready':
      return (
        <HashRouter>
          <DeskFrame desk={desk} opened={phase.opened} onLocked={leave} />
        </HashRouter>
      )
    case 'elsewhere':
      return (
        <DeskElsewhere
          since={phase.since}
          onTakeOver={() => {
            takeOver.current = true
            again()
          }}
        />
      )
    case 'failed':
      return <FailureScreen detail={describe(phase.error, t)} onRetry={again} />
    case 'opening':
      return <OpeningScreen progress={phase.progress} />
  }
}

/** Typing goes to the host before the screens it stands on are taken away; a disk that refuses it is asked again. */
async function whenAllIsSaved(): Promise<void> {
  for (;;) {
    await flushDrafts()
    if (waitingDrafts().length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}

/**
 * What it had before may be older than the disk by now: the text that waits is written first, then all is read anew.
 */
async function takeBack(): Promise<void> {
  await claimDesk(true)
  resumeDrafts()
  await flushDrafts()
  // The page that comes is another one.
  await releaseDesk()
  reloadPage()
}

/** The first call counts; a page that is going is not sent away again. */
function useOnce(act: () => void): () => void {
  const isDone = useRef(false)
  return useCallback(() => {
    if (isDone.current) return
    isDone.current = true
    act()
  }, [act])
}

function describe(error: unknown, t: Translate): string {
  const sentence = error instanceof HostFailure ? errorSentence(error.error, t) : null
  return sentence ?? String(error)
}

function OpeningScreen({ progress }: { readonly progress: OpenProgress | null }) {
  const { t } = useTranslation()
  const percent = progress === null || progress.total === 0 ? 0 : Math.floor((progress.applied / progress.total) * 100)
  return (
    <main className="gate" aria-busy="true">
      <div className="gate-card">
        <h1>{t('app.name')}</h1>
        <p role="status">
          {progress?.rebuilding === true
            ? t('opening.rebuilding', { applied: progress.applied, total: progress.total })
            : t('opening.loading')}
        </p>
        <Progress percent={percent} showInfo={false} />
      </div>
    </main>
  )
}
