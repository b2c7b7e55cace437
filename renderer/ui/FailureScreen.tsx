import { Button, Result } from 'antd'
import { useTranslation } from './translation'

/** The screen of last resort: what happened, what it means, what to do. */
export function FailureScreen({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <Result
      status="warning"
      title={t('failure.title')}
      subTitle={t('failure.meaning')}
      extra={
        <Button type="primary" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      }
    >
      {detail === '' ? null : <p className="quiet">{t('failure.detail', { detail })}</p>}
    </Result>
  )
}
