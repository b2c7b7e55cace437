import { Button } from 'antd'
import type { Locale } from '@shared/messages/catalogue'

/** Each language is offered in its own words, so that it is found by whoever needs it. */
export function LanguageSwitch(props: { readonly locale: Locale; readonly onChange: (locale: Locale) => void }) {
  const other = props.locale === 'en' ? { locale: 'zh-CN', words: '中文' } : { locale: 'en', words: 'English' }
  return (
    <Button
      type="text"
      size="small"
      className="language-switch"
      lang={other.locale}
      onClick={() => {
        props.onChange(other.locale as Locale)
      }}
    >
      {other.words}
    </Button>
  )
}
