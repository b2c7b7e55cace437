// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { dossierContentHash } from '@shared/domain/dossier'
import { batchSchema } from '@shared/domain/pilot'
import { divisionOpinionSchema } from '@shared/domain/proceedings'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { loadDrafts } from '@renderer/data/drafts'
import { loadIssuedCases } from '@renderer/data/issued-cases'
import { BatchPage } from '@renderer/features/batches/BatchPage'
import { DossierPage } from '@renderer/features/dossier/DossierPage'
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

async function open() {
  const opened = await openBatchDesk()
  desk = opened.desk
  await loadDrafts()
  return opened
}

/** A unit of the alliance has another name from now on. */
async function rename(dossierId: Parameters<typeof loadDossier>[0]) {
  const { file } = (await loadDossier(dossierId))!
  const [first, ...others] = file.content.members
  const content = { ...file.content, members: [{ ...first!, fullName: '示例改名后的有限公司' }, ...others] }
  await append({
    type: 'dossier.saved',
    payload: {
      ...{ dossierId, version: file.version + 1, contentHash: dossierContentHash(content) },
      ...{ regulationVersionId: '2010', receivedOn: null, note: '', content },
    },
  })
  return first!.fullName
}

const show = (path: string) =>
  render(
    <Providers>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/dossiers/:dossierId" element={<DossierPage />} />
          <Route path="/batches/:batchId" element={<BatchPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  )

describe('a dossier that changed after it was judged', () => {
  it("says at its head which opinions are of an earlier version, and a person confirms a division's in place", async () => {
    const { file } = await open()
    const { file: judged, contentHash } = (await loadDossier(file.id))!
    const opinion = divisionOpinionSchema.parse({
      ...{ kind: 'organisation', divisionId: 'policy', divisionName: '示例政策法规处', items: [] },
      ...{ conclusion: 'pass', signer: '示例人员', signedOn: today },
    })
    await append({
      type: 'division-opinion.sealed',
      payload: { dossierId: file.id, dossierVersion: judged.version, dossierHash: contentHash, opinion },
    })
    await rename(file.id)
    show(`/dossiers/${file.id}?tab=opinions`)
    expect(await screen.findByText(/下列意见和判断依据的是以前的版本/u)).toBeDefined()
    const part = await screen.findByRole('region', { name: /示例政策法规处/u })
    expect(part.textContent).toContain(`依据材料版本${judged.version}`)
    await userEvent.type(within(part).getByRole('textbox'), '只改了单位名称（示例）')
    await userEvent.click(within(part).getByRole('button', { name: '确认意见适用于现行版本' }))
    expect(await within(part).findByText(new RegExp(`确认适用于版本${judged.version + 1}`, 'u'))).toBeDefined()
    expect(within(part).queryByRole('textbox')).toBeNull()
  }, 120_000)
})

describe('a dossier that only the office numbered anew', () => {
  it('keeps what was judged before: older versions are read where an act names one', async () => {
    const { file } = await open()
    const before = (await loadDossier(file.id))!
    const content = { ...before.file.content, application: { ...before.file.content.application, no: '示例-2' } }
    await append({
      type: 'dossier.saved',
      payload: {
        ...{ dossierId: file.id, version: before.file.version + 1, contentHash: dossierContentHash(content) },
        ...{ regulationVersionId: '2010', receivedOn: null, note: '', content },
      },
    })
    const after = (await loadDossier(file.id))!
    expect(after.contentHash).not.toBe(before.contentHash)
    expect(after.file.proceedings.presentHashes).toContain(before.contentHash)
    expect(after.versions.map(({ contentHash }) => contentHash)).toContain(before.contentHash)
  }, 120_000)
})

describe('a published batch', () => {
  it('says what was published, whatever a unit is called afterwards', async () => {
    const { file, batch } = await open()
    const published = batchSchema.parse({ ...batch, status: 'published' })
    await append({ type: 'batch.saved', payload: published })
    const before = (await loadDossier(file.id))!
    const name = await rename(file.id)
    const [issued] = await loadIssuedCases(published, today)
    expect(issued?.file.version).toBe(before.file.version)
    expect(issued?.file.content.members[0]?.fullName).toBe(name)
    expect((await loadDossier(file.id))?.file.content.members[0]?.fullName).toBe('示例改名后的有限公司')
    show(`/batches/${batch.id}`)
    const readBack = await screen.findByRole('region', { name: '读回核对' })
    expect(readBack.textContent).not.toContain('示例改名后的有限公司')
  }, 120_000)

  it('hands its notice out again byte for byte as it was issued', async () => {
    const { batch } = await open()
    await append({ type: 'batch.saved', payload: batchSchema.parse({ ...batch, status: 'published' }) })
    show(`/batches/${batch.id}`)
    await userEvent.click(await screen.findByRole('button', { name: '预览正式件并导出' }))
    await userEvent.click(await screen.findByRole('button', { name: '导出 PDF 与 DOCX（带签名）' }))
    await screen.findByText(/已导出并回读核对/u)
    await userEvent.click((await screen.findAllByRole('button', { name: /关\s*闭/u })).at(-1)!)
    const [pdf] = (await readdir(desk.exchange)).filter((one) => one.endsWith('.pdf'))
    const path = join(desk.exchange, pdf!)
    const issued = await readFile(path)
    await rm(path)
    await userEvent.click(await screen.findByRole('button', { name: '查看原件 已发出的公布通知' }))
    await userEvent.click(await screen.findByRole('button', { name: '按原件再次导出' }))
    await vi.waitFor(async () => expect((await readFile(path)).equals(issued)).toBe(true), { timeout: 20_000 })
  }, 120_000)
})
