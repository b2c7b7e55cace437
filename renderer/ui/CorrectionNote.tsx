import { Alert, Button, Popconfirm } from 'antd'
import { ErrorNote } from './ErrorNote'
import { useTranslation } from './translation'
import { useTask } from './use-task'

/** While something sealed is being corrected: that it still holds, the way to look at it, and the way back to it. */
export function CorrectionNote(props: {
  /** Of what was sealed. */
  readonly version: number
  /** Absent where what was sealed stands beside. */
  readonly onView?: () => void
  readonly onAbandon: () => Promise<void>
  readonly banner?: boolean
}) {
  const { t } = useTranslation()
  const { version, onView, onAbandon, banner = false } = props
  const task = useTask()
  return (
    <>
      <Alert
        className={banner ? '' : 'correction-note'}
        type="info"
        showIcon
        banner={banner}
        role="note"
        title={t('correction.writing', { version })}
        action={
          <span className="row">
            {onView === undefined ? null : (
              <Button size="small" onClick={onView}>
                {t('correction.viewSealed', { version })}
              </Button>
            )}
            <Popconfirm
              title={t('correction.abandon')}
              description={<p className="popconfirm-words">{t('correction.abandonAsk', { version })}</p>}
              okText={t('correction.abandonDo')}
              cancelText={t('common.cancel')}
              onConfirm={() => {
                task.run(onAbandon)
              }}
            >
              <Button size="small" loading={task.busy}>
                {t('correction.abandon')}
              </Button>
            </Popconfirm>
          </span>
        }
      />
      <ErrorNote error={task.error} />
    </>
  )
}
