import { Alert, Button } from 'antd'
import { useTranslation } from './translation'

/** The screen of last resort: what happened, what it means, what to do. Small, for it may be the first thing shown. */
export function FailureScreen({ detail, onRetry }: { readonly detail: string; readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="failure-screen">
      <Alert
        type="warning"
        showIcon
        title={t('failure.title')}
        description={
          <>
            <p>{t('failure.meaning')}</p>
            {detail === '' ? null : <p className="quiet">{t('failure.detail', { detail })}</p>}
            <Button type="primary" onClick={onRetry}>
              {t('failure.retry')}
            </Button>
          </>
        }
      />
    </div>
  )
}
