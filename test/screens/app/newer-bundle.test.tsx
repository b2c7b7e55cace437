// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { closeDesk } from '@renderer/data/desk'
import { ExchangePage } from '@renderer/features/exchange/ExchangePage'
import { makeBundle, makeIdentity, rework, writeRecords } from '../../integration/host/bundle-fixture'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { action, dossierId, dossierSaved, panelSaved } from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  await mkdir(desk.exchange, { recursive: true })
  await sitDownAt(desk)
  const peer = await makeIdentity('division', '李守正（示例）')
  const gift = action('gift.given' as never, { dossierId })
  const records = writeRecords(peer, [dossierSaved(1), panelSaved(), gift, gift])
  const newer = await rework(
    await makeBundle({ kind: 'dossier', from: peer, records }),
    peer,
    (entries) => [...entries, { name: 'more/seals/one.json', bytes: Buffer.from('{}') }],
    (manifest) => ({ ...manifest, format: 'lianshen/1.4', hint: 1 }),
  )
  await writeFile(join(desk.exchange, '新版.lsb'), newer)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

describe('a bundle of a newer version on the exchange page', () => {
  it('is shown with what is not understood, cannot be taken in, and has a page for its sender', async () => {
    render(
      <Providers>
        <MemoryRouter>
          <ExchangePage />
        </MemoryRouter>
      </Providers>,
    )
    const row = (await screen.findByText('新版.lsb', { selector: 'td' })).closest('tr')!
    await within(row).findByText(/^新到/u)
    await userEvent.click(within(row).getByRole('button', { name: '试导入' }))
    const title = '这个联审包由更新版本的联审写出（lianshen/1.4），只能查看，不能收下。'
    const note = (await screen.findByText(title)).closest<HTMLElement>('[role="alert"]')!
    expect(note.textContent).toContain('读不懂的有：记录 2 条、清单项目 1 项、文件 1 个。')
    expect(note.querySelector('details')?.open).toBe(true)
    const lines = within(note)
      .getAllByRole('listitem')
      .map((item) => item.textContent)
    expect(lines).toEqual([
      expect.stringMatching(/^案卷“.+”的“gift\.given” 2 条，由李守正（示例）（示例单位）写出：本版本没有这类记录$/u),
      '清单里本版本不认得的项目：hint',
      '本版本不认得的文件（只核对，不打开）：more/seals/one.json',
    ])
    expect(screen.getByRole('columnheader', { name: '仅供查看' })).toBeDefined()
    expect(screen.getByRole('button', { name: '收下' }).hasAttribute('disabled')).toBe(true)
    await userEvent.click(within(note).getByRole('button', { name: /拒收说明/u }))
    await screen.findByText(/拒收说明/u, { selector: 'h1, h2, .ant-modal-title, .ant-drawer-title' })
    expect((await desk.call('journal:get-status', undefined)).count).toBe(1)
  })
})
