// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { Providers } from '@renderer/app/Providers'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { listConflicts } from '@renderer/data/conflicts'
import { listDossiers, searchIn } from '@renderer/data/dossier-list'
import { loadAllianceHistory } from '@renderer/data/alliance-history'
import { ConflictsPage } from '@renderer/features/conflicts/ConflictsPage'
import {
  createDesk,
  removeTemporaryFolders,
  succeeded,
  type Desk,
  exportInTheOpen,
} from '../../integration/host/desk-fixture'
import { dossierId, dossierSaved, statusSet } from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

const today = '2026-11-22' as CalendarDate
configure({ asyncUtilTimeout: 20_000 })

let desk: Desk
let peer: Desk

async function send(from: Desk, to: Desk, types: readonly string[]) {
  const recordIds = (await from.call('journal:read', { after: 0, limit: 500 })).records
    .filter(({ type }) => types.includes(type))
    .map(({ id }) => id)
  const { file } = await exportInTheOpen(from, recordIds, `往来-${Math.random()}.lsb`)
  const { stageId, report } = succeeded(await to.call('bundle:stage', { kind: 'place', place: file.path }))
  return { report, taken: succeeded(await to.call('bundle:commit', { stageId })) }
}

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  peer = await createDesk('division', '李守正（示例）', '示例高新处')
  await sitDownAt(desk, today)
  await append(dossierSaved(1))
  await send(desk, peer, ['dossier.saved'])
  await append(statusSet('本处的说法（示例）'))
  succeeded(await peer.call('journal:append', { actions: [statusSet('对方的说法（示例）')] }))
  const { report, taken } = await send(peer, desk, ['dossier.saved', 'status.set'])
  expect(report.dossiers).toMatchObject([{ conflicting: 1, identical: 1, new: 0, changed: 0, rejected: 0 }])
  await applyFrom(taken.records, taken.count)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
  await peer.host.close()
})
afterAll(removeTemporaryFolders)

const show = (role: 'division' | 'expert' = 'division') =>
  render(
    <Providers>
      <MemoryRouter>
        <ConflictsPage role={role} />
      </MemoryRouter>
    </Providers>,
  )

describe('two desks that changed the same thing without knowing of each other', () => {
  it('are both shown, found in the list by the word, and nothing is decided by leaving', async () => {
    show()
    expect(await screen.findByText('本处的说法（示例）')).toBeDefined()
    expect(screen.getByText('对方的说法（示例）')).toBeDefined()
    expect(screen.getByText(/李守正（示例）（示例高新处）/u)).toBeDefined()
    const [line] = await listDossiers(today)
    expect(line?.hasConflict).toBe(true)
    expect(searchIn([line!], '冲突')).toEqual([line])
    cleanup()
    expect(await listConflicts(null)).toHaveLength(1)
  })

  it('are settled by a person with a reason, on this desk and on the other', async () => {
    show()
    await screen.findByText('本处的说法（示例）')
    await userEvent.click(screen.getByRole('button', { name: '确定' }))
    expect(screen.getByText('请先选定采用哪一个。')).toBeDefined()
    expect(await listConflicts(null)).toHaveLength(1)
    const [conflict] = await listConflicts(null)
    const loser = conflict!.rivals.findIndex((rival) => !rival.isShown)
    await userEvent.click(screen.getByRole('radio', { name: `采用 ${'AB'.charAt(loser)}` }))
    await userEvent.type(screen.getByLabelText('理由'), '已电话商定')
    await userEvent.click(screen.getByRole('button', { name: '确定' }))
    await screen.findByText('没有待选定的冲突。')
    const row = await deskDatabase().rows('statuses').get(dossierId)
    expect(row?.value.note).toBe(conflict!.rivals[loser]!.value['note'])
    const history = await loadAllianceHistory(dossierId as DossierId)
    expect(history[0]).toMatchObject({ type: 'conflict.resolved', note: '已电话商定' })

    const { report } = await send(desk, peer, ['dossier.saved', 'status.set', 'conflict.resolved'])
    expect(report.items.filter(({ outcome }) => outcome === 'conflicting')).toEqual([])
    expect(report.items.find(({ type }) => type === 'conflict.resolved')?.outcome).toBe('changed')
  })

  it('stay open when one side writes again: the card follows, and what was picked before is asked again', async () => {
    show()
    await screen.findByText('本处的说法（示例）')
    await userEvent.type(screen.getByLabelText('理由'), '已电话商定')
    await userEvent.click(screen.getByRole('radio', { name: '采用 A' }))
    await append(statusSet('本处又改的说法（示例）'))
    expect(await screen.findByText('本处又改的说法（示例）')).toBeDefined()
    expect(screen.getByText('对方的说法（示例）')).toBeDefined()
    expect(screen.queryByText('本处的说法（示例）')).toBeNull()
    expect(screen.getByText(/这一方此后改过 1 次/u)).toBeDefined()
    expect(screen.getByText(/您选定之后，有一方又改了/u)).toBeDefined()
    expect(screen.getByLabelText('理由')).toHaveProperty('value', '已电话商定')
    await userEvent.click(screen.getByRole('button', { name: '确定' }))
    expect(await listConflicts(null)).toHaveLength(1)
    await userEvent.click(screen.getByRole('radio', { name: '采用 B' }))
    await userEvent.click(screen.getByRole('button', { name: '确定' }))
    await screen.findByText('没有待选定的冲突。')
  })

  it('are shown to an expert without anything to choose, for divisions take no choice from an expert', async () => {
    show('expert')
    expect(await screen.findByText('本处的说法（示例）')).toBeDefined()
    expect(screen.getByText('对方的说法（示例）')).toBeDefined()
    expect(screen.getByText(/由处室选定，您不必选/u)).toBeDefined()
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('take a third text by hand', async () => {
    show()
    await screen.findByText('本处的说法（示例）')
    await userEvent.click(screen.getByRole('radio', { name: '另写一种' }))
    const text = screen.getByLabelText('说明')
    await userEvent.clear(text)
    await userEvent.type(text, '合并后的说法')
    await userEvent.type(screen.getByLabelText('理由'), '两处都对')
    await userEvent.click(screen.getByRole('button', { name: '确定' }))
    await waitFor(async () => {
      expect((await deskDatabase().rows('statuses').get(dossierId))?.value.note).toBe('合并后的说法')
    })
    expect(await listConflicts(null)).toEqual([])
  })
})
