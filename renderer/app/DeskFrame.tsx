import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { Desk } from '@shared/ipc/contract'
import type { OpenedDesk } from '@renderer/data/desk'
import { useKept } from '@renderer/data/kept-texts'
import { useSession } from '@renderer/data/session'
import { useUnrecorded } from '@renderer/data/unrecorded'
import { keepTask } from '@renderer/stores/expert-desk-store'
import { useFrame } from '@renderer/stores/frame-store'
import { usePreferences } from '@renderer/stores/preference-store'
import { useTranslation } from '@renderer/ui/translation'
import { errorSentence } from '@shared/messages/error-sentence'
import { DeskHeader } from './DeskHeader'
import { DeskNavigation } from './DeskNavigation'
import { ErrorBoundary } from './ErrorBoundary'
import { DeskRoutes } from './routes'
import { ShortcutSheet } from './ShortcutSheet'
import { UnsavedDialog } from './UnsavedDialog'
import { useAutoLock } from './use-auto-lock'
import { useLeaving } from './use-leaving'
import { useLocking } from './use-locking'
import { useShortcuts } from './useShortcuts'
import { useStatusWatch } from './use-status-watch'
import { ValidityNote } from './ValidityNote'

/** The frame around every screen of an open desk. */
export function DeskFrame(props: { readonly desk: Desk; readonly opened: OpenedDesk; readonly onLocked: () => void }) {
  const { t } = useTranslation()
  const { desk, opened, onLocked } = props
  const [sheet, setSheet] = useState(false)
  const { state: locking, lock, lockAnyway, lockAlone, stayOpen } = useLocking(onLocked)
  const minutes = useSession((session) => session.status?.autoLockMinutes ?? 0)
  const secondsLeft = useAutoLock(minutes, () => void lockAlone())
  useStatusWatch()
  useLeaving()
  useEffect(() => (desk.role === 'expert' ? keepTask() : undefined), [desk.role])
  const isReading = useFrame((frame) => frame.isReading)
  const { navigationFolded, change } = usePreferences()
  const isFolded = navigationFolded ?? isReading
  const fold = () => {
    change({ navigationFolded: !isFolded })
  }
  useShortcuts({
    onFold: fold,
    onHelp: () => {
      setSheet(true)
    },
    onLock: () => void lock(),
  })
  useEffect(() => {
    document.title = `${t('app.name')} · ${t(desk.role === 'division' ? 'desk.division' : 'desk.expert')}`
  }, [t, desk.role])
  if (locking.kind === 'covered') return <Cover />
  return (
    <div className="frame">
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('frame.skip')}
      </a>
      <DeskHeader
        desk={desk}
        isFolded={isFolded}
        onFold={fold}
        onLock={() => void lock()}
        onHelp={() => {
          setSheet(true)
        }}
      />
      <div className={isReading ? 'frame-body reading' : 'frame-body'}>
        <DeskNavigation role={desk.role} isFolded={isFolded} />
        <main id="content" className="content" tabIndex={-1}>
          <Notices opened={opened} />
          {desk.role === 'division' ? <ValidityNote /> : null}
          <ErrorBoundary>
            <DeskRoutes desk={desk} />
          </ErrorBoundary>
        </main>
      </div>
      {secondsLeft === null ? null : (
        <div className="lock-warning" role="alert">
          <Alert
            showIcon
            type="warning"
            title={t('frame.lockSoon', { seconds: secondsLeft })}
            action={<Button>{t('frame.stay')}</Button>}
          />
        </div>
      )}
      <ShortcutSheet
        open={sheet}
        onClose={() => {
          setSheet(false)
        }}
      />
      {locking.kind === 'unsaved' ? (
        <UnsavedDialog texts={locking.texts} onRetry={lock} onLock={lockAnyway} onStay={stayOpen} />
      ) : null}
    </div>
  )
}

/** In the place of a desk that is about to lock: nothing of it shows. */
function Cover() {
  const { t } = useTranslation()
  return (
    <main className="gate" aria-busy="true">
      <div className="gate-card">
        <h1>{t('app.name')}</h1>
        <p role="status">{t('frame.covered')}</p>
      </div>
    </main>
  )
}

/** What start-up found: a rebuilt database, a repaired journal, a full disk. */
function Notices({ opened }: { readonly opened: OpenedDesk }) {
  const { t } = useTranslation()
  const status = useSession((session) => session.status)
  const notices = status?.notices ?? []
  const rivals = useKept().filter(({ why }) => why === 'rival').length
  const { fileNames: unrecorded, clear: clearUnrecorded } = useUnrecorded()
  return (
    <>
      {opened.missing > 0 ? (
        <Alert showIcon type="error" title={t('opening.missing', { missing: opened.missing })} />
      ) : null}
      {opened.rebuilt ? (
        <Alert
          closable
          showIcon
          type="info"
          title={opened.kept === undefined ? t('opening.rebuilt') : t('opening.rebuiltKept', { path: opened.kept })}
        />
      ) : null}
      {status?.space === 'low' ? <Alert showIcon type="warning" title={t('frame.spaceLow')} /> : null}
      {status?.space === 'read-only' ? <Alert showIcon type="error" title={t('frame.spaceReadOnly')} /> : null}
      {unrecorded.length > 0 ? (
        <Alert
          closable={{ onClose: clearUnrecorded }}
          showIcon
          type="warning"
          title={t('frame.exportNotRecorded', { files: unrecorded.join('、') })}
        />
      ) : null}
      {rivals > 0 ? (
        <Alert
          closable
          showIcon
          type="warning"
          title={t('kept.frame', { count: rivals })}
          action={<Link to="/kept">{t('kept.open')}</Link>}
        />
      ) : null}
      {notices.map((notice) => (
        <Alert
          key={`${notice.code} ${notice.params['path'] ?? ''}`}
          closable
          showIcon
          type="warning"
          title={errorSentence(notice, t) ?? notice.code}
        />
      ))}
    </>
  )
}
