import { Button } from 'antd'
import type { TemplateChange } from '@renderer/data/templates'
import { useTranslation } from '@renderer/ui/translation'

/** Every version of a letter's words, the newest first, with who took it and the hash of its file. */
export function WordingHistory(props: {
  readonly changes: readonly TemplateChange[]
  readonly busy: boolean
  readonly onFetch: (change: TemplateChange) => void
}) {
  const { t } = useTranslation()
  const { changes, busy, onFetch } = props
  return (
    <section className="stack">
      <h3>{t('templates.history')}</h3>
      {changes.length === 0 ? <p className="quiet">{t('templates.noHistory')}</p> : null}
      <ul className="plain">
        {changes.map((change) => {
          const { version, file, on, by } = change
          return (
            <li key={`${version} ${file?.sha256 ?? ''}`}>
              <span className="row">
                <span className="strong">
                  {file === null
                    ? `${t('templates.version', { version })}${t('punctuation.colon')}${t('templates.builtIn')}`
                    : t('templates.versionFile', { version, fileName: file.fileName })}
                </span>
                <span className="quiet">{t('templates.historyLine', { on, by })}</span>
                {file === null ? null : (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={t('templates.fetchOf', { version })}
                    onClick={() => {
                      onFetch(change)
                    }}
                  >
                    {t('templates.fetch')}
                  </Button>
                )}
              </span>
              {file === null ? null : <div className="quiet path">{t('templates.hash', { hash: file.sha256 })}</div>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
