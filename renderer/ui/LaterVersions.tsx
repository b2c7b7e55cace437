import { Alert } from 'antd'
import type { ImportReport } from '@shared/bundle/import-report'
import { visibleText } from '@shared/lib/visible-text'
import { useTranslation } from './translation'

/** Dossiers of which a bundle brings a version after the panel's opinion: what has to be done once it is taken. */
export function LaterVersions({ versions }: { readonly versions: ImportReport['laterVersions'] }) {
  const { t } = useTranslation()
  if (versions.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('laterVersion.title', { count: versions.length })}
      description={
        <ul>
          {versions.map(({ dossierId, name, version, opinionVersion }) => (
            <li key={dossierId}>
              {t('laterVersion.line', { name: visibleText(name === '' ? dossierId : name), version, opinionVersion })}
            </li>
          ))}
        </ul>
      }
    />
  )
}
