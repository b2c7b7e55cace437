import { Button } from 'antd'
import { languageName, locales, type Locale } from '@shared/messages/languages'

/** Each language is offered in its own words, so that it is found by whoever needs it. */
export function LanguageSwitch(props: { readonly locale: Locale; readonly onChange: (locale: Locale) => void }) {
  return locales
    .filter((locale) => locale !== props.locale)
    .map((locale) => (
      <Button
        key={locale}
        type="text"
        size="small"
        className="language-switch"
        lang={locale}
        onClick={() => {
          props.onChange(locale)
        }}
      >
        {languageName(locale)}
      </Button>
    ))
}
