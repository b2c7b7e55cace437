import { unprintableIn } from '@shared/documents/unprintable'
import { useTranslation } from './translation'

/** Says beside a field, while one types, which signs in it no paper can show; nothing while there are none. */
export function PrintHint({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const signs = unprintableIn(text)
  if (signs.length === 0) return null
  return (
    <div className="field-hint" role="status">
      {t('print.hint', { signs: signs.slice(0, 8).map(named).join(t('punctuation.list')) })}
    </div>
  )
}

const named = (sign: string): string =>
  `${sign} U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
