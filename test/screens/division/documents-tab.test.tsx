// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readFile } from 'node:fs/promises'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { digestOf } from '@host/files/durable-file'
import { startingLetter } from '@shared/publishing/templates/starting-letter'
import { Providers } from '@renderer/app/Providers'
import { loadCase } from '@renderer/data/cases'
import { closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadTemplate } from '@renderer/data/templates'
import { DocumentsTab } from '@renderer/features/dossier/DocumentsTab'
import { TemplatesPart } from '@renderer/features/templates/TemplatesPart'
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

async function showTab() {
  const opened = await openBatchDesk()
  desk = opened.desk
  const dossier = (await loadCase(opened.file.id, today))!
  render(
    <MemoryRouter>
      <Providers>
        <DocumentsTab dossier={{ ...dossier, status: 'in-batch' }} />
      </Providers>
    </MemoryRouter>,
  )
  return { ...opened, dossier }
}

const registered = async () => (await deskDatabase().rows('documentExports').toArray()).map(({ value }) => value)

describe('the documents of a dossier', () => {
  it('are asked for what only a person can say, shown, and written as they were shown', async () => {
    const { file } = await showTab()
    await userEvent.click(screen.getByRole('button', { name: /^预览 归档目录/u }))
    const form = await screen.findByRole('dialog')
    await userEvent.click(within(form).getByRole('button', { name: /预\s?览/u }))
    expect((await within(form).findByRole('alert')).textContent).toMatch(/立卷人.*立卷日期/u)
    // Each names its place: the field of this form.
    await userEvent.click(within(form).getByRole('button', { name: '去填写：立卷人' }))
    expect(document.activeElement).toBe(within(form).getByLabelText('立卷人'))
    await userEvent.type(within(form).getByLabelText('立卷人'), '李示例')
    await userEvent.type(within(form).getByLabelText('文书日期'), today)
    await userEvent.click(within(form).getByRole('button', { name: /预\s?览/u }))
    const shown = /[0-9a-f]{64}/u.exec((await screen.findByTestId('preview-hash')).textContent)![0]
    expect(await registered()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '导出 PDF 与 DOCX（带签名）' }))
    await expect.poll(registered, { timeout: 20_000 }).toHaveLength(1)
    const [row] = await registered()
    expect(row).toMatchObject({ documentKind: 'archive-index', dossierId: file.id, template: null })
    expect(row!.code).toMatch(/^[0-9A-Z]{8}$/u)
    const pdf = row!.files.find(({ fileName }) => fileName.endsWith('.pdf'))!
    expect(pdf.sha256).toBe(shown)
    expect(digestOf(await readFile(pdf.path)).sha256).toBe(shown)
    expect(row!.files.map(({ fileName }) => fileName.replace(/^[^.]+/u, '')).toSorted()).toEqual([
      '.docx',
      '.docx.p7s',
      '.pdf',
    ])
  })

  it('are offered for each expert, and name what they still wait for', async () => {
    const { dossier } = await showTab()
    for (const { expertName } of dossier.file.proceedings.expertOpinions) {
      expect(screen.getByRole('button', { name: `预览 个人评审意见表 ${expertName}` })).toBeDefined()
    }
    const row = screen.getByRole('row', { name: /^专家承诺书与回避声明/u })
    expect(row.textContent).toContain('还需要：专家的承诺和回避声明')
    expect(within(row).queryByRole('button')).toBeNull()
  })
})

describe('the words of letters', () => {
  async function showSettings() {
    desk = (await openBatchDesk()).desk
    render(
      <Providers>
        <TemplatesPart />
      </Providers>,
    )
    await userEvent.click(await screen.findByRole('button', { name: '更换备案回执的文字' }))
    return screen.findByRole('dialog')
  }
  const bring = async (dialog: HTMLElement, title: string, body: string[]) => {
    const bytes = await startingLetter({ title, body })
    const input = dialog.querySelector<HTMLInputElement>('input[type=file]')!
    await userEvent.upload(input, new File([bytes], '回执.docx'))
    return digestOf(bytes).sha256
  }

  it('are refused tag by tag, taken as a version, and given back to the built-in ones', async () => {
    const dialog = await showSettings()
    await bring(dialog, '备案回执', ['{{联盟名称}}，编号{{编号}}。'])
    const refusal = await within(dialog).findByRole('alert')
    expect(refusal.textContent).toContain('不认识的标签 编号')
    expect(refusal.textContent).toContain('缺少必须有的标签 备案编号')
    expect(refusal.textContent).toContain('缺少必须有的标签 备案日期')
    expect(await within(dialog).findByRole('button', { name: /启用为第 1 版$/u })).toHaveProperty('disabled', true)
    expect(await loadTemplate('filing-receipt')).toBeNull()

    const sha256 = await bring(dialog, '备案回执', ['示例：{{联盟名称}}已备案（{{备案编号}}，{{备案日期}}）。'])
    expect(await within(dialog).findByText('示例：{{联盟名称}}已备案（{{备案编号}}，{{备案日期}}）。')).toBeDefined()
    await userEvent.click(await within(dialog).findByRole('button', { name: /启用为第 1 版$/u }))
    expect(await within(dialog).findByText(/已启用第 1 版/u)).toBeDefined()
    expect(await loadTemplate('filing-receipt')).toEqual({ sha256, version: 1, fileName: '回执.docx' })

    await userEvent.click(await within(dialog).findByRole('button', { name: '改回内置文字' }))
    const asked = await screen.findByRole('tooltip')
    await userEvent.click(within(asked).getByRole('button', { name: '改回内置文字' }))
    expect(await within(dialog).findByText('已改回内置文字。')).toBeDefined()
    expect(await loadTemplate('filing-receipt')).toBeNull()
    expect(await within(dialog).findByText('第 2 版：内置文字')).toBeDefined()
  })
})
