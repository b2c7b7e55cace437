// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { CalendarDate } from '@shared/domain/date'
import { Providers } from '@renderer/app/Providers'
import { closeDesk } from '@renderer/data/desk'
import { draftKeys, forgetDrafts, loadDrafts, peekDraft } from '@renderer/data/drafts'
import { takeDossierFile } from '@renderer/features/dossiers/dossiers-actions'
import { DivisionReviewPage } from '@renderer/features/division-review/DivisionReviewPage'
import { IntakePage } from '@renderer/features/intake/IntakePage'
import { PanelPage } from '@renderer/features/panels/PanelPage'
import { saveSettings } from '@renderer/features/settings/settings-actions'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'

const today = '2026-11-22' as CalendarDate
configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
let file: DossierFile
let router: ReturnType<typeof createMemoryRouter>
const fresh = '10000000-0000-4000-8000-0000000000cc'

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  await sitDownAt(desk, today)
  await loadDrafts()
  file = dossierFileSchema.parse(succeeded(await desk.call('sample:load', { slug: 'signed-by-agent' })).dossier)
  await takeDossierFile(file, { today, by: '陈守玉（示例）', note: '示例' })
  router = createMemoryRouter(
    [
      { path: '/intake/:dossierId', element: <IntakePage /> },
      { path: '/panels/:panelId', element: <PanelPage /> },
      { path: '/dossiers/:dossierId/review/:kind', element: <DivisionReviewPage /> },
      { path: '/', element: <h1>首页</h1> },
    ],
    { initialEntries: ['/'] },
  )
  render(
    <Providers>
      <RouterProvider router={router} />
    </Providers>,
  )
})
afterEach(async () => {
  cleanup()
  closeDesk()
  forgetDrafts()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const goTo = (path: string) => act(() => router.navigate(path))
const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name })
const field = (id: string) => document.getElementById(id) as HTMLInputElement
const type = (id: string, value: string) => {
  fireEvent.change(field(id), { target: { value } })
}

describe('in the first moments after a form opens', () => {
  it('a new dossier begins empty, also straight after another one', async () => {
    await goTo(`/intake/${file.id}`)
    await heading(/^修改案卷/u)
    expect(field('field-alliance.name').value).toBe(file.content.alliance.name)
    await goTo(`/intake/${fresh}`)
    await heading(/^录入新案卷/u)
    expect(field('field-alliance.name').value).toBe('')
    type('field-alliance.name', '新的联盟（示例）')
    await goTo(`/intake/${file.id}`)
    await heading(/^修改案卷/u)
    expect(field('field-alliance.name').value).toBe(file.content.alliance.name)
    expect(draftKeys('intake/')).toEqual([`intake/${fresh}`])
  })

  it('what is typed at once and left at once is offered again, in sister forms each its own', async () => {
    const path = (kind: string) => `/dossiers/${file.id}/review/${kind}`
    await goTo(path('business'))
    await heading(/^业务处室/u)
    type('review-comment', '业务（示例）')
    await goTo(path('organisation'))
    await heading(/^组织形式/u)
    expect(field('review-comment').value).toBe('')
    type('review-comment', '组织（示例）')
    await goTo('/')
    await goTo(path('business'))
    await heading(/^业务处室/u)
    expect(field('review-comment').value).toBe('业务（示例）')
    await goTo(path('organisation'))
    await heading(/^组织形式/u)
    expect(field('review-comment').value).toBe('组织（示例）')
  })

  it('a new panel begins with the rules of this office, however late they are read', async () => {
    const office = defaultOfficeSettings()
    const rules = { ...office.panelRules, minSize: 9 }
    await saveSettings({ ...office, panelRules: rules })
    await goTo(`/panels/${fresh}`)
    await heading(/^新建评审会/u)
    type('panel-place', '示例会议室')
    expect(peekDraft(`panel/${fresh}`)).toMatchObject({ place: '示例会议室', rules })
  })
})
