import { Alert, Button } from 'antd'
import { waitingDrafts } from '@renderer/data/drafts'
import { CopyText } from '@renderer/ui/CopyText'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { textsOf } from '@renderer/ui/texts-of'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'

/** Another window took the desk over: this one writes nothing more, and gives what it could not write. */
export function DeskLost({ onTakeOver }: { readonly onTakeOver: () => Promise<void> }) {
  const { t } = useTranslation()
  const task = useTask()
  const unsaved = waitingDrafts().map(textsOf).join('\n\n')
  return (
    <main className="gate">
      <div className="gate-card wide">
        <h1>{t('hold.lost.title')}</h1>
        <p role="status">{t(unsaved === '' ? 'hold.lost.allSaved' : 'hold.lost.meaning')}</p>
        {unsaved === '' ? null : (
          <>
            <Alert type="warning" showIcon role="alert" title={t('hold.lost.unsaved')} />
            <CopyText label={t('unsaved.text')} text={unsaved} />
          </>
        )}
        <ErrorNote error={task.error} />
        <div className="panel-foot">
          <Button
            type="primary"
            loading={task.busy}
            onClick={() => {
              task.run(onTakeOver)
            }}
          >
            {t('hold.takeOver')}
          </Button>
        </div>
      </div>
    </main>
  )
}
