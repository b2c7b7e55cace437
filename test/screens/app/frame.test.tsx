// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { App } from '@renderer/app/App'
import { append, closeDesk } from '@renderer/data/desk'
import { usePreferences } from '@renderer/stores/preference-store'
import { useSession } from '@renderer/data/session'
import {
  passphrase,
  removeTemporaryFolders,
  startHost,
  temporaryFolder,
  type Desk,
} from '../../integration/host/desk-fixture'
import { connectPage } from '../../helpers/sit-down'

// Keys are derived slowly on purpose, and the machine may be busy.
configure({ asyncUtilTimeout: 20_000 })

let desk: Desk

/** What a browser does when the page is loaded anew. */
function loadAnew(): void {
  cleanup()
  closeDesk()
  useSession.setState({ status: null })
  render(<App />)
}

beforeEach(async () => {
  desk = await startHost(await temporaryFolder())
  connectPage(desk)
  window.location.hash = ''
  vi.spyOn(window.location, 'reload').mockImplementation(loadAnew)
  useSession.setState({ status: null })
  usePreferences.getState().change({ locale: 'zh-CN', theme: 'light', fontScale: 1 })
  render(<App />)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const createDesk = async () => {
  await userEvent.click(await screen.findByRole('radio', { name: /处室工作台/u }))
  await userEvent.type(screen.getByLabelText('使用人姓名'), '陈守玉（示例）')
  await userEvent.type(screen.getByLabelText('所在单位'), '示例科学技术厅政策法规处')
  await userEvent.type(screen.getByLabelText('口令（至少 8 个字符）'), passphrase)
  await userEvent.type(screen.getByLabelText('再输入一次口令'), passphrase)
  await userEvent.click(screen.getByRole('button', { name: '建立并打开工作台' }))
  await userEvent.click(await screen.findByRole('button', { name: '暂不保存，以后再生成' }))
  await screen.findByRole('navigation', { name: '主导航' })
}

describe('the first run', () => {
  it('chooses no desk for anybody and says in words what is still wanted', async () => {
    for (const choice of await screen.findAllByRole('radio')) expect(choice).toHaveProperty('checked', false)
    await userEvent.type(screen.getByLabelText('口令（至少 8 个字符）'), '短')
    await userEvent.click(screen.getByRole('button', { name: '建立并打开工作台' }))
    for (const words of [
      '请选择这台电脑作为处室还是专家使用。',
      '请填写姓名。',
      '请填写单位。',
      '口令至少要 8 个字符。',
      '两次输入的口令不一致。',
    ]) {
      expect(await screen.findByText(words)).toBeDefined()
    }
    expect((await desk.call('app:get-status', undefined)).profile.kind).toBe('none')
  })

  it('speaks English when asked, all of it', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'English' }))
    expect(await screen.findByRole('heading', { name: 'Welcome to Lianshen' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Create and open the desk' })).toBeDefined()
  })
})

describe('the frame of an open desk', () => {
  it('opens empty with the first steps on offer, samples marked as such', async () => {
    await createDesk()
    expect(await screen.findByText(/这里列出受理和评审的全部案卷/u)).toBeDefined()
    expect(screen.getByRole('button', { name: /装入示例\s*示例/u })).toBeDefined()
  })

  it('does not present the measure as in force while nobody has said when it was issued (Art. 29)', async () => {
    await createDesk()
    expect((await screen.findByRole('note')).textContent).toContain('还没有填写办法的印发日期')
    await userEvent.click(screen.getByRole('link', { name: '校验文件' }))
    expect(await screen.findByRole('heading', { name: '校验文件' })).toBeDefined()
    expect(screen.queryByRole('note')).toBeNull()
  })

  it('says when the measure was in force if today is outside its five years', async () => {
    await createDesk()
    const office = defaultOfficeSettings()
    const interpretation = { ...office.interpretation, regulationIssuedOn: '2010-05-20' as CalendarDate }
    await append({ type: 'settings.saved', payload: structuredClone({ ...office, interpretation }) })
    await waitFor(() => {
      expect(screen.getByRole('note').textContent).toContain('2010-05-20 至 2015-05-20')
    })
  })

  it('says what to do about a forgotten passphrase where it is asked for', async () => {
    await createDesk()
    await userEvent.click(screen.getByRole('button', { name: '锁定' }))
    await userEvent.click(await screen.findByText('忘记口令'))
    expect(screen.getByText(/另选一个空的档案文件夹重新建立工作台/u)).toBeDefined()
  })

  it('goes to the search place by Ctrl K, but not while an input method composes', async () => {
    await createDesk()
    const place = screen.getByLabelText('搜索案卷')
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true, isComposing: true })
    expect(document.activeElement).not.toBe(place)
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true, keyCode: 229 })
    expect(document.activeElement).not.toBe(place)
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
    expect(document.activeElement).toBe(place)
  })

  it('opens the sheet of shortcuts by ?, but not while somebody types one', async () => {
    await createDesk()
    fireEvent.keyDown(screen.getByLabelText('搜索案卷'), { key: '?' })
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.keyDown(window, { key: '?' })
    expect(await screen.findByRole('dialog')).toBeDefined()
  })

  it('locks, refuses a wrong passphrase in one sentence, and opens again with the right one', async () => {
    await createDesk()
    await userEvent.click(screen.getByRole('button', { name: /锁定/u }))
    await userEvent.type(await screen.findByLabelText('口令'), '不是这一句口令')
    await userEvent.click(screen.getByRole('button', { name: /打开工作台/u }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/口令不对/u)
    await userEvent.clear(screen.getByLabelText('口令'))
    await userEvent.type(screen.getByLabelText('口令'), passphrase)
    await userEvent.click(screen.getByRole('button', { name: /打开工作台/u }))
    expect(await screen.findByRole('navigation', { name: '主导航' })).toBeDefined()
  })
})
