// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { dossierContentHash } from '@shared/domain/dossier'
import { digestOf } from '@host/files/durable-file'
import type { HostOptions } from '@host/host'
import type { Bridge } from '@shared/ipc/contract'
import { MissingGlyphError } from '@shared/publishing/publishing-errors'
import { startingLetter } from '@shared/publishing/templates/starting-letter'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import type { Batch } from '@shared/domain/pilot'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { changeTemplate } from '@renderer/data/templates'
import { BatchExport } from '@renderer/features/batches/BatchExport'
import { removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
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
const compiledBy = async () => {
  await userEvent.type(screen.getByLabelText('立卷人'), '李示例')
  await userEvent.type(screen.getByLabelText('立卷日期'), today)
}
const withoutIndex = () => userEvent.click(screen.getByRole('checkbox', { name: '同时导出每个联盟的归档目录' }))

describe('the export of a whole batch', () => {
  it('writes every document into one new folder, signed, and registers each with the code on its paper', async () => {
    const { file, batch } = await show()
    await compiledBy()
    await userEvent.click(screen.getByRole('checkbox', { name: '同时导出提请会商汇总表' }))
    await userEvent.type(screen.getByLabelText('提请会商日期（印在汇总表上）'), today)
    await exportAll()
    expect(await screen.findByText('11 份文书已写入新文件夹并登记。可以拔出 U 盘。')).toBeDefined()
    const folder = join(desk.exchange, '第1批-2026-11-22')
    expect(await readdir(desk.exchange)).toEqual(['第1批-2026-11-22'])
    const { name } = file.content.alliance
    const { expertOpinions } = (await loadDossier(file.id))!.file.proceedings
    const bases = [
      ...expertOpinions.map(({ expertName }) => `个人评审意见表-${expertName}-${name}`),
      `专家组综合审核意见-${name}`,
      '提请会商汇总表-2026年第1批',
      '公布通知-2026年第1批',
      `归档目录-${name}`,
    ].map((base, index) => `${String(index + 1).padStart(2, '0')}-${base}`)
    expect(bases).toHaveLength(11)
    expect((await readdir(folder)).toSorted()).toEqual(
      bases.flatMap((base) => [`${base}.docx`, `${base}.docx.p7s`, `${base}.pdf`]).toSorted(),
    )
    const rows = (await registered()).sort((a, b) => (a.stamp < b.stamp ? -1 : 1)).map(({ value }) => value)
    expect(rows.map(({ documentKind, dossierId, batchId }) => [documentKind, dossierId, batchId])).toEqual([
      ...expertOpinions.map(() => ['personal-opinion', file.id, null]),
      ['panel-opinion', file.id, null],
      ['consultation-summary', null, batch.id],
      ['notice', null, batch.id],
      ['archive-index', file.id, null],
    ])
    for (const { sha256, path } of rows.flatMap(({ files }) => files)) {
      expect(digestOf(await readFile(path)).sha256).toBe(sha256)
      expect(screen.getByText(path)).toBeDefined()
    }
    const paper = (base: string) => readFile(join(folder, `${base}.pdf`), 'utf8')
    const notice = rows.find(({ documentKind }) => documentKind === 'notice')!
    expect(notice.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u)
    expect(await paper(bases[9]!)).toContain(`LIANSHEN:${notice.code}:`)
    expect(notice.template).toBeNull()
    expect(rows.find(({ documentKind }) => documentKind === 'consultation-summary')!.code).toMatch(/^[0-9A-Z]{8}$/u)
    // The index states the hash of every file that was made with it, the notice's among them.
    const index = (await paper(bases[10]!)).replaceAll('\\n', '')
    const others = rows.filter(({ documentKind }) => documentKind !== 'archive-index').flatMap(({ files }) => files)
    expect(others).toHaveLength(30)
    for (const { sha256 } of others) expect(index).toContain(sha256)
  })

  it('writes nothing of a real alliance that bears the name of nobody, and names each on each paper', async () => {
    const { file } = await show()
    const { file: current } = (await loadDossier(file.id))!
    const alliance = { ...current.content.alliance, name: '四川省某某钒钛产业技术创新战略联盟' }
    const content = { ...current.content, alliance }
    await append({
      type: 'dossier.saved',
      payload: {
        ...{ dossierId: file.id, version: current.version + 1, contentHash: dossierContentHash(content) },
        ...{ regulationVersionId: '2010', receivedOn: null, note: '', content },
      },
    })
    await withoutIndex()
    await exportAll()
    const refused = await screen.findByRole('alert')
    expect(within(refused).getAllByText('“成员单位二（可编辑示例）”的真实名称')).toHaveLength(1)
    expect(await readdir(desk.exchange)).toEqual([])
    expect(await registered()).toEqual([])
  })

  it('makes the notice in the words of the office, and keeps the hash of its template', async () => {
    const { batch } = await show()
    const bytes = await startingLetter({
      title: '公布试点联盟的通知（示例文字）',
      body: ['示例：经会商，{{联盟}}列为试点{{#试点期}}，{{起始日}}至{{截止日}}{{/试点期}}。'],
    })
    const { file: kept, problems } = succeeded(await desk.call('template:check', { documentKind: 'notice', bytes }))
    expect(problems).toEqual([])
    await changeTemplate('notice', { fileName: '通知.docx', ...kept! }, { by: '示例', on: today })
    await withoutIndex()
    await exportAll()
    expect(await screen.findByText(/份文书已写入新文件夹并登记/u)).toBeDefined()
    const row = (await registered()).find(({ value }) => value.documentKind === 'notice')!.value
    expect(row.batchId).toBe(batch.id)
    expect(row.template).toEqual({ sha256: digestOf(bytes).sha256, version: 1 })
    for (const ending of ['.pdf', '.docx']) {
      const { path } = row.files.find(({ fileName }) => fileName.endsWith(ending))!
      const said = await readFile(path, 'utf8')
      expect(said).toContain('示例：经会商，')
      expect(said).not.toContain('第十三条、第十四条')
    }
  })

  it('stops at a missing value before anything is set, and names document and value', async () => {
    await show(undefined, (batch) => ({ ...batch, notice: { ...batch.notice, addressee: '' } }))
    await userEvent.click(screen.getByRole('checkbox', { name: '同时导出提请会商汇总表' }))
    await exportAll()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('《公布通知-2026年第1批》缺少：主送')
    expect(alert.textContent).toContain('》缺少：文书日期')
    expect(alert.textContent).toMatch(/《归档目录-[^》]+》缺少：立卷人立卷日期/u)
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
        invoke: (channel: never, input: never, page: string) => {
          if (channel === 'document:drop') dropped.push((input as { artifactIds: string[] }).artifactIds)
          return bridge.invoke(channel, input, page)
        },
      },
    })
    await withoutIndex()
    await exportAll()
    expect(await screen.findByText(/^第 1 \/ 9 份：/u)).toBeDefined()
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
    await withoutIndex()
    await exportAll()
    expect(await screen.findByText('《公布通知-2026年第1批》没有排成，没有写出任何文件。')).toBeDefined()
    expect(screen.getByText(/U\+1F9FF/u)).toBeDefined()
    expect(await readdir(desk.exchange)).toEqual([])
    expect(await registered()).toEqual([])
  })

  it('registers nothing when the folder is gone by the time of writing', async () => {
    await show()
    await rm(desk.exchange, { recursive: true })
    await withoutIndex()
    await exportAll()
    expect(await screen.findByText(/找不到文件夹/u)).toBeDefined()
    expect(await registered()).toEqual([])
  })
})
