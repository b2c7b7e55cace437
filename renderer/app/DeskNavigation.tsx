import {
  AuditOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DiffOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  GiftOutlined,
  HistoryOutlined,
  InboxOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef, type ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { PlainKey } from '@shared/messages/catalogue'
import type { Desk } from '@shared/ipc/contract'
import { isNewArrival } from '@shared/ipc/exchange'
import { countDisagreements } from '@renderer/data/conflicts'
import { useKept } from '@renderer/data/kept-texts'
import { useExchangeFiles } from '@renderer/data/use-exchange-files'
import { useTranslation } from '@renderer/ui/translation'

type Place = {
  readonly to: string
  readonly words: PlainKey
  readonly icon: ReactNode
  /** What waits there. */
  readonly count?: number
}

const places: Readonly<Record<Desk['role'], readonly Place[]>> = {
  division: [
    { to: '/dossiers', words: 'nav.dossiers', icon: <FolderOpenOutlined aria-hidden /> },
    { to: '/agenda', words: 'nav.agenda', icon: <CalendarOutlined aria-hidden /> },
    { to: '/panels', words: 'nav.panels', icon: <TeamOutlined aria-hidden /> },
    { to: '/consultation', words: 'nav.consultation', icon: <AuditOutlined aria-hidden /> },
    { to: '/batches', words: 'nav.batches', icon: <NotificationOutlined aria-hidden /> },
    { to: '/campaigns', words: 'nav.campaigns', icon: <CarryOutOutlined aria-hidden /> },
    { to: '/support', words: 'nav.support', icon: <GiftOutlined aria-hidden /> },
    { to: '/exchange', words: 'nav.exchange', icon: <SwapOutlined aria-hidden /> },
    { to: '/verify', words: 'nav.verify', icon: <SafetyCertificateOutlined aria-hidden /> },
    { to: '/audit', words: 'nav.audit', icon: <HistoryOutlined aria-hidden /> },
    { to: '/settings', words: 'nav.settings', icon: <SettingOutlined aria-hidden /> },
  ],
  expert: [
    { to: '/assignments', words: 'nav.assignments', icon: <FileTextOutlined aria-hidden /> },
    { to: '/verify', words: 'nav.verify', icon: <SafetyCertificateOutlined aria-hidden /> },
    { to: '/audit', words: 'nav.audit', icon: <HistoryOutlined aria-hidden /> },
    { to: '/settings', words: 'nav.settings', icon: <SettingOutlined aria-hidden /> },
  ],
}

/** Where bundles are taken in. */
const arrivalsAt: Readonly<Record<Desk['role'], string>> = { division: '/exchange', expert: '/assignments' }

const keptPlace: Place = { to: '/kept', words: 'kept.title', icon: <InboxOutlined aria-hidden /> }
const conflictsPlace: Place = { to: '/conflicts', words: 'conflicts.title', icon: <DiffOutlined aria-hidden /> }

/** What one meets seldom has its place while there is any of it, with its number: an expert's conflicts, kept texts. */
const usePlaces = (role: Desk['role']): readonly Place[] => {
  const conflicts = useLiveQuery(countDisagreements, [], 0)
  const kept = useKept().length
  return [
    ...places[role],
    ...(role === 'expert' && conflicts > 0 ? [{ ...conflictsPlace, count: conflicts }] : []),
    ...(kept > 0 ? [{ ...keptPlace, count: kept }] : []),
  ]
}

/** How many bundles in the exchange folder wait for a person; nothing while there is none. */
function NewArrivals() {
  const { t } = useTranslation()
  const count = useExchangeFiles().list?.files.filter(isNewArrival).length ?? 0
  if (count === 0) return null
  return (
    <span className="tag" role="status">
      {count}
      <span className="visually-hidden">{t('exchange.badge', { count })}</span>
    </span>
  )
}

/**
 * The places of a desk, at the left; above the content when the type is large. Folded, their pictures alone, until one
 * comes to them.
 */
export function DeskNavigation(props: { readonly role: Desk['role']; readonly isFolded: boolean }) {
  const { role, isFolded } = props
  const { t } = useTranslation()
  // A desk opens at its first place.
  const { pathname } = useLocation()
  const isAtStart = pathname === '/'
  const bar = useRef<HTMLElement>(null)
  // In large type the places stand in one line, which may be longer than the window.
  useEffect(() => {
    const active = bar.current?.querySelector<HTMLElement>('.active')
    if (active === null || active === undefined || bar.current === null) return
    const [outer, inner] = [bar.current.getBoundingClientRect(), active.getBoundingClientRect()]
    // By hand: a browser would scroll the frame as well.
    if (inner.left < outer.left || inner.right > outer.right) bar.current.scrollLeft += inner.left - outer.left
  }, [pathname])
  return (
    <div className={isFolded ? 'nav-place folded' : 'nav-place'}>
      <nav ref={bar} className="navigation" aria-label={t('frame.nav')}>
        {usePlaces(role).map((place, position) => (
          <NavLink
            key={place.to}
            to={place.to}
            className={({ isActive }) => (isActive || (isAtStart && position === 0) ? 'place active' : 'place')}
          >
            {place.icon}
            <span>{t(place.words)}</span>
            {place.to === arrivalsAt[role] ? <NewArrivals /> : null}
            {place.count === undefined ? null : <span className="tag">{place.count}</span>}
          </NavLink>
        ))}
      </nav>
    </div>
  )
}
