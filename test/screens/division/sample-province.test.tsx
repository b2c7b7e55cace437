// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { sampleLives } from '@shared/acts/province/sample-lives'
import type { CalendarDate } from '@shared/domain/date'
import { Providers } from '@renderer/app/Providers'
import { loadAllianceHistory } from '@renderer/data/alliance-history'
import { closeDesk } from '@renderer/data/desk'
import { loadEndings } from '@renderer/data/endings'
import { listDossiers } from '@renderer/data/dossier-list'
import { DossiersPage } from '@renderer/features/dossiers/DossiersPage'
import { loadProvince } from '@renderer/features/dossiers/dossiers-actions'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { sitDownAt } from '../../helpers/sit-down'

const today = '2026-12-01' as CalendarDate
configure({ asyncUtilTimeout: 60_000 })

let desk: Desk
beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  await sitDownAt(desk, today)
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

it('示例省 is loaded in one act: ended between two alliances, and gone on with later, none is there twice or half', async () => {
  const intake = { today, by: '陈守玉（示例）', note: '示例案卷，虚构' }
  expect(await loadProvince(intake, (count) => count < 3)).toBe(3)
  expect(await listDossiers(today)).toHaveLength(3)
  render(
    <Providers>
      <MemoryRouter>
        <DossiersPage />
      </MemoryRouter>
    </Providers>,
  )
  await userEvent.click(await screen.findByRole('button', { name: /装入示例/u }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: '装入示例省' }))
  await waitFor(async () => expect((await loadEndings()).lines).toHaveLength(1))
  const lines = await listDossiers(today)
  expect(lines.map(({ status }) => status).toSorted()).toEqual(sampleLives.map(({ status }) => status).toSorted())
  expect(lines.every(({ name }) => name.includes('示例'))).toBe(true)
  expect(await loadProvince(intake, () => true)).toBe(0)

  const piloting = lines.find(({ name }) => name.includes('智能制造装备'))!
  const history = await loadAllianceHistory(piloting.id)
  expect(history.map(({ day }) => day)).toEqual(
    history
      .map(({ day }) => day)
      .toSorted()
      .toReversed(),
  )
  expect(new Set(history.map(({ sort }) => sort))).toEqual(
    new Set(['step', 'version', 'decision', 'report', 'change', 'support']),
  )
  expect(history.filter(({ type }) => type === 'change.saved')).toHaveLength(2)
})
