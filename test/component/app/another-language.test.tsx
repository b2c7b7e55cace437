// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { DisplaySettings } from '@renderer/features/settings/DisplaySettings'
import { usePreferences } from '@renderer/stores/preference-store'
import { LanguageSwitch } from '@renderer/ui/LanguageSwitch'
import type * as Languages from '@shared/messages/languages'
import { createTranslators } from '@shared/messages/translate'

// The line of a language whose folder says every text within brackets.
vi.mock('@shared/messages/languages', async (original) => {
  const { languages } = await original<typeof Languages>()
  const words = Object.fromEntries(Object.entries(languages.en.words).map(([key, text]) => [key, `[${text}]`]))
  return { languages: { ...languages, 'en-x-pseudo': { name: '[Pseudo]', words } } }
})

afterEach(cleanup)

it('a language more is one line: it is offered by its name, chosen, kept and spoken', async () => {
  usePreferences.getState().change({ locale: 'en' })
  render(
    <Providers>
      <DisplaySettings />
      <LanguageSwitch locale="en" onChange={() => undefined} />
    </Providers>,
  )
  expect(screen.getAllByText('[Pseudo]')).toHaveLength(2)
  await userEvent.click(screen.getAllByText('[Pseudo]')[0]!)
  expect(await screen.findByRole('heading', { name: '[Display]' })).toBeTruthy()
  expect(localStorage.getItem('lianshen.preferences')).toContain('en-x-pseudo')
})

it('a language more fills its sentences as the others do', () => {
  const [pseudo] = Object.entries(createTranslators()).flatMap(([locale, t]) => (locale === 'en-x-pseudo' ? [t] : []))
  expect(pseudo?.('failure.detail', { detail: '示例' })).toBe('[Technical note: 示例]')
})
