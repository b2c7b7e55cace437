import { Alert } from 'antd'
import type { ImportReport } from '@shared/bundle/import-report'
import { visibleText } from '@shared/lib/visible-text'
import { hasMessage } from '@shared/messages/translate'
import { useTranslation } from './translation'
import { wordsOf } from './words'

/** Changes of status in a bundle that the status table does not have: which dossier, from where to where, and by whom. */
export function UnknownMoves({ moves }: { readonly moves: ImportReport['unknownMoves'] }) {
  const { t } = useTranslation()
  if (moves.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('unknownMove.title', { count: moves.length })}
      description={
        <ul>
          {moves.map(({ recordId, dossierId, name, action, from, to, on, by, author, desk }) => (
            <li key={`${recordId}/${dossierId}`}>
              {t('unknownMove.line', {
                name: visibleText(name === '' ? dossierId : name),
                from: wordsOf(t, `status.${from}`),
                to: wordsOf(t, `status.${to}`),
                action: hasMessage(`action.${action}`) ? wordsOf(t, `action.${action}`) : visibleText(action),
                by: visibleText(by),
                on,
                desk: visibleText(desk === '' ? author : desk),
              })}
            </li>
          ))}
        </ul>
      }
    />
  )
}
