// @vitest-environment happy-dom
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { SnapshotsPart } from '@renderer/features/snapshots/SnapshotsPart'
import {
  createDesk,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from '../../integration/host/desk-fixture'
import { opinionReturned } from '../../integration/host/review-actions'
import { connectPage } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk

beforeEach(async () => {
  const first = await createDesk('division', '示例处室')
  succeeded(await first.call('journal:append', { actions: [opinionReturned('示例')] }))
  await first.host.close()
  await truncate(join(first.root, '工作目录', 'journal.lsj'), 16)
  desk = await startHost(first.root)
  succeeded(await desk.call('profile:unlock', { passphrase }))
  connectPage(desk)
  render(
    <Providers>
      <SnapshotsPart />
    </Providers>,
  )
})
afterEach(async () => {
  cleanup()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

describe('the snapshots of a desk on its settings page', () => {
  it('drills the restoring of a desk, and keeps the day on which it passed', async () => {
    await userEvent.click(screen.getByRole('button', { name: '查看并核对快照' }))
    const row = (await screen.findByText('完好 · 可找回 2 条')).closest('tr')!
    await userEvent.click(within(row).getByRole('button', { name: '恢复' }))
    const preview = await screen.findByRole('dialog', { name: '恢复前预览' })
    await userEvent.click(within(preview).getByRole('button', { name: /恢\s?复/u }))
    await screen.findByText(/^已恢复：/u)
    await userEvent.click(screen.getByRole('button', { name: '开始演练' }))
    await screen.findByText(/恢复演练通过 \d{4}-\d\d-\d\d \d\d:\d\d：\d+ 条记录/u)
    const { lastDrill } = await desk.call('snapshot:list', undefined)
    expect(lastDrill?.kind).toBe('passed')
  })

  it('shows which is whole and what it would bring back, and brings it back when a person says so', async () => {
    await userEvent.click(screen.getByRole('button', { name: '查看并核对快照' }))
    const row = (await screen.findByText('完好 · 可找回 2 条')).closest('tr')!
    await userEvent.click(within(row).getByRole('button', { name: '恢复' }))
    const preview = await screen.findByRole('dialog', { name: '恢复前预览' })
    expect(within(preview).getByText('将找回 2 条记录（新的在前，最多列 500 条）：')).toBeDefined()
    expect(within(preview).getByText('退回专家意见')).toBeDefined()
    await userEvent.click(within(preview).getByRole('button', { name: /恢\s?复/u }))
    await screen.findByText(/已恢复：现有 2 条记录，找回 2 条记录/u)
    expect(await desk.call('journal:get-status', undefined)).toMatchObject({ count: 2 })
    expect(screen.getByRole('button', { name: '重新打开工作台' })).toBeDefined()
  })

  it('keeps the budget that is typed', async () => {
    await userEvent.click(screen.getByRole('button', { name: '查看并核对快照' }))
    const field = await screen.findByLabelText('快照最多占用（MB）')
    await userEvent.clear(field)
    await userEvent.type(field, '120')
    await userEvent.click(screen.getByRole('button', { name: /保\s?存/u }))
    await expect.poll(async () => (await desk.call('snapshot:list', undefined)).budgetMB).toBe(120)
  })
})
