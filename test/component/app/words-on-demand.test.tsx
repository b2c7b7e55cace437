// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Words } from '@shared/messages/words'
import { en } from '@shared/messages/en/index'
import { zh } from '@shared/messages/zh/index'
import { Providers } from '@renderer/app/Providers'
import { usePreferences } from '@renderer/stores/preference-store'
import { FailureScreen } from '@renderer/ui/FailureScreen'
import { page } from '@renderer/ui/on-demand'
import { useTranslation } from '@renderer/ui/translation'

// The other tests have all words already.
vi.hoisted(() => {
  vi.resetModules()
})
const { asked, give } = vi.hoisted(() => {
  const waiting = new Map<string, { readonly give: (words: Words) => void; readonly refuse: () => void }[]>()
  return {
    asked: (locale: string) =>
      new Promise<Words>((resolve, reject) => {
        const refuse = () => {
          reject(new TypeError('no such script'))
        }
        waiting.set(locale, [...(waiting.get(locale) ?? []), { give: resolve, refuse }])
      }),
    give: (locale: string) => waiting.get(locale)?.pop(),
  }
})
vi.mock('@renderer/platform/word-readers', () => ({
  wordReaders: { 'zh-CN': () => asked('zh-CN'), en: () => asked('en') },
}))

afterEach(cleanup)

function Deep() {
  const { t } = useTranslation()
  return <p>{t('dossiers.title')}</p>
}
const OnDemand = page(async () => Deep)

const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

it('shows at once what a closed desk says, and the rest when its words are read; never a key, never a hole', async () => {
  usePreferences.getState().change({ locale: 'zh-CN' })
  render(
    <Providers>
      <input aria-label="typed" />
      <FailureScreen detail="" onRetry={() => undefined} />
      <OnDemand />
    </Providers>,
  )
  expect(screen.getByText(zh['failure.title'])).toBeTruthy()
  const field = screen.getByLabelText('typed')
  await settle()
  expect(screen.queryByText(zh['dossiers.title'])).toBeNull()

  give('zh-CN')?.give(zh)
  await settle()
  expect(screen.getByText(zh['dossiers.title'])).toBeTruthy()

  // The other language: the screen stays as it is, whole, until all of it can change.
  usePreferences.getState().change({ locale: 'en' })
  await settle()
  expect(screen.getByText(zh['failure.title'])).toBeTruthy()
  give('en')?.refuse()
  await settle()
  expect(screen.getByText(zh['dossiers.title'])).toBeTruthy()
  // A host that was gone is asked again.
  await vi.waitFor(
    () => {
      const again = give('en')
      if (again === undefined) throw new Error('not asked again')
      again.give(en)
    },
    { timeout: 5000 },
  )
  await settle()
  expect(screen.getByText(en['failure.title'])).toBeTruthy()
  expect(screen.getByText(en['dossiers.title'])).toBeTruthy()
  // Nothing that somebody may have typed into was made anew.
  expect(screen.getByLabelText('typed')).toBe(field)
})
