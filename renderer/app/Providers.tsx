import type { Locale } from '@shared/messages/catalogue'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { usePreferences } from '@renderer/stores/preference-store'
import { TranslationProvider } from '@renderer/ui/translation'
import { themeOf } from './theme'

/** The component library's own few words; a language that is not named here gets its English ones. */
const libraryWords: Readonly<Partial<Record<Locale, typeof enUS>>> = { 'zh-CN': zhCN }

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
  const { locale, theme, density, fontScale } = usePreferences()
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
  const config = useMemo(
    () => themeOf({ isDark, density, fontScale, motion: !still }),
    [isDark, density, fontScale, still],
  )
  return (
    <ConfigProvider locale={libraryWords[locale] ?? enUS} theme={config} button={{ autoInsertSpace: false }}>
      <TranslationProvider locale={locale}>{children}</TranslationProvider>
    </ConfigProvider>
  )
}
