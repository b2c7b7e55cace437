import {
  DisconnectOutlined,
  LockOutlined,
  MenuOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
} from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import type { Desk } from '@shared/ipc/contract'
import { useFrame } from '@renderer/stores/frame-store'
import { useSearch } from '@renderer/stores/search-store'
import { useTranslation } from '@renderer/ui/translation'
import { SaveIndicator } from './SaveIndicator'
import { searchPlaceId } from './useShortcuts'

/**
 * 联审 ─ desk ─ search place ─ save state ─ 离线. While a dossier is open its own line stands here, so that there is one.
 */
export function DeskHeader(props: {
  readonly desk: Desk
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly onLock: () => void
  readonly onHelp: () => void
}) {
  const { t } = useTranslation()
  const { desk, isFolded, onFold } = props
  const { isReading, setHeadPlace } = useFrame()
  const { query, search } = useSearch()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return (
    <header className={isReading ? 'frame-head reading' : 'frame-head'}>
      <Button
        type="text"
        icon={<MenuOutlined aria-hidden />}
        aria-label={t(isFolded ? 'frame.unfold' : 'frame.fold')}
        title={t(isFolded ? 'frame.unfold' : 'frame.fold')}
        aria-expanded={!isFolded}
        onClick={onFold}
      />
      {isReading ? (
        <div className="head-place" ref={setHeadPlace} />
      ) : (
        <span className="brand">
          <strong>{t('app.name')}</strong>
          <span>{t(desk.role === 'division' ? 'desk.division' : 'desk.expert')}</span>
        </span>
      )}
      {isReading ? null : desk.role === 'division' ? (
        <Input
          id={searchPlaceId}
          className="search-place"
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          suffix={<kbd>Ctrl K</kbd>}
          placeholder={t('frame.search')}
          aria-label={t('frame.searchLabel')}
          value={query}
          onChange={(event) => {
            search(event.target.value)
            if (pathname !== '/dossiers') void navigate('/dossiers')
          }}
        />
      ) : (
        <span className="search-place" />
      )}
      <SaveIndicator />
      <Tooltip title={t('frame.offline.hint')}>
        <span className="offline" tabIndex={0}>
          <DisconnectOutlined aria-hidden /> <span className="head-words">{t('frame.offline')}</span>
        </span>
      </Tooltip>
      <Tooltip title={t('unlock.desk', { name: desk.name, unit: desk.unit })}>
        <Button type="text" icon={<LockOutlined aria-hidden />} onClick={props.onLock}>
          <span className="head-words">{t('frame.lock')}</span>
        </Button>
      </Tooltip>
      <Button
        type="text"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={t('frame.shortcuts')}
        onClick={props.onHelp}
      />
    </header>
  )
}
