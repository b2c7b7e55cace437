import { Progress } from 'antd'
import { useEffect, useState } from 'react'
import type { Desk } from '@shared/ipc/contract'
import { hasMessage, type Translate } from '@shared/messages/translate'
import { openDesk, type OpenedDesk, type OpenProgress } from '@renderer/data/desk'
import { loadDrafts } from '@renderer/data/drafts'
import { HostFailure } from '@renderer/platform/bridge'
import { FailureScreen } from '@renderer/ui/FailureScreen'
import { useTranslation } from '@renderer/ui/translation'
import { DeskFrame } from './DeskFrame'

type Phase =
  | { readonly kind: 'opening'; readonly progress: OpenProgress | null }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'ready'; readonly opened: OpenedDesk }

/** Brings the tables level with the journal before anything is shown, and says so if that takes a while. */
export function DeskOpening({ desk, onLocked }: { readonly desk: Desk; readonly onLocked: () => void }) {
  const [phase, setPhase] = useState<Phase>({ kind: 'opening', progress: null })
  const [attempt, setAttempt] = useState(0)
  const { t } = useTranslation()
  useEffect(() => {
    let current = true
    const show = (next: Phase) => {
      if (current) setPhase(next)
    }
    const open = async () => {
      const opened = await openDesk(desk.keyId, (progress) => {
        show({ kind: 'opening', progress })
      })
      await loadDrafts()
      show({ kind: 'ready', opened })
    }
    open().catch((error: unknown) => {
      show({ kind: 'failed', detail: describe(error, t) })
    })
    return () => {
      current = false
    }
  }, [desk.keyId, attempt, t])

  switch (phase.kind) {
    case 'ready':
      return <DeskFrame desk={desk} opened={phase.opened} onLocked={onLocked} />
    case 'failed':
      return (
        <FailureScreen
          detail={phase.detail}
          onRetry={() => {
            setPhase({ kind: 'opening', progress: null })
            setAttempt(attempt + 1)
          }}
        />
      )
    case 'opening':
      return <OpeningScreen progress={phase.progress} />
  }
}

function describe(error: unknown, t: Translate): string {
  const key = error instanceof HostFailure ? `error.${error.error.code}` : ''
  return error instanceof HostFailure && hasMessage(key) ? t(key, error.error.params) : String(error)
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
