import { DisconnectOutlined, LockOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import type { Desk } from '@shared/ipc/contract'
import { useSearch } from '@renderer/stores/search-store'
import { useTranslation } from '@renderer/ui/translation'
import { SaveIndicator } from './SaveIndicator'
import { searchPlaceId } from './useShortcuts'

/** 联审 ─ desk ─ search place ─ save state ─ 离线. */
export function DeskHeader(props: { readonly desk: Desk; readonly onLock: () => void; readonly onHelp: () => void }) {
  const { t } = useTranslation()
  const { desk } = props
  const { query, search } = useSearch()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  return (
    <header className="frame-head">
      <span className="brand">
        <strong>{t('app.name')}</strong>
        <span>{t(desk.role === 'division' ? 'desk.division' : 'desk.expert')}</span>
      </span>
      {desk.role === 'division' ? (
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
          <DisconnectOutlined aria-hidden /> {t('frame.offline')}
        </span>
      </Tooltip>
      <Tooltip title={t('unlock.desk', { name: desk.name, unit: desk.unit })}>
        <Button type="text" icon={<LockOutlined aria-hidden />} onClick={props.onLock}>
          {t('frame.lock')}
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
