import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { letterKinds, type LetterKind } from '@shared/documents/letter'
import type { UsedTemplate } from '@shared/documents/paper'
import { loadTemplate } from '@renderer/data/templates'
import { useTranslation } from '@renderer/ui/translation'
import { ChangeWording } from './ChangeWording'

const loadAll = async (): Promise<ReadonlyMap<LetterKind, UsedTemplate | null>> =>
  new Map(await Promise.all(letterKinds.map(async (kind) => [kind, await loadTemplate(kind)] as const)))

/** 公文模板: which words each notice and letter is made with, and how an office changes them. */
export function TemplatesPart() {
  const { t } = useTranslation()
  const templates = useLiveQuery(loadAll)
  const [kind, setKind] = useState<LetterKind | null>(null)
  return (
    <section className="panel stack" aria-label={t('templates.title')}>
      <h2>{t('templates.title')}</h2>
      <p className="quiet">{t('templates.what')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('templates.kind')}</th>
            <th scope="col">{t('templates.current')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {letterKinds.map((one) => {
            const template = templates?.get(one) ?? null
            return (
              <tr key={one}>
                <th scope="row">{t(`document.${one}`)}</th>
                <td className={template === null ? 'quiet' : ''}>
                  {template === null ? t('templates.builtIn') : t('templates.versionFile', template)}
                </td>
                <td>
                  <Button
                    size="small"
                    aria-label={t('templates.changeOf', { document: t(`document.${one}`) })}
                    onClick={() => {
                      setKind(one)
                    }}
                  >
                    {t('templates.change')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {kind === null ? null : (
        <ChangeWording
          key={kind}
          kind={kind}
          onClose={() => {
            setKind(null)
          }}
        />
      )}
    </section>
  )
}
