// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk } from '@renderer/data/desk'
import { ExchangePage } from '@renderer/features/exchange/ExchangePage'
import { sealBytes } from '../../integration/envelopes/envelope-fixture'
import { makeBundle, makeIdentity, writeRecords } from '../../integration/host/bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { action, dossierId, dossierSaved } from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

const filePassphrase = '示例文件口令一二三四'
let bundle: Buffer
let stranger: Buffer
let desk: Desk

beforeAll(async () => {
  const peer = await makeIdentity('division', '李守正（示例）')
  const other = await makeIdentity('division', '别的工作台（示例）')
  bundle = await makeBundle({ kind: 'dossier', from: peer, records: writeRecords(peer, [dossierSaved(1)]) })
  stranger = await sealBytes({ recipients: [other.encryption.publicKey] }, bundle)
})
beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  await mkdir(desk.exchange, { recursive: true })
  await sitDownAt(desk)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const show = () =>
  render(
    <Providers>
      <MemoryRouter>
        <ExchangePage />
      </MemoryRouter>
    </Providers>,
  )
const put = (fileName: string, bytes: Uint8Array) => writeFile(join(desk.exchange, fileName), bytes)
const rowOf = async (fileName: string) => (await screen.findByText(fileName, { selector: 'td' })).closest('tr')!
const buttonOf = async (fileName: string) => within(await rowOf(fileName)).getByRole('button', { name: '试导入' })
const becomes = (fileName: string, state: string | RegExp) =>
  waitFor(async () => within(await rowOf(fileName)).getByText(state))
const recordCount = async () => (await desk.call('journal:get-status', undefined)).count

describe('the files of the exchange folder on the exchange page', () => {
  it('are none: the page says so', async () => {
    show()
    await screen.findByText('交换文件夹里没有联审包。')
  })

  it('are new until a person takes them in, and then say when that was', async () => {
    await put('新来的.lsb', bundle)
    show()
    await becomes('新来的.lsb', '新到 · 李守正（示例）（示例单位）')
    const before = await recordCount()
    await userEvent.click(await buttonOf('新来的.lsb'))
    await screen.findByRole('heading', { name: '试导入：新来的.lsb' })
    expect(await recordCount()).toBe(before)
    await userEvent.click(screen.getByRole('button', { name: '收下' }))
    await becomes('新来的.lsb', /^已于 .* 收下$/u)
    expect(await recordCount()).toBeGreaterThan(before)
  })

  it('are tried before they are taken: a change of status that the status table does not have is named', async () => {
    const peer = await makeIdentity('division', '李守正（示例）')
    const move = { action: 'decide', from: 'accepted', to: 'decided', on: '2026-11-20', by: '王守信（示例）' }
    const records = writeRecords(peer, [dossierSaved(1), action('status.set', { dossierId, ...move })])
    await put('改了状态.lsb', await makeBundle({ kind: 'dossier', from: peer, records }))
    show()
    await becomes('改了状态.lsb', /^新到/u)
    await userEvent.click(await buttonOf('改了状态.lsb'))
    await screen.findByText('有 1 条状态变更不在状态表里。收下后照样并入，请先向对方问清。')
    screen.getByText(
      /：从“已受理”到“会商确定”（会商确定），王守信（示例），2026-11-20，记录于李守正（示例）（示例单位）$/u,
    )
  })

  it('wait while half of them is there, and cannot be tried', async () => {
    await put('没拷完.lsb', bundle.subarray(0, bundle.length >> 1))
    await put('新来的.lsb', bundle)
    show()
    await becomes('新来的.lsb', /^新到/u)
    await becomes('没拷完.lsb', '正在复制，请稍候')
    expect((await buttonOf('没拷完.lsb')).hasAttribute('disabled')).toBe(true)
    expect(screen.queryByRole('alert')).toBeNull()
    await put('没拷完.lsb', bundle)
    await becomes('没拷完.lsb', /^新到/u)
    expect((await buttonOf('没拷完.lsb')).hasAttribute('disabled')).toBe(false)
  })

  it('say that they need a passphrase, ask for it, and say whose they are once opened', async () => {
    await put('加密的.lsb.age', await sealBytes({ passphrase: filePassphrase }, bundle))
    show()
    await becomes('加密的.lsb.age', '需要口令，打开时输入')
    expect(within(await rowOf('加密的.lsb.age')).getByText('需要口令，打开时输入').className).toBe('tag')
    await userEvent.click(await buttonOf('加密的.lsb.age'))
    await userEvent.type(await screen.findByLabelText('文件口令'), filePassphrase)
    await userEvent.click(screen.getByRole('button', { name: '打开' }))
    await screen.findByRole('heading', { name: '试导入：加密的.lsb.age' })
    await becomes('加密的.lsb.age', '需要口令，打开时输入 · 李守正（示例）（示例单位）')
    expect(within(await rowOf('加密的.lsb.age')).getByText(/^需要口令/u).className).toBe('quiet')
    await userEvent.click(screen.getByRole('button', { name: '收下' }))
    await becomes('加密的.lsb.age', /^已于 .* 收下$/u)
  })

  it('are told apart when this desk wrote them', async () => {
    const records = await append(dossierSaved(1))
    const recordIds = records.map(({ id }) => id)
    const protect = { kind: 'none' as const }
    const asked = {
      kind: 'dossier' as const,
      to: '示例',
      recordIds,
      attachments: [],
      fileName: '自己写的.lsb',
      protect,
    }
    succeeded(await desk.call('bundle:export', asked))
    show()
    await becomes('自己写的.lsb', /^本台写出/u)
    expect(within(await rowOf('自己写的.lsb')).getByText(/^本台写出/u).className).toBe('quiet')
  })

  it('are told apart when they are locked for another desk, and trying one says what to do', async () => {
    await put('给别人的.lsb.age', stranger)
    show()
    await becomes('给别人的.lsb.age', '加密给别的工作台')
    await userEvent.click(await buttonOf('给别人的.lsb.age'))
    expect((await screen.findByRole('alert')).textContent).toContain('给别人的.lsb.age')
    expect(screen.queryByRole('button', { name: '收下' })).toBeNull()
  })

  it('are told apart when they are no bundle, or a copy that a sync client left', async () => {
    await put('坏的.lsb', Buffer.from('这不是联审包，只是一段足够长的文字，用来与开头一小段区分开来（示例）。'))
    await put('甲 (冲突副本).lsb', bundle)
    await put('甲.lsb.part', bundle)
    show()
    await becomes('坏的.lsb', '不是完好的联审包')
    await becomes('甲 (冲突副本).lsb', /^同步软件留下的冲突副本，请先核对是哪一份/u)
    await becomes('甲.lsb.part', '同步或复制软件的临时文件')
    expect((await buttonOf('甲.lsb.part')).hasAttribute('disabled')).toBe(true)
  })
})
