import { Link } from 'react-router'
import { keptAfterRemoval } from '@shared/ipc/draft'
import { bringBackKept, removeKept, useKept, useRemovedKept } from '@renderer/data/kept-texts'
import { dayAndTime } from '@renderer/platform/clock'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { KeptText, RemovedText } from '@renderer/ui/KeptText'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { formOf } from './form-of'

/** 留存的文字: what met another draft or was given up, until a person decides. */
export function KeptTextsPage() {
  const { t } = useTranslation()
  const kept = useKept()
  const removed = useRemovedKept()
  return (
    <>
      <PageHead title={t('kept.title')} note={t('kept.note')} />
      <section className="panel stack">
        {kept.length === 0 ? <EmptyScreen words={t('kept.none')} /> : null}
        {kept.map((text) => {
          const { words, path } = formOf(text.of, t)
          return (
            <section key={text.key} className="check" aria-label={words}>
              <header className="row">
                <strong>{words}</strong>
                {path === null ? null : <Link to={path}>{t('kept.toForm')}</Link>}
              </header>
              <KeptText kept={{ ...text, time: dayAndTime(text.savedAt) }} onRemove={() => removeKept(text.key)} />
            </section>
          )
        })}
      </section>
      {removed.length === 0 ? null : (
        <section className="panel stack" aria-label={t('kept.removed')}>
          <h2>{t('kept.removed')}</h2>
          <p className="quiet">{t('kept.removedNote', { count: keptAfterRemoval })}</p>
          {removed.map((text) => (
            <section key={text.key} className="check" aria-label={formOf(text.of, t).words}>
              <strong>{formOf(text.of, t).words}</strong>
              <RemovedText
                kept={{ ...text, time: dayAndTime(text.savedAt) }}
                onBringBack={() => bringBackKept(text.key)}
              />
            </section>
          ))}
        </section>
      )}
    </>
  )
}
