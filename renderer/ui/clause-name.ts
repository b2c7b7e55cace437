import type { Locale } from '@shared/messages/catalogue'
import { clauseOf } from '@shared/regulation/2010/articles'
import type { ClauseRef } from '@shared/regulation/clause-ref'

/** How a clause is cited: 第九条第四项, in English Art. 9(4). Its words stay as they are in any language. */
export function clauseName(clause: ClauseRef, locale: Locale): string {
  const { label, articleNumber, itemNumber } = clauseOf(clause)
  if (locale === 'zh-CN') return label
  return itemNumber === null ? `Art. ${articleNumber}` : `Art. ${articleNumber}(${itemNumber})`
}
