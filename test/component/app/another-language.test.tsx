// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { DisplaySettings } from '@renderer/features/settings/DisplaySettings'
import { translatorFor } from '@renderer/platform/language-words'
import type * as WordReaders from '@renderer/platform/word-readers'
import { usePreferences } from '@renderer/stores/preference-store'
import { LanguageSwitch } from '@renderer/ui/LanguageSwitch'
import { page } from '@renderer/ui/on-demand'
import { en } from '@shared/messages/en/index'
import type * as Languages from '@shared/messages/languages'

// Read anew, with a language more.
vi.hoisted(() => {
  vi.resetModules()
})
// The lines of a language whose folder says every text within brackets.
vi.mock('@shared/messages/languages', async (original) => {
  const all = await original<typeof Languages>()
  const names: Record<string, string> = { 'zh-CN': '中文', en: 'English', 'en-x-pseudo': '[Pseudo]' }
  return {
    ...all,
    locales: Object.keys(names),
    languageName: (locale: string) => names[locale],
    forEachLocale: <T,>(make: (locale: string) => T) =>
      Object.fromEntries(Object.keys(names).map((locale) => [locale, make(locale)])),
  }
})
vi.mock('@renderer/platform/word-readers', async (original) => {
  const { wordReaders } = await original<typeof WordReaders>()
  const pseudo = async () => Object.fromEntries(Object.entries(en).map(([key, text]) => [key, `[${text}]`]))
  return { wordReaders: { ...wordReaders, 'en-x-pseudo': pseudo } }
})

afterEach(cleanup)

const Display = page(async () => DisplaySettings)

it('a language more is offered by its name, chosen, kept and spoken', async () => {
  usePreferences.getState().change({ locale: 'en' })
  render(
    <Providers>
      <LanguageSwitch locale="en" onChange={() => undefined} />
      <Display />
    </Providers>,
  )
  await vi.waitFor(() => {
    expect(screen.getAllByText('[Pseudo]')).toHaveLength(2)
  })
  await userEvent.click(screen.getAllByText('[Pseudo]')[1]!)
  expect(await screen.findByRole('heading', { name: '[Display]' })).toBeTruthy()
  expect(localStorage.getItem('lianshen.preferences')).toContain('en-x-pseudo')
  // Its sentences are filled as those of the others.
  expect(translatorFor('en-x-pseudo' as 'en')('failure.detail', { detail: '示例' })).toBe('[Technical note: 示例]')
})
