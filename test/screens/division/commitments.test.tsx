// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, PanelId } from '@shared/domain/ids'
import { Providers } from '@renderer/app/Providers'
import { loadCases } from '@renderer/data/cases'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadPanel } from '@renderer/data/panels'
import { CommitmentsPart } from '@renderer/features/panels/CommitmentsPart'
import { ReturnPart } from '@renderer/features/panels/ReturnPart'
import { OpinionDoubts } from '@renderer/ui/OpinionDoubts'
import { makeBundle, makeIdentity, writeRecords } from '../../integration/host/bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import {
  closedPanelSaved,
  dossierId,
  dossierSaved,
  expertA,
  expertB,
  opinionCommitted,
  opinionSalted,
  opinionSealed,
  panelId,
  saltOf,
} from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

const today = '2026-11-22' as CalendarDate
configure({ asyncUtilTimeout: 20_000 })
let desk: Desk

/** An expert hands in everything; the hash is of another salt if `cheats`. */
async function handIn(expertId: string, name: string, cheats: boolean): Promise<void> {
  const identity = await makeIdentity('expert', name)
  const sealing = [opinionSalted(expertId), opinionSealed(expertId, 1, `${name}的话`)]
  const sealed = writeRecords(identity, sealing).at(-1)!
  const records = writeRecords(identity, [...sealing, opinionCommitted(sealed, saltOf(cheats ? '9' : '5'))])
  const bytes = Uint8Array.from(await makeBundle({ kind: 'opinion', from: identity, records }))
  const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '意见.lsb', bytes }))
  const taken = succeeded(await desk.call('bundle:commit', { stageId }))
  await applyFrom(taken.records, taken.count)
}

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  await sitDownAt(desk, today)
  await append(dossierSaved(1), closedPanelSaved())
  await handIn(expertA, '示例甲', false)
  await handIn(expertB, '示例乙', true)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

async function show(): Promise<void> {
  cleanup()
  const panel = await loadPanel(panelId as PanelId)
  const cases = await loadCases([dossierId as DossierId], today)
  if (panel === null) throw new Error('no panel')
  render(
    <Providers>
      <MemoryRouter>
        <CommitmentsPart panel={panel} cases={cases} />
        <ReturnPart panel={panel} cases={cases} />
        <OpinionDoubts panelId={panelId} standings={cases[0]?.standings ?? []} />
      </MemoryRouter>
    </Providers>,
  )
  await screen.findByRole('region', { name: '专家意见的哈希与开封' })
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name, 'u') })

describe('the page of a panel that opens opinions together', () => {
  it('says who is bound, who handed in nothing and whose opinion is not as promised, and shows no content', async () => {
    await show()
    expect(within(row('示例甲')).getByText('意见已到，未开封')).toBeTruthy()
    expect(within(row('示例乙')).getByText('与承诺不符').className).toContain('danger')
    expect(within(row('示例乙')).getByText(/交来的意见与这个哈希不符/u)).toBeTruthy()
    expect(within(row('示例丙')).getByText('未交')).toBeTruthy()
    expect(screen.getByText(/怎么办：一、打电话与专家核对封存码/u)).toBeTruthy()
    expect(screen.getByText(/有 2 份专家意见已到、尚未开封/u)).toBeTruthy()
    expect(screen.getByText(/有 1 位专家的意见与先交的哈希不符/u)).toBeTruthy()
    // Neither the vote nor the way to return what nobody has read.
    expect(screen.queryByRole('region', { name: '收到的专家意见' })).toBeNull()
  })

  it('opens by a person with a name, once, and keeps in red what was not as promised', async () => {
    await show()
    expect(screen.queryByRole('button', { name: '确认开封' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '会上开封…' }))
    const by = screen.getByRole('textbox', { name: /开封人/u })
    await userEvent.clear(by)
    expect(screen.getByText('请写明由谁开封。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '确认开封' }).hasAttribute('disabled')).toBe(true)
    await userEvent.type(by, '示例组长')
    await userEvent.click(screen.getByRole('button', { name: '确认开封' }))
    expect(
      await screen.findByText('示例组长于 2026-11-22 开封：清单列有哈希 2 项、意见 2 件（各版本分别计）。'),
    ).toBeTruthy()
    expect(screen.queryByRole('button', { name: '会上开封…' })).toBeNull()
    expect(await deskDatabase().rows('opinionReveals').count()).toBe(1)
    await show()
    expect(within(row('示例甲')).getByText('已开封，与哈希相符')).toBeTruthy()
    expect(within(row('示例乙')).getByText('与承诺不符')).toBeTruthy()
    expect(await screen.findByRole('region', { name: '收到的专家意见' })).toBeTruthy()
  })
})
