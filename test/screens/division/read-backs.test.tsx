// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { loadDrafts } from '@renderer/data/drafts'
import { ConsultationPage } from '@renderer/features/consultation/ConsultationPage'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openBatchDesk, today } from './batch-desk'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

it('a meeting is read back whole before it is recorded, recorded once, and told at the head of the page', async () => {
  const opened = await openBatchDesk()
  desk = opened.desk
  await loadDrafts()
  const { id: dossierId } = opened.file
  const move = { dossierId, action: 'pass-panel', from: 'panel-review', to: 'awaiting-consultation' } as const
  await append({ type: 'status.set', payload: { ...move, on: today, by: '示例', note: '' } })
  render(
    <Providers>
      <MemoryRouter>
        <ConsultationPage />
      </MemoryRouter>
    </Providers>,
  )
  const { name } = opened.file.content.alliance
  const item = await screen.findByRole('region', { name })
  await userEvent.type(screen.getByLabelText('会商日期'), today)
  await userEvent.type(screen.getByLabelText('纪要号'), '示例纪要7号')
  await userEvent.click(within(item).getByText('暂缓'))
  await userEvent.type(within(item).getByLabelText('理由'), '待补充（示例）')
  await userEvent.click(screen.getByRole('button', { name: '记录会商结果' }))
  const readBack = await screen.findByRole('group', { name: '读回核对' })
  const version = (await loadDossier(dossierId))!.file.version
  for (const words of [today, '示例纪要7号', name, `暂缓；第 ${version} 版；待补充（示例）`]) {
    expect(readBack.textContent).toContain(words)
  }
  const recorded = async () =>
    (await deskDatabase().rows('consultations').toArray()).filter(
      ({ value }) => value.consultation.minutesNo === '示例纪要7号',
    )
  // Nothing is recorded by asking.
  expect(await recorded()).toEqual([])
  const before = (await desk.call('journal:get-status', undefined)).count
  await userEvent.dblClick(screen.getByRole('button', { name: '确认记录会商结果' }))
  expect(await screen.findByText(`已记录 ${today} 会商（示例纪要7号）的结果：1 件案卷。`)).toBeDefined()
  expect(await recorded()).toHaveLength(1)
  expect((await desk.call('journal:get-status', undefined)).count).toBe(before + 2)
}, 120_000)
