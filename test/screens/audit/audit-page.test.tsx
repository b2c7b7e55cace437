// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { closeDesk } from '@renderer/data/desk'
import { AuditPage } from '@renderer/features/audit/AuditPage'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { dossierSaved, statusSet } from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk

beforeEach(async () => {
  desk = await createDesk('division', '示例处室')
  const notes = Array.from({ length: 80 }, (_, index) => statusSet(`第 ${index} 次（示例）`))
  succeeded(await desk.call('journal:append', { actions: [dossierSaved(1), ...notes] }))
  await sitDownAt(desk)
  render(
    <Providers>
      <MemoryRouter>
        <AuditPage />
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

const begin = async () => {
  await userEvent.click(screen.getByRole('button', { name: '开始审计' }))
  await screen.findByText('记录链完整：82 条记录、1 位记录人，签名、编号和前后衔接全部相符。')
  return screen.findByRole('listbox')
}
const detail = () => screen.getByRole('region', { name: '记录详情' })

describe('the audit page', () => {
  it('says the verdict, draws of a long list only what is in sight, and goes through it by keys alone', async () => {
    const list = await begin()
    await within(list).findByText(/说明：第 78 次（示例） → 第 79 次（示例）/u)
    const options = within(list).getAllByRole('option')
    expect(options.length).toBeLessThan(82)
    expect(options[0]?.getAttribute('aria-setsize')).toBe('82')
    list.focus()
    await userEvent.keyboard('{ArrowDown}')
    await within(detail()).findByText(/第 81 条 · 记录人的第 81 号/u)
    // Of a change both sides are shown, what differs marked.
    expect([...detail().querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['7', '8'])
    await userEvent.keyboard('{End}')
    await within(detail()).findByText(/第 1 条 · 记录人的第 1 号/u)
    expect(list.getAttribute('aria-activedescendant')).toBe('audit-line-81')
    await userEvent.keyboard('{Home}')
    await within(detail()).findByText(/第 82 条/u)
  })

  it('filters by kind and by text, says how many are shown, and lets everything be seen again', async () => {
    await begin()
    await userEvent.type(screen.getByLabelText('查找内容'), '第 42 次')
    await screen.findByText('2 / 82 条记录')
    await userEvent.type(screen.getByLabelText('查找内容'), '没有这样的话')
    await screen.findByText('没有符合筛选条件的记录。')
    await userEvent.click(screen.getByRole('button', { name: '清除筛选' }))
    await screen.findByText('82 / 82 条记录')
    await userEvent.type(screen.getByLabelText('起始日期'), '2027-01-01')
    await screen.findByText('0 / 82 条记录')
  })

  it('shows what is asked for now, though an answer to what was asked before comes later', async () => {
    await begin()
    const { bridge } = window as unknown as {
      bridge: { invoke: (channel: string, input: unknown) => Promise<unknown> }
    }
    const { invoke } = bridge
    let release = () => undefined as unknown
    const late = new Promise((resolve) => {
      release = () => resolve(undefined)
    })
    bridge.invoke = async (channel, input) => {
      const answer = await invoke(channel, input)
      if (channel === 'audit:list' && JSON.stringify(input).includes('"text":"第"')) await late
      return answer
    }
    await userEvent.type(screen.getByLabelText('查找内容'), '第')
    await userEvent.type(screen.getByLabelText('查找内容'), ' 42 次')
    await screen.findByText('2 / 82 条记录')
    release()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(screen.getByText('2 / 82 条记录')).toBeDefined()
  })

  it('writes the table of what is filtered and keeps in the journal that it was written', async () => {
    await begin()
    await userEvent.type(screen.getByLabelText('查找内容'), '第 42 次')
    await screen.findByText('2 / 82 条记录')
    await userEvent.click(screen.getByRole('button', { name: '导出表格（CSV）' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('导出审计表格')).toBeDefined()
    expect(within(dialog).getByText('将按当前筛选导出 2 条记录：查找内容：第 42 次。')).toBeDefined()
    await userEvent.click(within(dialog).getByRole('button', { name: /导\s?出/u }))
    await waitFor(async () => expect(await readdir(desk.exchange)).toEqual(['审计记录（已筛选）.csv']))
    const csv = await readFile(join(desk.exchange, '审计记录（已筛选）.csv'), 'utf8')
    expect(csv.split('\r\n').filter((line) => line.includes('第 42 次'))).toHaveLength(2)
    await waitFor(async () => {
      const { records } = await desk.call('journal:read', { after: 82, limit: 10 })
      expect(records).toMatchObject([{ type: 'document.exported', payload: { documentKind: 'audit-report' } }])
    })
  })
})
