import { Button, Progress } from 'antd'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { sizeWords } from '@renderer/ui/size-words'
import { useTranslation } from '@renderer/ui/translation'
import { useOpening } from './use-opening'

/** Between the declaration and the review: the locked dossier opens, or says why it never will. */
export function OpeningPage({ task }: { readonly task: ExpertTask }) {
  const { t } = useTranslation()
  if (task.lock?.standing === 'may-open') return <Opening lockId={task.lock.row.value.lockId} />
  return (
    <section className="panel">
      <PageHead title={t('lock.destroyed.title')} />
      <p className="reading">{t('lock.destroyed.note')}</p>
    </section>
  )
}

function Opening({ lockId }: { readonly lockId: string }) {
  const { t } = useTranslation()
  const { phase, start, stop } = useOpening(lockId)
  return (
    <section className="panel">
      <PageHead title={t('lock.opening.title')} note={t('lock.opening.note')} />
      {phase.kind === 'running' ? <Bar {...phase} /> : null}
      {phase.kind === 'stopped' ? <p role="status">{t('lock.opening.stopped')}</p> : null}
      <ErrorNote error={phase.kind === 'error' ? phase.error : null} />
      <div className="panel-foot">
        {phase.kind === 'running' ? (
          <Button onClick={stop}>{t('common.cancel')}</Button>
        ) : (
          <Button type="primary" onClick={start}>
            {t('lock.opening.again')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Bar({ doneBytes, totalBytes }: { readonly doneBytes: number; readonly totalBytes: number }) {
  const { t } = useTranslation()
  const percent = totalBytes === 0 ? 0 : Math.floor((doneBytes / totalBytes) * 100)
  return (
    <div role="status">
      <Progress percent={percent} aria-label={t('lock.opening.title')} />
      {totalBytes === 0 ? null : (
        <p className="quiet">
          {t('lock.opening.progress', { done: sizeWords(doneBytes), total: sizeWords(totalBytes) })}
        </p>
      )}
    </div>
  )
}
