import { Alert } from 'antd'
import { Link } from 'react-router'
import { useTranslation } from './translation'

/** Forms that were begun and never saved: they wait here, nothing of them is lost. */
export function UnfinishedNotes({
  forms,
}: {
  readonly forms: readonly { readonly to: string; readonly time: string }[]
}) {
  const { t } = useTranslation()
  return forms.map(({ to, time }) => (
    <Alert
      key={to}
      type="info"
      showIcon
      title={
        <>
          {t('draft.unfinished', { time })} <Link to={to}>{t('draft.goOn')}</Link>
        </>
      }
    />
  ))
}
