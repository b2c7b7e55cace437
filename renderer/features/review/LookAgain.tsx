import { Alert, Button } from 'antd'
import type { Touch } from '@shared/acts/after-supplement'
import { useTranslation } from '@renderer/ui/translation'
import { TouchWords } from './AfterSupplement'

/** Above a criterion that a supplement touched: why, the way to what changed, and that one has looked. */
export function LookAgain(props: {
  /** Null while it is read. */
  readonly touch: Touch | null
  readonly onShow: () => void
  readonly onLooked: () => void
}) {
  const { touch, onShow, onLooked } = props
  const { t } = useTranslation()
  return (
    <Alert
      type="warning"
      showIcon
      role="note"
      title={t('supplement.lookAgain')}
      description={
        <>
          {touch === null ? null : <TouchWords touch={touch} />}
          <div className="row">
            <Button size="small" onClick={onShow}>
              {t('supplement.show')}
            </Button>
            <Button size="small" type="primary" onClick={onLooked}>
              {t('supplement.looked')}
            </Button>
          </div>
        </>
      }
    />
  )
}
