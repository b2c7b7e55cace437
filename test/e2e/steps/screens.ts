import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test'

/** One screen of a desk: its address behind the `#`, and what opens it further. */
export type Screen = { readonly name: string; readonly path: string; readonly open?: (page: Page) => Promise<void> }

export const divisionScreens = (dossierId: string): readonly Screen[] => [
  { name: 'dossiers', path: '/dossiers' },
  {
    name: 'samples',
    path: '/dossiers',
    open: async (page) => {
      await page.getByRole('button', { name: /装入示例|Load samples/iu }).click()
      await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
    },
  },
  ...['checks', 'materials', 'opinions', 'years', 'ending', 'documents', 'timeline'].map((tab) => ({
    name: `dossier-${tab}`,
    path: `/dossiers/${dossierId}?tab=${tab}`,
  })),
  { name: 'division-review', path: `/dossiers/${dossierId}/review/business` },
  ...['alliance', 'members', 'tasks', 'agreement', 'funds', 'plan', 'materials'].map((part) => ({
    name: `intake-${part}`,
    path: `/intake/${dossierId}?part=${part}`,
  })),
  { name: 'panels', path: '/panels' },
  { name: 'panel', path: '/panels/00000000-0000-4000-8000-0000000000a1' },
  { name: 'consultation', path: '/consultation' },
  { name: 'batches', path: '/batches' },
  { name: 'batch', path: '/batches/00000000-0000-4000-8000-0000000000b1' },
  { name: 'agenda', path: '/agenda' },
  {
    name: 'agenda-month',
    path: '/agenda',
    open: async (page) => {
      await page.getByText(/^(?:月历|Month)$/u).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'campaigns', path: '/campaigns' },
  { name: 'campaign', path: '/campaigns/00000000-0000-4000-8000-0000000000c1' },
  { name: 'figures', path: '/figures' },
  { name: 'endings', path: '/endings' },
  { name: 'support', path: '/support' },
  { name: 'exchange', path: '/exchange' },
  { name: 'verify', path: '/verify' },
  {
    name: 'audit',
    path: '/audit',
    open: async (page) => {
      await page.getByRole('button', { name: /开始审计|Start the audit/u }).click()
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
      await page.getByRole('listbox').press('End')
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  { name: 'settings', path: '/settings' },
]

/** Goes to a screen as a link would, and waits until it has stopped reading. */
export async function show(page: Page, { path, open }: Screen): Promise<void> {
  await page.keyboard.press('Escape')
  // Away first, so that what a screen had open is closed.
  await page.evaluate(() => {
    location.hash = '#/verify'
  })
  await page.evaluate((to) => {
    location.hash = `#${to}`
  }, path)
  await expect(page.getByRole('main').locator('h1, h2').first()).toBeVisible()
  await expect(page.locator('.ant-spin-spinning')).toHaveCount(0)
  await open?.(page)
}

export type ShownText = { readonly text: string; readonly from: string }

/** Every text that a person can read or hear here: text, names, titles, placeholders. Not the pages of materials. */
export const textsShown = (page: Page): Promise<readonly ShownText[]> =>
  page.evaluate(() => {
    const texts: { text: string; from: string }[] = []
    const isShown = (element: Element) =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      element.closest('.pdf-text, .pdf-outline button, [aria-hidden="true"]') === null
    for (const element of document.querySelectorAll('body *')) {
      if (!isShown(element) || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''
        if (text !== '') texts.push({ text, from: `<${element.tagName.toLowerCase()} class="${element.className}">` })
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name)?.trim() ?? ''
        if (text !== '') texts.push({ text, from: `[${name}]` })
      }
    }
    return texts
  })

/**
 * Buttons, links and answers that stand beyond the right edge of the window, where nothing is meant to scroll sideways.
 */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, [role="radio"], label, h1, h2')]
      .filter(
        (element) =>
          element.checkVisibility() &&
          element.closest('.scroll-x, .table-scroll, .ant-table-content, .ant-tabs-nav, nav, .skip') === null &&
          element.getBoundingClientRect().right > window.innerWidth + 1,
      )
      .map((element) => element.textContent.trim().slice(0, 60)),
  )

/** How far the page, or its content, runs out of the window to the right, in CSS pixels. */
export const overflowToTheRight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const scroller = document.scrollingElement!
    const content = document.querySelector('main')
    const out = content === null ? 0 : content.scrollWidth - content.clientWidth
    return Math.max(scroller.scrollWidth - scroller.clientWidth, out)
  })
