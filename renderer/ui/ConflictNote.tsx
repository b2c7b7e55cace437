import { Alert } from 'antd'
import { Link } from 'react-router'
import { useTranslation } from './translation'

/** Says that people have to choose, and leads there; nothing if there is nothing to choose. */
export function ConflictNote({ count, to }: { readonly count: number; readonly to: string }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      title={t('conflicts.open', { count })}
      action={<Link to={to}>{t('conflicts.see')}</Link>}
    />
  )
}
