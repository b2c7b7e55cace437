import { Alert } from 'antd'
import type { TemplateProblem } from '@shared/ipc/template'
import type { Translate } from '@shared/messages/translate'
import { useTranslation } from '@renderer/ui/translation'
import type { CheckedFile } from './templates-actions'

/** What is wrong with a file, one by one; or the words that were taken from it, to be read before they are used. */
export function CheckedNote({ checked }: { readonly checked: CheckedFile }) {
  const { t } = useTranslation()
  const { fileName, problems, words } = checked
  if (problems.length > 0 || words === null) {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('templates.refused', { fileName })}
        description={
          <ul>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{problemWords(problem, t)}</li>
            ))}
          </ul>
        }
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

function problemWords(problem: TemplateProblem, t: Translate): string {
  switch (problem.kind) {
    case 'not-carried':
      return t('templateProblem.not-carried', { what: t(`notCarried.${problem.what}`), part: problem.part })
    case 'unknown-tag':
    case 'missing-tag':
    case 'wrong-form':
    case 'broken-tag':
      return t(`templateProblem.${problem.kind}`, { tag: problem.tag })
    case 'no-title':
      return t('templateProblem.no-title')
    default:
      return t(`templateProblem.${problem.kind}`, problem)
  }
}
