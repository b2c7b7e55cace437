// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { campaignIdSchema } from '@shared/domain/ids'
import { Providers } from '@renderer/app/Providers'
import { loadBoard } from '@renderer/data/campaigns'
import { closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { listDossiers } from '@renderer/data/dossier-list'
import { CampaignPage } from '@renderer/features/campaigns/CampaignPage'
import { removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { openCampaignDesk, today } from './campaign-desk'

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

const id = campaignIdSchema.parse('50000000-0000-4000-8000-000000000001')

function showPage() {
  render(
    <MemoryRouter initialEntries={[`/campaigns/${id}`]}>
      <Providers>
        <Routes>
          <Route path="/campaigns/:campaignId" element={<CampaignPage />} />
        </Routes>
      </Providers>
    </MemoryRouter>,
  )
}

const click = async (name: string | RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name }))
}

async function beginRound() {
  showPage()
  await click('列入符合条件的 2 个')
  await userEvent.click(await screen.findByRole('checkbox', { name: '相关业务处室' }))
  await click(/^保\s?存$/u)
  const start = await screen.findByRole('region', { name: '启动这项工作' })
  await waitFor(() => {
    expect(within(start).getByRole<HTMLButtonElement>('button', { name: '启动这项工作' }).disabled).toBe(false)
  })
  await userEvent.click(within(start).getByRole('button', { name: '启动这项工作' }))
  const readBack = await screen.findByRole('group', { name: '读回核对' })
  expect(readBack.textContent).toContain('政策法规处')
  expect(readBack.textContent).not.toContain('相关业务处室')
  await userEvent.click(screen.getByRole('button', { name: '确认启动这项工作' }))
  await screen.findByRole('tab', { name: '台账' })
}

describe('the page of a campaign', () => {
  it('goes from a list to a board: the notice’s place and days hold, files find their alliance, one gets an extension', async () => {
    const opened = await openCampaignDesk()
    desk = opened.desk
    const [first, second] = opened.files.map(({ content }) => content.alliance.name) as [string, string]
    await beginRound()
    const board = await screen.findByRole('region', { name: '台账' })
    expect(await within(board).findByText(first)).toBeDefined()
    expect((await loadBoard(id, today)).map(({ standing }) => standing.kind)).toEqual(['awaited', 'awaited'])

    await userEvent.click(screen.getByRole('tab', { name: '收件' }))
    const returns = await screen.findByRole('region', { name: '收件' })
    const input = returns.querySelector<HTMLInputElement>('input[type=file]')!
    const file = (name: string, text: string) => new File([text], name, { type: 'application/msword' })
    await userEvent.upload(
      input,
      [
        file(`${first}2026年总结及2027年计划.doc`, 'a'),
        file('年度总结（最终）.doc', 'b'),
        file('运行.exe', 'c'),
        file('空.doc', ''),
      ],
      { applyAccept: false },
    )
    expect(await within(returns).findByText(`按文件名中的“${first}”认出`)).toBeDefined()
    expect(await within(returns).findByText('文件名里没有已知的联盟名称，请选择')).toBeDefined()
    expect(await within(returns).findByText(/“运行.exe”不是可以收取的文件/u)).toBeDefined()
    expect(await within(returns).findByText(/“空.doc”是空文件/u)).toBeDefined()
    const record = within(returns).getByRole<HTMLButtonElement>('button', { name: /登记收到/u })
    expect(record.disabled).toBe(true)
    await userEvent.click(within(returns).getAllByRole('button', { name: /移\s?除/u })[1]!)
    await waitFor(() => {
      expect(record.disabled).toBe(false)
    })
    await userEvent.click(record)
    expect(await within(returns).findByText('已登记 1 个联盟的材料。')).toBeDefined()
    const report = (await loadDossier(opened.files[0]!.id))!.file.proceedings.annualReports.at(-1)
    expect(report).toMatchObject({ year: 2026, hasSummary: true, hasPlan: true, toPolicyOn: today, toBusinessOn: null })
    expect(report?.files?.map(({ part }) => part)).toEqual(['summary', 'plan'])

    await userEvent.click(screen.getByRole('tab', { name: '台账' }))
    await click(`给${second}延期`)
    const dialog = await screen.findByRole('dialog')
    await userEvent.type(within(dialog).getByLabelText('延期后的截止日'), '2026-12-31')
    await userEvent.type(within(dialog).getByLabelText('延期的原因'), '秘书处换届')
    await userEvent.click(within(dialog).getByRole('button', { name: /延\s?期/u }))
    await within(await screen.findByRole('region', { name: '台账' })).findByText('已延期：秘书处换届')
    const board2 = new Map((await loadBoard(id, today)).map(({ candidate, standing }) => [candidate.name, standing]))
    expect(board2.get(first)).toMatchObject({ kind: 'in', missingRecipients: [] })
    expect(board2.get(second)).toMatchObject({ kind: 'awaited', lastDay: '2026-12-31', isExtended: true })
    // The list of dossiers reads the same days: nothing of Art. 16 is due of the first, the second has its own day.
    const lines = new Map(
      (await listDossiers(today)).map((line) => [line.name, line.deadlines.map(({ kind, day }) => `${kind} ${day}`)]),
    )
    expect(lines.get(first)?.some((line) => line.startsWith('annual-report 2026'))).toBe(false)
    expect(lines.get(second)).toContain('annual-report 2026-12-31')
  })

  it('leaves nobody out without a reason', async () => {
    const opened = await openCampaignDesk()
    desk = opened.desk
    showPage()
    await click('列入符合条件的 2 个')
    const cohort = await screen.findByRole('region', { name: '名单' })
    await userEvent.click(within(cohort).getAllByRole('button', { name: /移\s?出/u })[1]!)
    expect((await within(cohort).findByRole('alert')).textContent).toContain('没有写明原因')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^保\s?存$/u }).disabled).toBe(true)
    await userEvent.type(within(cohort).getByRole('textbox', { name: /^不列入/u }), '已并入其他联盟')
    await click(/^保\s?存$/u)
    await screen.findByRole('region', { name: '启动这项工作' })
    const [row] = await deskDatabase().rows('campaigns').toArray()
    expect(row?.value.excluded).toMatchObject([{ reason: '已并入其他联盟' }])
    expect(row?.value.dossierIds).toHaveLength(1)
  })
})
