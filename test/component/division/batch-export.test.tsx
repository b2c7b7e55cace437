// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { digestOf } from '@host/files/durable-file'
import type { HostOptions } from '@host/host'
import type { Bridge } from '@shared/ipc/contract'
import { MissingGlyphError } from '@shared/publishing/publishing-errors'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import type { Batch } from '@shared/domain/pilot'
import { Providers } from '@renderer/app/Providers'
import { closeDesk, deskDatabase } from '@renderer/data/desk'
import { BatchExport } from '@renderer/features/batches/BatchExport'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openBatchDesk, plainPublisher, today } from './batch-desk'

configure({ asyncUtilTimeout: 20_000 })

let desk: Desk

afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

async function show(publisher?: HostOptions['publisher'], change: (batch: Batch) => Batch = (batch) => batch) {
  const opened = await openBatchDesk(publisher)
  desk = opened.desk
  render(
    <Providers>
      <BatchExport batch={change(opened.batch)} office={defaultOfficeSettings()} dirty={false} />
    </Providers>,
  )
  return opened
}

const exportAll = () => userEvent.click(screen.getByRole('button', { name: '导出整批文书' }))
const registered = () => deskDatabase().rows('documentExports').toArray()

describe('the export of a whole batch', () => {
  it('writes every document into one new folder, signed, and registers each with the code on its paper', async () => {
    const { file, batch } = await show()
    await userEvent.click(screen.getByRole('checkbox', { name: '同时导出提请会商汇总表' }))
    await userEvent.type(screen.getByLabelText('提请会商日期（印在汇总表上）'), today)
    await exportAll()
    expect(await screen.findByText('3 份文书已写入新文件夹并登记。可以拔出U盘。')).toBeDefined()
    const folder = join(desk.exchange, '第1批-2026-11-22')
    expect(await readdir(desk.exchange)).toEqual(['第1批-2026-11-22'])
    const { name } = file.content.alliance
    const bases = [`01-专家组综合审核意见-${name}`, '02-提请会商汇总表', '03-公布通知-2026年第1批']
    expect((await readdir(folder)).toSorted()).toEqual(
      bases.flatMap((base) => [`${base}.docx`, `${base}.docx.p7s`, `${base}.pdf`]).toSorted(),
    )
    const rows = (await registered()).sort((a, b) => (a.stamp < b.stamp ? -1 : 1)).map(({ value }) => value)
    expect(rows.map(({ documentKind, dossierId, batchId }) => ({ documentKind, dossierId, batchId }))).toEqual([
      { documentKind: 'panel-opinion', dossierId: file.id, batchId: null },
      { documentKind: 'consultation-summary', dossierId: null, batchId: batch.id },
      { documentKind: 'notice', dossierId: null, batchId: batch.id },
    ])
    for (const { sha256, path } of rows.flatMap(({ files }) => files)) {
      expect(digestOf(await readFile(path)).sha256).toBe(sha256)
      expect(screen.getByText(path)).toBeDefined()
    }
    const notice = await readFile(join(folder, `${bases[2]!}.pdf`), 'utf8')
    expect(rows[2]!.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u)
    expect(notice).toContain(`LIANSHEN:${rows[2]!.code}:`)
    expect(rows[1]!.code).toBe('')
  })

  it('stops at a missing value before anything is set, and names document and value', async () => {
    await show(undefined, (batch) => ({ ...batch, notice: { ...batch.notice, addressee: '' } }))
    await userEvent.click(screen.getByRole('checkbox', { name: '同时导出提请会商汇总表' }))
    await exportAll()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('《公布通知-2026年第1批》缺少：主送')
    expect(alert.textContent).toContain('《提请会商汇总表》缺少：提请会商日期')
    expect(await readdir(desk.exchange)).toEqual([])
    expect(await registered()).toEqual([])
  })

  it('cancelled between two documents writes nothing and gives the first one up', async () => {
    let release: (() => void) | undefined
    const dropped: string[][] = []
    await show({
      ...plainPublisher,
      renderDocx: async (model) => {
        await new Promise<void>((resolve) => (release = resolve))
        return plainPublisher.renderDocx(model)
      },
    })
    const { bridge } = window as unknown as { readonly bridge: Bridge }
    Object.assign(window, {
      bridge: {
        invoke: (channel: never, input: never) => {
          if (channel === 'document:drop') dropped.push((input as { artifactIds: string[] }).artifactIds)
          return bridge.invoke(channel, input)
        },
      },
    })
    await exportAll()
    expect(await screen.findByText(/^第 1 \/ 2 份：/u)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: '取消导出' }))
    await expect.poll(() => release).toBeDefined()
    release!()
    expect(await screen.findByText('已取消，没有写出任何文件。')).toBeDefined()
    expect(dropped.map((ids) => ids.length)).toEqual([3])
    expect(await readdir(desk.exchange)).toEqual([])
    expect(await registered()).toEqual([])
  })

  it('names the document with a character that no font has, and writes none of them', async () => {
    await show({
      ...plainPublisher,
      renderPdf: (model, options) =>
        model.kind === 'notice'
          ? Promise.reject(new MissingGlyphError('\u{1F9FF}', 0x1f9ff, '各试点联盟'))
          : plainPublisher.renderPdf(model, options),
    })
    await exportAll()
    expect(await screen.findByText('《公布通知-2026年第1批》没有排成，没有写出任何文件。')).toBeDefined()
    expect(screen.getByText(/U\+1F9FF/u)).toBeDefined()
    expect(await readdir(desk.exchange)).toEqual([])
    expect(await registered()).toEqual([])
  })

  it('registers nothing when the folder is gone by the time of writing', async () => {
    await show()
    await rm(desk.exchange, { recursive: true })
    await exportAll()
    expect(await screen.findByText(/找不到文件夹/u)).toBeDefined()
    expect(await registered()).toEqual([])
  })
})
