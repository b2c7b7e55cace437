import type { Awaited, Debtor } from '@shared/acts/awaited'
import { visibleText } from '@shared/lib/visible-text'
import type { Translate } from '@shared/messages/translate'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** What is awaited, each with who owes it. */
export function AwaitedList({ awaited }: { readonly awaited: readonly Awaited[] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain">
      {awaited.map((one, index) => (
        <li key={`${one.what} ${index}`}>
          <strong>{debtorWords(one.from, t)}</strong>
          {t('punctuation.colon')}
          {matterOf(one, t)}
        </li>
      ))}
    </ul>
  )
}

const debtorWords = (from: Debtor, t: Translate): string =>
  'name' in from ? visibleText(from.name) : wordsOf(t, `actor.${from.actor}`)

function matterOf(one: Awaited, t: Translate): string {
  switch (one.what) {
    case 'step':
      return wordsOf(t, `next.${one.status}`)
    case 'expert-opinions':
      return t('awaited.expert-opinions', { count: one.count })
    case 'report': {
      const parts = one.parts.map((part) => t(`reportPart.${part}`))
      const places = one.recipients.map((recipient) => t(`recipient.${recipient}`))
      const list = t('punctuation.list')
      return parts.length === 0
        ? t('awaited.reportAt', { year: one.year, places: places.join(list) })
        : t('awaited.report', { year: one.year, parts: parts.join(list) })
    }
    case 'change':
      return t('awaited.change', { kind: t(`changeKind.${one.kind}`) })
    case 'campaign':
      return t('awaited.campaign', { year: one.year, kind: t(`campaignKind.${one.kind}`) })
    default:
      return t(`awaited.${one.what}`)
  }
}
