import { create } from 'zustand'
import { locales, type Locale } from '@shared/messages/catalogue'
import { onStoreForgotten } from '../platform/browser-store'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type FontScale = 1 | 1.25 | 1.5 | 2

type Preferences = {
  readonly locale: Locale
  readonly theme: Theme
  readonly density: Density
  readonly fontScale: FontScale
}
type PreferenceStore = Preferences & { readonly change: (change: Partial<Preferences>) => void }

const storageKey = 'lianshen.preferences'
const defaults: Preferences = { locale: 'zh-CN', theme: 'system', density: 'comfortable', fontScale: 1 }

function stored(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>
    // A language that this version does not have was chosen in another one.
    const { locale = defaults.locale } = kept
    return { ...defaults, ...kept, locale: locales.includes(locale) ? locale : defaults.locale }
  } catch {
    return defaults
  }
}

/** How this computer shows things; nothing of it is the desk's data. */
export const usePreferences = create<PreferenceStore>()((set, get) => ({
  ...stored(),
  change: (change) => {
    set(change)
    const { locale, theme, density, fontScale } = get()
    localStorage.setItem(storageKey, JSON.stringify({ locale, theme, density, fontScale }))
  },
}))

onStoreForgotten(() => {
  usePreferences.getState().change({})
})
