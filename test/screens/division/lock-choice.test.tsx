// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, PanelId } from '@shared/domain/ids'
import { Providers } from '@renderer/app/Providers'
import { loadCases } from '@renderer/data/cases'
import { append, applyFrom, closeDesk } from '@renderer/data/desk'
import { loadPanel } from '@renderer/data/panels'
import { AssignmentsPart } from '@renderer/features/panels/AssignmentsPart'
import { makeBundle, makeIdentity, writeRecords } from '../../integration/host/bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import {
  dossierId,
  dossierSaved,
  expertA,
  expertB,
  keyConfirmed,
  panelId,
  panelSaved,
} from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })
const today = '2026-11-22' as CalendarDate
let desk: Desk

/** The expert's card is taken in, and its fingerprint compared. */
async function knowKeyOf(expertId: string, name: string): Promise<void> {
  const identity = await makeIdentity('expert', name)
  const bytes = Uint8Array.from(
    await makeBundle({ kind: 'opinion', from: identity, records: writeRecords(identity, []) }),
  )
  const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '名片.lsb', bytes }))
  const { records, count } = succeeded(await desk.call('bundle:commit', { stageId }))
  await applyFrom(records, count)
  await append(keyConfirmed(identity.desk.keyId, expertId))
}

async function show(): Promise<void> {
  const panel = (await loadPanel(panelId as PanelId))!
  render(
    <MemoryRouter>
      <Providers>
        <AssignmentsPart panel={panel} cases={await loadCases([dossierId as DossierId], today)} />
      </Providers>
    </MemoryRouter>,
  )
}

const option = (name: RegExp | string) => screen.findByRole<HTMLInputElement>('radio', { name })
const warning = () => screen.queryByText(/锁的钥匙就放在文件里/u)

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  await sitDownAt(desk, today)
  await append(dossierSaved(1), panelSaved())
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

describe('a locked dossier for experts whose keys are not known', () => {
  it('is said to be readable by anybody, but only if the file is in the open', async () => {
    await show()
    expect((await option('用口令加密')).checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^锁定案卷/u }).checked).toBe(true)
    expect(warning()).toBeNull()
    await userEvent.click(await option(/^不加密/u))
    expect(screen.getByText('文件不加密：拿到这个文件的人都能读到里面的内容。')).toBeTruthy()
    expect(warning()?.textContent).toMatch(/^没有“.+”的加密公钥，文件又不加密/u)
    await userEvent.click(screen.getByRole('checkbox', { name: /^锁定案卷/u }))
    expect(warning()).toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: /^锁定案卷/u }))
    await userEvent.click(await option('用口令加密'))
    expect(warning()).toBeNull()
  })

  it('holds for those whose card was confirmed: nothing is said of them', async () => {
    await knowKeyOf(expertA, '示例甲')
    await knowKeyOf(expertB, '示例乙')
    await show()
    expect((await option(/^加密给：/u)).checked).toBe(true)
    await userEvent.click(await option(/^不加密/u))
    expect(warning()).toBeNull()
  })
})
