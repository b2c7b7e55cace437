// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DossierId } from '@shared/domain/ids'
import { Providers } from '@renderer/app/Providers'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadAllianceHistory } from '@renderer/data/alliance-history'
import { ExchangePage } from '@renderer/features/exchange/ExchangePage'
import { makeBundle, makeIdentity, writeRecords } from '../../integration/host/bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { dossierId, dossierSaved, statusSet } from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk

async function take(fileName: string, bytes: Uint8Array): Promise<void> {
  const { stageId } = succeeded(
    await desk.call('bundle:stage', { kind: 'bytes', fileName, bytes: new Uint8Array(bytes) }),
  )
  const { records, count } = succeeded(await desk.call('bundle:commit', { stageId }))
  await applyFrom(records, count)
}

const statusNote = async () => (await deskDatabase().rows('statuses').get(dossierId))?.value.note

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  await sitDownAt(desk)
  await append(dossierSaved(1))
  const peer = await makeIdentity('division', '李守正（示例）')
  const bundle = (note: string) =>
    makeBundle({ kind: 'dossier', from: peer, records: writeRecords(peer, [statusSet(note)]) })
  await take('先到的.lsb', await bundle('先到的说法（示例）'))
  await take('后到的.lsb', await bundle('后到的说法（示例）'))
  render(
    <Providers>
      <MemoryRouter>
        <ExchangePage />
      </MemoryRouter>
    </Providers>,
  )
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const lineOf = async (fileName: string) => (await screen.findByText(new RegExp(`^${fileName}`, 'u'))).closest('li')!

describe('the imports of a desk on its exchange page', () => {
  it('are undone with a preview and a reason, and redone', async () => {
    await userEvent.click(within(await lineOf('先到的.lsb')).getByRole('button', { name: '撤销导入…' }))
    const dialog = await screen.findByRole('dialog', { name: '撤销导入：先到的.lsb' })
    await within(dialog).findByText('不再显示')
    await userEvent.click(within(dialog).getByRole('button', { name: '撤销这次导入' }))
    expect(within(dialog).getByText('请写明理由，理由会显示在历史记录中。')).toBeDefined()
    expect(await statusNote()).toBe('先到的说法（示例）')
    await userEvent.type(within(dialog).getByLabelText('理由'), '导错了')
    await userEvent.click(within(dialog).getByRole('button', { name: '撤销这次导入' }))
    await screen.findByText('已撤销导入：先到的.lsb')
    expect(await statusNote()).toBeUndefined()
    expect((await loadAllianceHistory(dossierId as DossierId))[0]).toMatchObject({
      type: 'import.undone',
      note: '导错了',
    })

    const line = await lineOf('先到的.lsb')
    await within(line).findByText('已撤销')
    await userEvent.click(within(line).getByRole('button', { name: '重做导入…' }))
    const again = await screen.findByRole('dialog', { name: '重做导入：先到的.lsb' })
    await within(again).findByText(/^重新采用 李守正（示例）/u)
    await userEvent.type(within(again).getByLabelText('理由'), '没有导错')
    await userEvent.click(within(again).getByRole('button', { name: '重做这次导入' }))
    await screen.findByText('已重做导入：先到的.lsb')
    expect(await statusNote()).toBe('先到的说法（示例）')
  })

  it('are not undone while later work builds on them, and the dialog names the work', async () => {
    await append(statusSet('看过以后再改（示例）'))
    await userEvent.click(within(await lineOf('先到的.lsb')).getByRole('button', { name: '撤销导入…' }))
    const dialog = await screen.findByRole('dialog', { name: '撤销导入：先到的.lsb' })
    await within(dialog).findByText(/四川省示例新材料产业技术创新战略联盟：.*为依据/u)
    expect(within(dialog).getByRole('button', { name: '撤销这次导入' }).hasAttribute('disabled')).toBe(true)
  })

  it('leave what was kept apart and what was doubted in red on the page', async () => {
    const forks = await screen.findByRole('region', { name: '被隔离的记录' })
    await waitFor(() => {
      expect(within(forks).getByText(/李守正（示例）（示例单位） 第 2 号/u)).toBeDefined()
    })
    const doubts = screen.getByRole('region', { name: '历史存疑' })
    expect(within(doubts).getByText(/李守正（示例）（示例单位）的历史被改写/u)).toBeDefined()
  })
})
