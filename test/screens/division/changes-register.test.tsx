// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyChange } from '@shared/acts/change-gaps'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { CalendarDate } from '@shared/domain/date'
import { Providers } from '@renderer/app/Providers'
import { loadCase } from '@renderer/data/cases'
import { closeDesk } from '@renderer/data/desk'
import { loadDrafts } from '@renderer/data/drafts'
import { DossierPage } from '@renderer/features/dossier/DossierPage'
import { saveChange } from '@renderer/features/dossier/registers/change-actions'
import { takeDossierFile } from '@renderer/features/dossiers/dossiers-actions'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'

const today = '2026-11-22' as CalendarDate
const by = '陈守玉（示例）'
configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
let file: DossierFile
let unitId: string

beforeEach(async () => {
  desk = await createDesk('division', by, '示例科学技术厅政策法规处')
  await sitDownAt(desk, today)
  await loadDrafts()
  file = dossierFileSchema.parse(succeeded(await desk.call('sample:load', { slug: 'signed-by-agent' })).dossier)
  await takeDossierFile(file, { today, by, note: '示例' })
  unitId = file.content.members.at(-1)!.unitId
  const paper = { filedOn: '2026-10-20', paper: '示例变更报告〔2026〕3号' }
  const what = { kind: 'member-renamed', unitId, newName: '示例新名大学', completedOn: '2026-10-09' }
  const dossier = (await loadCase(file.id, today))!
  await saveChange(dossier, { ...emptyChange, ...what, ...paper }, { by, today, id: 'c-1' })
  render(
    <Providers>
      <MemoryRouter initialEntries={[`/dossiers/${file.id}?tab=years`]}>
        <Routes>
          <Route path="/dossiers/:dossierId" element={<DossierPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  )
  await screen.findByRole('heading', { name: '变更（第十八条）' })
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const memberNow = async () => {
  const { file: now } = (await loadCase(file.id, today))!
  return { version: now.version, member: now.content.members.find((member) => member.unitId === unitId)! }
}

describe('the register of changes', () => {
  it('carries a filed change into the dossier once it was read back, and says so', async () => {
    const { fullName } = (await memberNow()).member
    await userEvent.click(screen.getByRole('button', { name: '结转到案卷' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(`${fullName} → 示例新名大学`)).toBeDefined()
    expect(await memberNow()).toMatchObject({ version: 1, member: { fullName } })
    await userEvent.click(within(dialog).getByRole('button', { name: '结转到案卷' }))
    expect(await screen.findByText(`已结转为第 2 版（${today}，${by}）`)).toBeDefined()
    expect(await memberNow()).toMatchObject({
      version: 2,
      member: { fullName: '示例新名大学', formerNames: [fullName] },
    })
    expect(screen.queryByRole('button', { name: '结转到案卷' })).toBeNull()
  })

  it('names what a change lacks when one goes on', async () => {
    await userEvent.click(screen.getByRole('button', { name: '登记变更' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: /登记得知的变更/u }))
    expect((await within(dialog).findAllByText('请填写这一项。')).length).toBe(2)
  })
})
