// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import { criterionIds, type Handwriting } from '@shared/domain/judgement'
import { commitmentCode, commitmentOf } from '@shared/domain/opinion-commitment'
import { Providers } from '@renderer/app/Providers'
import { TaskListPage } from '@renderer/features/assignments/TaskListPage'
import { SealingPage } from '@renderer/features/sealing/SealingPage'
import { sealOpinion } from '@renderer/features/sealing/sealing-actions'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { loadDrafts, peekDraft } from '@renderer/data/drafts'
import {
  draftKeyOf,
  isRecused,
  isOpenTask,
  listExpertTasks,
  taskState,
  type OpenTask,
} from '@renderer/data/expert-tasks'
import { changeItem, draftOfOpinion, emptyDraft, type OpinionDraft } from '@shared/acts/expert-opinion'
import { issueAssignment, sampleExperts, type IssuedAssignment } from '../../helpers/assignment'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { recusalDeclared } from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 15_000 })

const expert = sampleExperts[0]!
const on = '2026-11-22' as CalendarDate
/** Planted in every field that an opinion has. */
const canary = (place: string) => `密字${place}金丝雀`
const handwriting: Handwriting = { width: 401, height: 103, strokes: [[{ x: 91.75, y: 47.25, t: 3 }]] }

let desk: Desk
let assignment: IssuedAssignment

beforeAll(async () => {
  assignment = await issueAssignment({ locked: false, slugs: ['short-operation'], expert, revealTogether: true })
})
beforeEach(async () => {
  desk = await createDesk('expert', expert.name, expert.unitName)
  await sitDownAt(desk, on)
  await loadDrafts()
  const bytes = new Uint8Array(assignment.bytes)
  const { stageId } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '送审包.lsb', bytes }))
  const { records, count } = succeeded(await desk.call('bundle:commit', { stageId }))
  await applyFrom(records, count)
  const { panelId, dossierId, expertId } = await theTask()
  await append(recusalDeclared(expertId, { panelId, dossierId }))
  await seal('一')
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

async function theTask(): Promise<OpenTask> {
  const [task] = await listExpertTasks()
  if (task === undefined || !isOpenTask(task)) throw new Error('no task')
  return task
}

async function seal(mark: string): Promise<void> {
  const task = await theTask()
  const { contentHash, version } = task.version.value
  const draft = criterionIds.reduce<OpinionDraft>(
    (before, id) => changeItem(before, id, { verdict: 'does-not-conform', reason: canary(`${id}${mark}`) }),
    {
      ...emptyDraft({ dossierHash: contentHash, dossierVersion: version }),
      overall: canary(`总体${mark}`),
      problems: canary('问题'),
      suggestions: canary('改进'),
      vote: 'disagree' as const,
      dissent: canary('不同'),
    },
  )
  await sealOpinion(task, draft, { handwriting, deskName: expert.name, on })
}

async function show(): Promise<void> {
  const tasks = await listExpertTasks()
  render(
    <Providers>
      <TaskListPage tasks={tasks} />
    </Providers>,
  )
}

async function exportPlain(button: string): Promise<Buffer> {
  await userEvent.click(screen.getByRole('radio', { name: /^不加密/u }))
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(`${button}$`, 'u') }))
  await screen.findByText('已导出并回读核对，内容一致。可以拔出 U 盘。')
  const exports = await deskDatabase().rows('bundleExports').toArray()
  const newest = exports.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]
  return readFileSync(newest?.value.file.path ?? '')
}

const stateNow = async () => taskState(await theTask(), false)

describe('an expert whose panel opens opinions together', () => {
  it('sends the hash alone, unless told otherwise, in a few kilobytes without a word of the opinion', async () => {
    await show()
    expect(screen.getByText(/先送封存哈希，会上同时开封”（工作规则/u)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^只送封存哈希/u }).checked).toBe(true)
    const bytes = await exportPlain('导出封存哈希')
    expect(bytes.length).toBeLessThan(20_000)
    const { opinion, salt, commitment } = await theTask()
    // The very same words stand in the desk's own record, so the search would find them.
    expect(JSON.stringify(opinion?.value)).toContain(canary('总体一'))
    const text = bytes.toString('utf8')
    expect(text).toContain(commitment?.value.commitment)
    for (const secret of ['金丝雀', 'does-not-conform', '"disagree"', '91.75', salt!.value.salt, salt!.recordId]) {
      expect(text).not.toContain(secret)
    }
    // What hides the words of the record whose id the chain shows: the full id of the record before it stays here.
    expect(commitment?.value.commitment).toBe(commitmentOf(salt!.value.salt, opinion!.recordId))
    expect(await stateNow()).toBe('committed')
  })

  it('makes one hash of one opinion, however often it is exported, and shows the code to read out', async () => {
    await show()
    await exportPlain('导出封存哈希')
    await exportPlain('导出封存哈希')
    const commitments = await deskDatabase().rows('opinionCommitments').toArray()
    expect(commitments).toHaveLength(1)
    cleanup()
    await show()
    const codes = screen.getByRole('region', { name: '封存码，可在电话里念给处室核对' })
    expect(within(codes).getByText(commitmentCode(commitments[0]!.value.commitment))).toBeTruthy()
  })

  it('sends the opinion with its salt afterwards, once the expert chooses it: a click too many sends the hash again', async () => {
    await show()
    await exportPlain('导出封存哈希')
    cleanup()
    await show()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^只送封存哈希/u }).checked).toBe(true)
    await userEvent.click(screen.getByRole('radio', { name: /^意见全文/u }))
    const text = (await exportPlain('导出评审意见包')).toString('utf8')
    const { salt, commitment } = await theTask()
    for (const part of [canary('总体一'), salt!.value.salt, commitment!.value.commitment]) expect(text).toContain(part)
    expect(await stateNow()).toBe('exported')
  })

  it('is told on the sealed opinion what has left the desk, and that a correction will be seen', async () => {
    await show()
    await exportPlain('导出封存哈希')
    cleanup()
    const task = await theTask()
    expect(isRecused(task)).toBe(false)
    render(
      <Providers>
        <SealingPage task={task} />
      </Providers>,
    )
    expect(screen.getByText(/意见全文还没有交出/u)).toBeTruthy()
    expect(screen.getByText(new RegExp(commitmentCode(task.commitment!.value.commitment), 'u'))).toBeTruthy()
    await seal('二')
    const corrected = await theTask()
    expect(corrected.opinion?.value.version).toBe(2)
    expect(corrected.commitment).toBeNull()
    expect(await stateNow()).toBe('sealed')
  })

  it('sees the sealed opinion whole when he or she comes back, and corrects it from every word of it', async () => {
    const task = await theTask()
    const sealed = task.opinion!.value
    const show = (shown: OpenTask) =>
      render(
        <Providers>
          <SealingPage task={shown} />
        </Providers>,
      )
    show(task)
    const { items, overall, problems, suggestions, dissent } = sealed
    for (const words of [...items.map(({ reason }) => reason), overall, problems, suggestions, dissent]) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.getAllByText('不符合')).toHaveLength(items.length)
    expect(screen.getByRole('img', { name: `${expert.name} 的手写签名` })).toBeTruthy()
    expect(screen.getByText(`${expert.name} · ${sealed.signedOn}`)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '更正（封存为第 2 版）' }))
    expect(peekDraft(draftKeyOf(task))).toEqual(draftOfOpinion(sealed))
    // Sealed anew without a change it says the very same; the first version stays as it was.
    await sealOpinion(task, draftOfOpinion(sealed), { handwriting, deskName: expert.name, on })
    const corrected = (await theTask()).opinion!.value
    expect(corrected).toEqual({ ...sealed, version: 2 })
    expect(await deskDatabase().rows('expertOpinions').count()).toBe(2)
  })

  it('cannot send a hash ahead of what an older version of the program sealed without a salt', async () => {
    const { opinion } = await theTask()
    await append({ type: 'opinion.sealed', payload: { ...structuredClone(opinion!.value), version: 2 } })
    await show()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^只送封存哈希/u }).disabled).toBe(true)
    expect(screen.getByText(/不能先送哈希，因为是旧版软件封存的/u)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^意见全文/u }).checked).toBe(true)
  })
})
