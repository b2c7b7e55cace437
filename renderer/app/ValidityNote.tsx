import { WarningOutlined } from '@ant-design/icons'
import { Link, useLocation } from 'react-router'
import { regulationSpan } from '@shared/domain/pilot-dates'
import { useOffice, useToday } from '@renderer/data/use-live'
import { useTranslation } from '@renderer/ui/translation'

/** Screens on which acts under the measure are taken. */
const places = ['/dossiers', '/consultation', '/batches']

/** Art. 29: says quietly that the measure is outside its five years, or that nobody has said when they began. */
export function ValidityNote() {
  const { t } = useTranslation()
  const office = useOffice()
  const today = useToday()
  const { pathname } = useLocation()
  const span = regulationSpan(office)
  const isInForce = span !== null && span.from <= today && today <= span.to
  if (isInForce || !places.some((place) => pathname.startsWith(place))) return null
  return (
    <p className="validity" role="note">
      <WarningOutlined aria-hidden />
      <span>
        {span === null ? t('validity.unknown') : t('validity.outside', { from: span.from, to: span.to })}{' '}
        <Link to="/settings">{t('validity.toSettings')}</Link>
      </span>
    </p>
  )
}
