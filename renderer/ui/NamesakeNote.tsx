import { Alert } from 'antd'
import { visibleText } from '@shared/lib/visible-text'
import { useTranslation } from './translation'

/** 同名专家: people whom a name alone does not tell apart, each with his or her unit. */
export function NamesakeNote({ namesakes }: { readonly namesakes: readonly (readonly string[])[] }) {
  const { t } = useTranslation()
  if (namesakes.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('namesakes.title')}
      description={
        <ul>
          {namesakes.map((group) => (
            <li key={group.join('/')}>{group.map(visibleText).join(t('punctuation.list'))}</li>
          ))}
        </ul>
      }
    />
  )
}
