// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { panelOpinionHash } from '@shared/domain/countersign'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, ExpertId } from '@shared/domain/ids'
import type { Panel } from '@shared/domain/panel'
import { Providers } from '@renderer/app/Providers'
import { storeAttachment } from '@renderer/data/attachments'
import { loadCountersign, type CountersignCase } from '@renderer/data/countersign'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { listExpertTasks } from '@renderer/data/expert-tasks'
import { RoundTable } from '@renderer/features/countersign/RoundTable'
import { Answered } from '@renderer/features/countersigning/Answered'
import { createDesk, failure, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { sealedSample, type SealedSample } from '../../helpers/sealed-opinion'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })
const today = '2026-11-22' as CalendarDate
const filePassphrase = '十个字的文件口令示例'
const text = new TextEncoder()

let sample: SealedSample
let division: Desk
let expert: Desk

/** Which of the desks the screens belong to. */
async function changeTo(desk: Desk): Promise<void> {
  cleanup()
  closeDesk()
  await sitDownAt(desk, today)
}

async function take(desk: Desk, input: { readonly fileName: string; readonly bytes: Uint8Array; passphrase?: string }) {
  const bytes = Uint8Array.from(input.bytes)
  const { stageId, report } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', ...input, bytes }))
  const taken = succeeded(await desk.call('bundle:commit', { stageId }))
  await applyFrom(taken.records, taken.count)
  return report
}

const theRound = async (): Promise<CountersignCase> => {
  const found = await loadCountersign(sample.panel.id, sample.dossierId as DossierId, today)
  if (found === null) throw new Error('no round')
  return found
}

async function newestExport() {
  const rows = await deskDatabase().rows('bundleExports').toArray()
  const { value } = rows.reduce((best, row) => (row.stamp > best.stamp ? row : best))
  return { ...value, bytes: readFileSync(value.file.path) }
}

async function showRound(panel: Panel): Promise<void> {
  render(
    <Providers>
      <MemoryRouter>
        <RoundTable round={await theRound()} panel={panel} />
      </MemoryRouter>
    </Providers>,
  )
}

beforeEach(async () => {
  sample = await sealedSample()
  const [first, second] = sample.panel.experts
  division = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  expert = await createDesk('expert', first!.name, first!.unitName)
  await changeTo(division)
  await take(division, { fileName: '前期.lsb', bytes: sample.bundle })
  const paper = await storeAttachment(text.encode('会签件的样子（示例）'))
  const model = await storeAttachment(text.encode('{}'))
  const place = (expertId: ExpertId) => ({
    expertId,
    field: `expert-${expertId}`,
    page: 1,
    rect: { x: 1, y: 1, width: 9, height: 9 },
  })
  const { panel, opinion } = sample
  await append({
    type: 'countersign.opened',
    payload: {
      panelId: panel.id,
      dossierId: opinion.dossierId,
      opinionVersion: opinion.version,
      opinionHash: panelOpinionHash(opinion),
      paper,
      model,
      places: [place(first!.id), place(second!.id)],
      openedOn: today,
      dueOn: null,
      from: '示例政策法规处',
    },
  })
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await division.host.close()
  await expert.host.close()
})
afterAll(removeTemporaryFolders)

describe('a panel opinion that goes round', () => {
  it('leaves encrypted by a passphrase, and the answer encrypted for the division that opened the round', async () => {
    const [first] = sample.panel.experts
    await showRound(sample.panel)
    const send = await screen.findByRole<HTMLButtonElement>('button', { name: `导出会签包 ${first!.name}` })
    await userEvent.click(screen.getByRole('radio', { name: '用口令加密' }))
    expect(send.disabled).toBe(true)
    await userEvent.type(screen.getByLabelText(/^文件口令/u), filePassphrase)
    await userEvent.click(send)
    await screen.findByText('已导出并回读核对：1 个文件', { exact: false })
    const out = await newestExport()
    expect(out).toMatchObject({
      kind: 'countersign',
      file: { fileName: expect.stringMatching(/\.lsb\.age$/u) as string },
    })
    expect(out.bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')

    await changeTo(expert)
    const { fileName } = out.file
    const closed = { kind: 'bytes' as const, fileName, bytes: Uint8Array.from(out.bytes) }
    expect(failure(await expert.call('bundle:stage', closed)).code).toBe('envelope.passphrase-needed')
    await take(expert, { fileName, bytes: out.bytes, passphrase: filePassphrase })
    const found = await theRound()
    const { panelId, dossierId, opinionVersion, opinionHash } = found.round.value
    await append({
      type: 'panel-opinion.signed',
      payload: {
        panelId,
        dossierId,
        opinionVersion,
        opinionHash,
        expertId: first!.id,
        expertName: first!.name,
        answer: { kind: 'declined', reason: '不同意第三条（示例）' },
        signedPaper: null,
        signedOn: today,
      },
    })
    const task = (await listExpertTasks()).find((one) => one.dossierId === dossierId)!
    const signature = task.countersignature!.value
    render(
      <Providers>
        <Answered task={task} round={found.round} signature={signature} onSignAfterAll={() => undefined} />
      </Providers>,
    )
    const forDivision = await screen.findByRole<HTMLInputElement>('radio', { name: '加密给：示例政策法规处' })
    expect(forDivision.checked).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: '导出会签包' }))
    await screen.findByText('已导出并回读核对：1 个文件', { exact: false })
    const back = await newestExport()
    expect(back).toMatchObject({
      to: '示例政策法规处',
      file: { fileName: expect.stringMatching(/\.lsb\.age$/u) as string },
    })

    await changeTo(division)
    const report = await take(division, { fileName: back.file.fileName, bytes: back.bytes })
    expect(report.items).toContainEqual(expect.objectContaining({ type: 'panel-opinion.signed', outcome: 'new' }))
  })
})
