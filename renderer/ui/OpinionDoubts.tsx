import { Alert } from 'antd'
import { Link } from 'react-router'
import type { OpinionStanding } from '@shared/records/opinion-standing'
import { useTranslation } from './translation'

/** Wherever opinions are read or counted: how many are still closed, and how many are not what was promised. */
export function OpinionDoubts(props: { readonly panelId: string; readonly standings: readonly OpinionStanding[] }) {
  const { t } = useTranslation()
  const { panelId, standings } = props
  const closed = standings.filter(({ isClosed }) => isClosed).length
  const doubted = standings.filter(({ state }) => state === 'mismatch').length
  const toPanel = <Link to={`/panels/${panelId}`}>{t('commit.toPanel')}</Link>
  return (
    <>
      {closed === 0 ? null : (
        <Alert type="info" showIcon title={t('commit.closedHere', { count: closed })} action={toPanel} />
      )}
      {doubted === 0 ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('commit.mismatchHere', { count: doubted })}
          action={toPanel}
        />
      )}
    </>
  )
}
