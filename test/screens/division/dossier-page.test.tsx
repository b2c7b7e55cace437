// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import type { CalendarDate } from '@shared/domain/date'
import { Providers } from '@renderer/app/Providers'
import { closeDesk } from '@renderer/data/desk'
import { loadDrafts } from '@renderer/data/drafts'
import { DossierPage } from '@renderer/features/dossier/DossierPage'
import { takeDossierFile } from '@renderer/features/dossiers/dossiers-actions'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'

const today = '2026-11-22' as CalendarDate
configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
let file: DossierFile

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  await sitDownAt(desk, today)
  await loadDrafts()
  file = dossierFileSchema.parse(succeeded(await desk.call('sample:load', { slug: 'signed-by-agent' })).dossier)
  await takeDossierFile(file, { today, by: '陈守玉（示例）', note: '示例' })
  render(
    <Providers>
      <MemoryRouter initialEntries={[`/dossiers/${file.id}`]}>
        <Routes>
          <Route path="/dossiers/:dossierId" element={<DossierPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  )
  await screen.findByRole('heading', { level: 1 })
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const checkOf = async (ruleId: string) => {
  await userEvent.click(screen.getByText(/^全部（/u))
  const tag = await screen.findByText(
    (_, element) => element?.className === 'tag' && element.getAttribute('data-rule') === ruleId,
  )
  return tag.closest('article')!
}

describe('a dossier on the division desk', () => {
  it('is marked as a sample and says its state, version and next step', () => {
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('示例')
    expect(screen.getByText('试点申请')).toBeDefined()
    expect(screen.getByText('第 1 版')).toBeDefined()
  })

  it('offers what the status machine offers, the next step first', () => {
    const actions = within(screen.getByRole('group', { name: '操作' })).getAllByRole('button')
    expect(actions.map((button) => button.textContent)).toEqual([
      '开始处室审核',
      '通知补正',
      '退回试点申请',
      '登记变更备案',
    ])
  })

  it('asks for what is to be supplied before it sends a dossier back', async () => {
    await userEvent.click(screen.getByRole('button', { name: '通知补正' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: '通知补正' }))
    expect(await within(dialog).findByText('请填写这一项。')).toBeDefined()
    await userEvent.type(within(dialog).getByLabelText('需补正的材料和内容'), '请补交授权委托书原件。')
    await userEvent.click(within(dialog).getByRole('button', { name: '通知补正' }))
    expect(await screen.findByText('待补正')).toBeDefined()
  })

  it('lets a person judge with four answers, none preselected, and keeps the reason', async () => {
    const check = await checkOf('R12-1b')
    await userEvent.click(within(check).getByRole('button', { name: '作出判断…' }))
    for (const answer of within(check).getAllByRole('radio')) expect(answer).toHaveProperty('checked', false)
    await userEvent.click(within(check).getByRole('button', { name: '记下判断' }))
    expect(await within(check).findByText('请选择一种判断。')).toBeDefined()
    await userEvent.click(within(check).getByText('材料不足以判断'))
    await userEvent.click(within(check).getByRole('button', { name: '记下判断' }))
    expect(await within(check).findByText('请写明理由。')).toBeDefined()
    await userEvent.type(within(check).getByLabelText('理由'), '一家由代理人签署，授权书待核。')
    await userEvent.click(within(check).getByRole('button', { name: '记下判断' }))
    expect(await within(check).findByText(/一家由代理人签署，授权书待核。/u)).toBeDefined()
    expect(await within(check).findByText(/陈守玉（示例），2026-11-22/u)).toBeDefined()
  })

  it('overrides an automatic result only with a reason, and keeps what the system said', async () => {
    const check = await checkOf('R09-4b')
    await userEvent.click(within(check).getByRole('button', { name: '改判…' }))
    await userEvent.click(within(within(check).getByRole('radiogroup')).getByText('不符合'))
    await userEvent.click(within(check).getByRole('button', { name: '确认改判' }))
    expect(await within(check).findByText('请选择结果并写明理由。')).toBeDefined()
    await userEvent.type(within(check).getByLabelText('理由'), '凭证日期有误，应自2026年1月起算。')
    await userEvent.click(within(check).getByRole('button', { name: '确认改判' }))
    expect(await within(check).findByText(/系统核对结果为“符合”/u)).toBeDefined()
  })
})
