import { Button, Popconfirm } from 'antd'
import { CopyText } from './CopyText'
import { textsOf } from './texts-of'
import { useTranslation } from './translation'
import { useTask } from './use-task'
import { ErrorNote } from './ErrorNote'

/** A text that was put aside, as a screen shows it. */
export type ShownKept = {
  readonly key: string
  readonly why: 'rival' | 'abandoned' | 'discarded'
  readonly value: unknown
  /** When, in words. */
  readonly time: string
}

/** One kept text: why and when, its words to copy, and what a person may do with it. */
export function KeptText(props: {
  readonly kept: ShownKept
  /** Goes on with it in the form where it stands; absent outside of its form. */
  readonly onTakeUp?: () => Promise<void>
  readonly onRemove: () => Promise<void>
}) {
  const { t } = useTranslation()
  const { kept, onTakeUp, onRemove } = props
  const task = useTask()
  const text = textsOf(kept.value)
  return (
    <details className="kept-text">
      <summary>{t(`kept.why.${kept.why}`, { time: kept.time })}</summary>
      <div className="stack">
        {text === '' ? <p className="quiet">{t('kept.empty')}</p> : <CopyText label={t('kept.text')} text={text} />}
        <ErrorNote error={task.error} />
        <div className="row">
          {onTakeUp === undefined ? null : (
            <Popconfirm
              title={t('kept.takeUp')}
              description={t('kept.takeUpMeaning')}
              okText={t('kept.takeUp')}
              cancelText={t('common.cancel')}
              onConfirm={() => {
                task.run(onTakeUp)
              }}
            >
              <Button loading={task.busy}>{t('kept.takeUp')}</Button>
            </Popconfirm>
          )}
          <Popconfirm
            title={t('kept.removeAsk')}
            okText={t('kept.remove')}
            cancelText={t('common.cancel')}
            onConfirm={() => {
              task.run(onRemove)
            }}
          >
            <Button danger type="text" loading={task.busy}>
              {t('kept.remove')}
            </Button>
          </Popconfirm>
        </div>
      </div>
    </details>
  )
}

/** A text that a person removed: its words to copy, and the way back. */
export function RemovedText(props: { readonly kept: ShownKept; readonly onBringBack: () => Promise<void> }) {
  const { t } = useTranslation()
  const task = useTask()
  const text = textsOf(props.kept.value)
  return (
    <details className="kept-text">
      <summary>{t('kept.removedAt', { time: props.kept.time })}</summary>
      <div className="stack">
        {text === '' ? <p className="quiet">{t('kept.empty')}</p> : <CopyText label={t('kept.text')} text={text} />}
        <ErrorNote error={task.error} />
        <Button
          loading={task.busy}
          onClick={() => {
            task.run(props.onBringBack)
          }}
        >
          {t('kept.bringBack')}
        </Button>
      </div>
    </details>
  )
}
