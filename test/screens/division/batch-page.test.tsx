// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { batchSchema } from '@shared/domain/pilot'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk, deskDatabase } from '@renderer/data/desk'
import { BatchPage } from '@renderer/features/batches/BatchPage'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openBatchDesk, today } from './batch-desk'

configure({ asyncUtilTimeout: 20_000 })
// The viewer draws on a canvas, which this environment has not.
vi.mock('@renderer/ui/pdf/PdfViewer', () => ({ PdfViewer: () => null }))

let desk: Desk

afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

async function showPage(before: (opened: Awaited<ReturnType<typeof openBatchDesk>>) => Promise<void>) {
  const opened = await openBatchDesk()
  desk = opened.desk
  await before(opened)
  render(
    <MemoryRouter initialEntries={[`/batches/${opened.batch.id}`]}>
      <Providers>
        <Routes>
          <Route path="/batches/:batchId" element={<BatchPage />} />
        </Routes>
      </Providers>
    </MemoryRouter>,
  )
  return opened
}

describe('the page of a batch', () => {
  it('reads a member back whose pilot was revoked since', async () => {
    const { file } = await showPage(async ({ file: member, batch }) => {
      await append(
        { type: 'batch.saved', payload: batchSchema.parse({ ...batch, status: 'published' }) },
        {
          type: 'status.set',
          payload: {
            dossierId: member.id,
            action: 'revoke',
            from: 'piloting',
            to: 'revoked',
            on: today,
            by: '示例',
            note: '',
          },
        },
      )
    })
    const readBack = await screen.findByRole('region', { name: '读回核对' })
    expect(readBack.textContent).toContain('本批共 1 个联盟')
    expect(within(readBack).getByText(file.content.alliance.name)).toBeDefined()
    expect(screen.getByText('已撤销')).toBeDefined()
  })

  it('offers the public display to an office that has it alone, asks for its days, and registers what is written', async () => {
    const { batch } = await showPage(async () => {
      const office = defaultOfficeSettings()
      const settings = { ...office, interpretation: { ...office.interpretation, publicDisplay: true } }
      await append({ type: 'settings.saved', payload: settings })
    })
    const part = await screen.findByRole('region', { name: '本批其他文书' })
    expect(within(part).getByText('工作规则')).toBeDefined()
    // Nothing is made of a display that is not on record.
    await userEvent.click(within(part).getByRole('button', { name: '制作公示' }))
    const form = await screen.findByRole('dialog')
    await userEvent.type(within(form).getByLabelText('文书日期'), today)
    await userEvent.click(within(form).getByRole('button', { name: /预\s?览/u }))
    expect((await within(form).findByRole('alert')).textContent).toContain('公示的登记')
    await userEvent.click(within(form).getByRole('button', { name: /取\s?消/u }))
    const display = await screen.findByRole('region', { name: '公示和异议' })
    await userEvent.type(within(display).getByLabelText('公示开始日期'), today)
    await userEvent.type(within(display).getByLabelText('受理异议的部门和联系方式'), '政策法规处（示例）')
    await userEvent.click(within(display).getByRole('button', { name: '登记公示' }))
    expect((await deskDatabase().rows('displays').toArray()).length).toBe(0)
    await userEvent.type(within(display).getByLabelText('监督部门和联系方式'), '机关纪委（示例）')
    await userEvent.click(within(display).getByRole('button', { name: '登记公示' }))
    await within(display).findByText(/^公示中：/u)
    await userEvent.click(within(part).getByRole('button', { name: '制作公示' }))
    const again = await screen.findByRole('dialog')
    await userEvent.click(within(again).getByRole('button', { name: /预\s?览/u }))
    const shown = /[0-9a-f]{64}/u.exec((await screen.findByTestId('preview-hash')).textContent)![0]
    await userEvent.click(screen.getByRole('button', { name: '导出 PDF 与 DOCX（带签名）' }))
    const registered = async () => (await deskDatabase().rows('documentExports').toArray()).map(({ value }) => value)
    await expect.poll(registered).toHaveLength(1)
    const [row] = await registered()
    expect(row).toMatchObject({ documentKind: 'public-display', batchId: batch.id, dossierId: null })
    expect(row!.code).toMatch(/^[0-9A-Z]{8}$/u)
    expect(row!.files.find(({ fileName }) => fileName.endsWith('.pdf'))!.sha256).toBe(shown)
  })

  it('offers no other document to an office without one', async () => {
    await showPage(() => Promise.resolve())
    expect(await screen.findByRole('region', { name: '整批导出' })).toBeDefined()
    expect(screen.queryByRole('region', { name: '本批其他文书' })).toBeNull()
  })
})
