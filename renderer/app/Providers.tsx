import type { Locale } from '@shared/messages/languages'
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US'
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { insist } from '@renderer/platform/insist'
import { askForWords, readWords } from '@renderer/platform/language-words'
import { leadToWrongFields } from '@renderer/platform/to-wrong-field'
import { usePreferences } from '@renderer/stores/preference-store'
import { TranslationProvider } from '@renderer/ui/translation'
import { themeOf } from './theme'

/** The component library's own few words; a language that is not named here gets its English ones. */
const libraryWords: Readonly<Partial<Record<Locale, () => Promise<LibraryWords>>>> = {
  'zh-CN': async () => (await import('antd/es/locale/zh_CN')).default,
}

type LibraryWords = NonNullable<ConfigProviderProps['locale']>

/**
 * The language to show: the one that was chosen, once its words are read. Until then it is the one before; at the
 * start, the few words that a closed desk has.
 */
function useSpoken(chosen: Locale) {
  const [spoken, setSpoken] = useState<{ readonly locale: Locale; readonly library: LibraryWords }>(() => {
    // Before anything below asks for a page: pages wait for the words that were asked for.
    askForWords(chosen)
    return { locale: chosen, library: enUS }
  })
  useEffect(() => {
    let current = true
    void insist(() => Promise.all([libraryWords[chosen]?.() ?? enUS, readWords(chosen)])).then(([library]) => {
      if (current) setSpoken({ locale: chosen, library })
    })
    return () => {
      current = false
    }
  }, [chosen])
  return spoken
}

function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query])
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed)
      return () => {
        media.removeEventListener('change', changed)
      }
    },
    () => media.matches,
  )
}

/** Language, theme, density and type size, for everything below. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const { locale: chosen, theme, density, fontScale } = usePreferences()
  const { locale, library } = useSpoken(chosen)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const isDark = theme === 'dark' || (theme === 'system' && systemDark)
  useEffect(() => {
    const root = document.documentElement
    root.lang = locale
    root.dataset['theme'] = isDark ? 'dark' : 'light'
    root.dataset['density'] = density
    root.style.fontSize = `${14 * fontScale}px`
  }, [locale, isDark, density, fontScale])
  useEffect(() => leadToWrongFields(document), [])
  const config = useMemo(
    () => themeOf({ isDark, density, fontScale, motion: !still }),
    [isDark, density, fontScale, still],
  )
  return (
    <ConfigProvider locale={library} theme={config} button={{ autoInsertSpace: false }}>
      <TranslationProvider locale={locale}>{children}</TranslationProvider>
    </ConfigProvider>
  )
}
