import type { ImportReport } from '@shared/bundle/import-report'
import { visibleText } from '@shared/lib/visible-text'
import { sentenceOf } from '@shared/messages/translator'
import { ListedNote } from './ListedNote'
import { useTranslation } from './translation'
import { wordsOf } from './words'

/**
 * Changes of status in a bundle that the status table does not have: which dossier, from where to where, and by whom.
 */
export function UnknownMoves({ moves }: { readonly moves: ImportReport['unknownMoves'] }) {
  const { t } = useTranslation()
  return (
    <ListedNote
      type="warning"
      title={t('unknownMove.title', { count: moves.length })}
      sentences={moves.map(({ dossierId, name, action, from, to, on, by, author, desk }) =>
        t('unknownMove.line', {
          name: visibleText(name === '' ? dossierId : name),
          from: wordsOf(t, `status.${from}`),
          to: wordsOf(t, `status.${to}`),
          action: sentenceOf(t, `action.${action}`) ?? visibleText(action),
          by: visibleText(by),
          on,
          desk: visibleText(desk === '' ? author : desk),
        }),
      )}
    />
  )
}
