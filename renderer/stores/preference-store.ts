import { create } from 'zustand'
import { locales, type Locale } from '@shared/messages/languages'
import { onStoreForgotten } from '../platform/browser-store'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type FontScale = 1 | 1.25 | 1.5 | 2

type Preferences = {
  readonly locale: Locale
  readonly theme: Theme
  readonly density: Density
  readonly fontScale: FontScale
  /** Whether the places of the desk are folded to a rail; `null`: while a dossier is read. */
  readonly navigationFolded: boolean | null
  /** Whether the list of materials is folded to a rail. */
  readonly materialsFolded: boolean
  /** Width of the judging column, in rem; `null` as it comes. */
  readonly judgingWidth: number | null
  /** Share of the first of two places side by side. */
  readonly splitShare: number
}
type PreferenceStore = Preferences & { readonly change: (change: Partial<Preferences>) => void }

const storageKey = 'lianshen.preferences'
const defaults: Preferences = {
  locale: 'zh-CN',
  theme: 'system',
  density: 'comfortable',
  fontScale: 1,
  navigationFolded: null,
  materialsFolded: true,
  judgingWidth: null,
  splitShare: 0.5,
}

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
    // What it does is no preference, and JSON leaves it out.
    localStorage.setItem(storageKey, JSON.stringify(get()))
  },
}))

onStoreForgotten(() => {
  usePreferences.getState().change({})
})
