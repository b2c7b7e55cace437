import { Alert } from 'antd'
import { templateProblemWords } from '@shared/ipc/template-problem-words'
import { ListedNote } from '@renderer/ui/ListedNote'
import { useTranslation } from '@renderer/ui/translation'
import type { CheckedFile } from './templates-actions'

/** What is wrong with a file, one by one; or the words that were taken from it, to be read before they are used. */
export function CheckedNote({ checked }: { readonly checked: CheckedFile }) {
  const { t } = useTranslation()
  const { fileName, problems, words } = checked
  if (problems.length > 0 || words === null) {
    return (
      <ListedNote
        type="error"
        role="alert"
        title={t('templates.refused', { fileName })}
        sentences={problems.map((problem) => templateProblemWords(problem, t))}
      />
    )
  }
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={t('templates.read', { fileName })}
      description={
        <div className="letter-words reading">
          <p className="strong">{words.title}</p>
          {words.body.map((text, index) => (
            <p key={`${index} ${text}`}>{text}</p>
          ))}
        </div>
      }
    />
  )
}
