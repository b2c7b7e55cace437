import { Alert } from 'antd'
import { useTranslation } from './translation'

export type WrittenFile = {
  readonly path: string
  readonly fileName: string
  readonly sha256: string
  readonly size: number
}

/** What was written, after it was read back and hashed again. */
export function WrittenFiles({ files }: { readonly files: readonly WrittenFile[] }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('written.title', { count: files.length })}
      description={
        <ul className="plain">
          {files.map((file) => (
            <li key={file.path}>
              <span className="path">{file.path}</span>
              <div className="quiet">{t('written.line', { size: file.size, hash: file.sha256.slice(0, 16) })}</div>
            </li>
          ))}
        </ul>
      }
    />
  )
}
