// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { divisionOpinionSchema, type DivisionOpinion } from '@shared/domain/proceedings'
import { reviewItems } from '@shared/acts/review-items'
import { Providers } from '@renderer/app/Providers'
import { append, closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { loadDrafts } from '@renderer/data/drafts'
import { DivisionReviewPage } from '@renderer/features/division-review/DivisionReviewPage'
import { DossierPage } from '@renderer/features/dossier/DossierPage'
import { PanelOpinionPage } from '@renderer/features/panel-opinion/PanelOpinionPage'
import { failure, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
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
  return opened.file
}

const show = (path: string) =>
  render(
    <Providers>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="/dossiers/:dossierId" element={<DossierPage />} />
          <Route path="/dossiers/:dossierId/review/:kind" element={<DivisionReviewPage />} />
          <Route path="/panels/:panelId/opinion/:dossierId" element={<PanelOpinionPage />} />
        </Routes>
      </MemoryRouter>
    </Providers>,
  )

const divisionOpinion = (): DivisionOpinion =>
  divisionOpinionSchema.parse({
    ...{ kind: 'organisation', divisionId: 'policy', divisionName: '政策法规处' },
    items: reviewItems.organisation.map((ruleId, index) => ({
      ...{ ruleId, verdict: index === 0 ? 'mostly-conforms' : 'conforms', reason: `第${index + 1}项的理由（示例）` },
    })),
    ...{ conclusion: 'pass', comment: '其他意见的原文（示例）', signer: '示例签署人', signedOn: '2026-11-20' },
  })

async function sealDivision(dossierId: Parameters<typeof loadDossier>[0]): Promise<DivisionOpinion> {
  const { file, contentHash } = (await loadDossier(dossierId))!
  const opinion = divisionOpinion()
  await append({
    type: 'division-opinion.sealed',
    payload: { dossierId, dossierVersion: file.version, dossierHash: contentHash, opinion },
  })
  return opinion
}

const opinionOf = async (dossierId: Parameters<typeof loadDossier>[0]) =>
  (await loadDossier(dossierId))!.file.proceedings.divisionOpinions.find(({ kind }) => kind === 'organisation')

describe('a division that comes back to its sealed opinion', () => {
  it('sees it whole, and corrects it from every word of it, read back and sealed once', async () => {
    const { id } = await open()
    const sealed = await sealDivision(id)
    show(`/dossiers/${id}/review/organisation`)
    expect(await screen.findByText(/政策法规处的意见已于 2026-11-20 封存，下面是原文/u)).toBeDefined()
    for (const { reason } of sealed.items) expect(screen.getByDisplayValue(reason)).toBeDefined()
    expect(screen.getByDisplayValue(sealed.comment)).toBeDefined()
    expect(screen.getByDisplayValue(sealed.signer)).toBeDefined()
    expect(screen.getByText('政策法规处', { selector: '.ant-select *' })).toBeDefined()
    await userEvent.type(screen.getByDisplayValue(sealed.items[0]!.reason), '，已更正')
    await userEvent.click(screen.getByRole('button', { name: '封存处室意见' }))
    const readBack = await screen.findByRole('group', { name: '读回核对' })
    for (const words of [`${sealed.items[0]!.reason}，已更正`, sealed.items[1]!.reason, sealed.comment, '政策法规处']) {
      expect(readBack.textContent).toContain(words)
    }
    // Nothing is sealed by asking.
    expect(await opinionOf(id)).toMatchObject({ items: sealed.items })
    await userEvent.dblClick(screen.getByRole('button', { name: '确认封存处室意见' }))
    await waitFor(async () => {
      const said = await opinionOf(id)
      expect(said?.items).toEqual([
        { ...sealed.items[0], reason: `${sealed.items[0]!.reason}，已更正` },
        ...sealed.items.slice(1),
      ])
      expect(said).toMatchObject({ comment: sealed.comment, signer: sealed.signer, signedOn: today })
    })
    // What was done stands where the person is led.
    expect(await screen.findByText('第1项的理由（示例），已更正', { exact: false })).toBeDefined()
  }, 120_000)

  it('chooses a division anew where the one that sealed is none of the office any more', async () => {
    const { id } = await open()
    const { file, contentHash } = (await loadDossier(id))!
    const opinion = { ...divisionOpinion(), divisionId: 'gone', divisionName: '已撤并的处' }
    await append({
      type: 'division-opinion.sealed',
      payload: { dossierId: id, dossierVersion: file.version, dossierHash: contentHash, opinion },
    })
    show(`/dossiers/${id}/review/organisation`)
    await screen.findByText(/已撤并的处的意见已于/u)
    await userEvent.click(screen.getByRole('button', { name: '封存处室意见' }))
    expect(await screen.findByText(/请选择处室/u)).toBeDefined()
    expect(screen.queryByRole('group', { name: '读回核对' })).toBeNull()
  }, 120_000)

  it('is told that nothing of the review is sealed once the alliance is published, and the host refuses as well', async () => {
    const { id } = await open()
    const opinion = await sealDivision(id)
    await append({
      type: 'pilot-term.set',
      payload: {
        dossierId: id,
        term: { from: '2026-11-22', to: '2029-11-22', noticeNo: '示例〔2026〕1号', kind: 'first', batchId: null },
      } as never,
    })
    show(`/dossiers/${id}/review/organisation`)
    expect((await screen.findByRole('alert')).textContent).toContain('已经公布为试点')
    expect(screen.getByRole('button', { name: '封存处室意见' }).hasAttribute('disabled')).toBe(true)
    const { file, contentHash } = (await loadDossier(id))!
    const payload = { dossierId: id, dossierVersion: file.version, dossierHash: contentHash, opinion }
    const actions = [{ type: 'division-opinion.sealed', payload } as never]
    expect(failure(await desk.call('journal:append', { actions })).code).toBe('journal.published')
  }, 120_000)
})

describe('a panel whose opinion is sealed', () => {
  it('sees it whole when one comes back, and a correction starts from every word of it', async () => {
    const { id } = await open()
    const { panel, panelOpinion: sealed } = (await loadDossier(id))!.file.proceedings
    show(`/panels/${panel!.id}/opinion/${id}`)
    const whole = await screen.findByRole('region', { name: '已封存的专家组意见' })
    const said = [
      ...sealed!.items.map(({ reason }) => reason),
      ...[sealed!.problems, sealed!.suggestions, ...sealed!.dissents.map(({ text }) => text)],
      ...sealed!.refusals.map(({ reason }) => reason),
    ]
    const shown = whole.textContent.replaceAll(/\s/gu, '')
    for (const words of said) expect(shown).toContain(words.replaceAll(/\s/gu, ''))
    expect(within(whole).queryByRole('textbox')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '更正（封存为第 2 稿）' }))
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/^存在问题/u)).value).toBe(sealed!.problems)
    // The criterion that is looked at, where experts differ first.
    expect(sealed!.items.filter(({ reason }) => screen.queryByDisplayValue(reason) !== null)).toHaveLength(1)
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^改进意见/u).value).toBe(sealed!.suggestions)
    expect(screen.getByLabelText<HTMLInputElement>('签署日期').value).toBe(sealed!.signedOn)
    await userEvent.type(screen.getByLabelText(/^存在问题/u), '（已更正）')
    await userEvent.click(screen.getByRole('button', { name: '封存专家组意见' }))
    const readBack = await screen.findByRole('group', { name: '读回核对' })
    expect(readBack.textContent).toContain(`${sealed!.problems}（已更正）`)
    await userEvent.dblClick(screen.getByRole('button', { name: '确认封存' }))
    await screen.findByText(/专家组意见第 2 稿已于/u)
    const rows = await deskDatabase().rows('panelOpinions').toArray()
    expect(rows.map(({ value }) => value.version).toSorted()).toEqual([1, 2])
    const corrected = rows.find(({ value }) => value.version === 2)!.value
    const { countedOpinionIds } = corrected
    expect(corrected).toMatchObject({
      ...sealed,
      version: 2,
      countedOpinionIds,
      problems: `${sealed!.problems}（已更正）`,
    })
    // The version before it stays as it was.
    expect(rows.find(({ value }) => value.version === 1)!.value).toMatchObject({ problems: sealed!.problems })
  }, 120_000)
})
