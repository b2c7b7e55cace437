import { Alert, Button, Popconfirm } from 'antd'
import { ErrorNote } from './ErrorNote'
import { KeptText, type ShownKept } from './KeptText'
import { useTranslation } from './translation'
import { useTask } from './use-task'

type Text = Omit<ShownKept, 'time'> & { readonly savedAt: string }

/** What a form says of its draft. */
export type NotedDraft<K extends Text> = {
  readonly restoredAt: string | null
  readonly isBegun: boolean
  readonly kept: readonly K[]
  readonly putAside: (why: 'discarded') => Promise<void>
  readonly takeUp: (kept: K) => Promise<void>
  readonly removeKept: (kept: K) => Promise<void>
}

/**
 * Above a form: that its draft was restored, the way to discard it, which asks first and destroys nothing, and the
 * texts of this form that were put aside.
 */
export function DraftNote<K extends Text>(props: {
  readonly draft: NotedDraft<K>
  readonly timeOf: (instant: string) => string
  /** False where something else says so, or where a draft is not to be discarded by itself. */
  readonly mayDiscard?: boolean
}) {
  const { t } = useTranslation()
  const { draft, timeOf, mayDiscard = true } = props
  const task = useTask()
  const { restoredAt, isBegun, kept } = draft
  if (restoredAt === null && kept.length === 0 && task.error === null) return null
  return (
    <div className="stack draft-note">
      {restoredAt === null ? null : (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('common.draftRestored', { time: timeOf(restoredAt) })}
          action={
            mayDiscard && isBegun ? (
              <Popconfirm
                title={t('common.discardDraft')}
                description={t('draft.discardAsk')}
                okText={t('common.discardDraft')}
                cancelText={t('common.cancel')}
                onConfirm={() => {
                  task.run(() => draft.putAside('discarded'))
                }}
              >
                <Button size="small" loading={task.busy}>
                  {t('common.discardDraft')}
                </Button>
              </Popconfirm>
            ) : null
          }
        />
      )}
      <ErrorNote error={task.error} />
      {kept.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={t('kept.ofForm', { count: kept.length })}
          description={kept.map((text) => (
            <KeptText
              key={text.key}
              kept={{ ...text, time: timeOf(text.savedAt) }}
              onTakeUp={() => draft.takeUp(text)}
              onRemove={() => draft.removeKept(text)}
            />
          ))}
        />
      )}
    </div>
  )
}
