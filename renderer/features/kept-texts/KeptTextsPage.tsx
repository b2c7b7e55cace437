import { Link } from 'react-router'
import { removeKept, useKept } from '@renderer/data/kept-texts'
import { dayAndTime } from '@renderer/platform/clock'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { KeptText } from '@renderer/ui/KeptText'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { formOf } from './form-of'

/** 留存的文字: what met another draft or was given up, until a person decides. */
export function KeptTextsPage() {
  const { t } = useTranslation()
  const kept = useKept()
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
    </>
  )
}
