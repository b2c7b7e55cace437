import { Alert } from 'antd'
import { failureWords } from '../platform/failure-words'
import { useTranslation } from './translation'

/** A failure beside the button that caused it; nothing while there is none (`null`). */
export function ErrorNote({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  if (error === null || error === undefined) return null
  return <Alert className="error-note" type="error" showIcon role="alert" title={failureWords(error, t)} />
}
