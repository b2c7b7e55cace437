// @vitest-environment happy-dom
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { JournalCheckPart } from '@renderer/features/snapshots/JournalCheckPart'
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

let open: Desk

/** A desk with two records; `hurt` happens to its journal while it is closed, and is found only when it is open. */
async function sitDown(hurt: (journal: string) => Promise<unknown> = async () => undefined): Promise<void> {
  const first = await createDesk('division', '示例处室')
  succeeded(await first.call('journal:append', { actions: [opinionReturned('示例')] }))
  await first.host.close()
  await hurt(join(first.root, '工作目录', 'journal.lsj'))
  open = await startHost(first.root, { sizes: { comparedAtOnce: 0 } })
  succeeded(await open.call('profile:unlock', { passphrase }))
  connectPage(open)
  render(
    <Providers>
      <JournalCheckPart />
    </Providers>,
  )
}
afterEach(async () => {
  cleanup()
  await open.host.close()
})
afterAll(removeTemporaryFolders)

describe('the verification of the data on the settings page', () => {
  it('says that nothing is known yet, verifies everything on request, and says when that was', async () => {
    await sitDown()
    await screen.findByText('还没有全部核对过。')
    await userEvent.click(screen.getByRole('button', { name: '现在全部核对' }))
    await screen.findByText(/上次全部核对无误：\d{4}-\d\d-\d\d \d\d:\d\d，2 条记录。/u)
    await screen.findByText(/上次逐字节比对一致：/u)
  })

  it('says what is damaged, and claims nothing beside it', async () => {
    await sitDown(async (journal) => {
      const bytes = await readFile(journal)
      bytes[100]! ^= 1
      await writeFile(journal, bytes)
    })
    await userEvent.click(await screen.findByRole('button', { name: '现在全部核对' }))
    await screen.findByText(/数据文件从第 32 字节起损坏/u)
    expect(screen.queryByText(/核对无误/u)).toBeNull()
  })
})
