// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { criterionIds } from '@shared/domain/judgement'
import { Providers } from '@renderer/app/Providers'
import { CountersigningPage } from '@renderer/features/countersigning/CountersigningPage'
import { ExpertDesk } from '@renderer/features/assignments/ExpertDesk'
import { OpeningPage } from '@renderer/features/opening/OpeningPage'
import { RecusalPage } from '@renderer/features/recusal/RecusalPage'
import { SealingPage } from '@renderer/features/sealing/SealingPage'
import { closeDesk, openDesk } from '@renderer/data/desk'
import { loadDrafts, typeDraft } from '@renderer/data/drafts'
import { draftKeyOf, listExpertTasks } from '@renderer/data/expert-tasks'
import { changeItem, emptyDraft, type OpinionDraft } from '@shared/acts/expert-opinion'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { useSession } from '@renderer/data/session'
import { issueAssignment, sampleExperts, type IssuedAssignment } from '../../helpers/assignment'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { connectPage } from '../../helpers/sit-down'

// The host writes and re-reads real files: on a busy machine a step takes longer than the usual second.
configure({ asyncUtilTimeout: 15_000 })

const expert = sampleExperts[0]!
let desk: Desk
let assignment: IssuedAssignment

/** The reading screen needs a browser; its place is taken by its name (test/e2e/expert.spec.ts walks the true one). */
const Review = () => <p>逐项审阅的画面</p>

beforeAll(async () => {
  assignment = await issueAssignment({ slugs: ['short-operation', 'member-without-task'], expert })
})
beforeEach(async () => {
  desk = await createDesk('expert', expert.name, expert.unitName)
  // The screens speak to the true host, through its dispatcher.
  connectPage(desk)
  const status = await desk.call('app:get-status', undefined)
  useSession.getState().setStatus(status)
  useExpertDesk.getState().close()
  if (status.profile.kind !== 'open') throw new Error('the desk is closed')
  await openDesk(status.profile.desk.keyId, () => undefined)
  await loadDrafts()
  render(
    <Providers>
      <ExpertDesk
        screens={{
          recusal: RecusalPage,
          opening: OpeningPage,
          review: Review,
          sealing: SealingPage,
          countersign: CountersigningPage,
        }}
      />
    </Providers>,
  )
})
afterEach(async () => {
  cleanup()
  closeDesk()
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const take = async (bytes = assignment.bytes) => {
  await screen.findByText('把送审包（.lsb）拖到这里')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  await userEvent.upload(input, new File([new Uint8Array(bytes)], '送审包.lsb'))
}

const takeOver = async () => {
  await take()
  await userEvent.click(await screen.findByRole('button', { name: '接收' }))
  return screen.findAllByRole('button', { name: /^声明回避/u })
}

const declare = async (exists: readonly number[]) => {
  const grounds = await screen.findAllByRole('radiogroup')
  expect(grounds).toHaveLength(8)
  for (const [index, ground] of grounds.entries()) {
    expect(within(ground).queryAllByRole('radio', { checked: true })).toEqual([])
    await userEvent.click(within(ground).getByRole('radio', { name: exists.includes(index + 1) ? '有' : '无' }))
  }
  await userEvent.click(screen.getByRole('checkbox', { name: /专家承诺/u }))
}

describe('the expert desk', () => {
  it('shows who sent what before it takes anything over, and nothing of it when one cancels', async () => {
    await take()
    expect(await screen.findByText('陈守玉（示例） · 示例科学技术厅政策法规处 · 处室工作台')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '取消' }))
    expect(await screen.findByText('把送审包（.lsb）拖到这里')).toBeTruthy()
    expect(await listExpertTasks()).toEqual([])
  })

  it('lists the exchange folder again when one has put a file there, bundles only', async () => {
    const { exchangeFolder } = await desk.call('app:get-status', undefined)
    expect(await screen.findByText('交换文件夹里没有 .lsb 文件。')).toBeTruthy()
    writeFileSync(join(exchangeFolder, '后到的送审包.lsb'), assignment.bytes)
    writeFileSync(join(exchangeFolder, '会议照片.jpg'), '')
    await userEvent.click(screen.getByRole('button', { name: '重新列出' }))
    expect(await screen.findByRole('button', { name: '查看内容 后到的送审包.lsb' })).toBeTruthy()
    expect(screen.queryByText('会议照片.jpg')).toBeNull()
  })

  it('refuses a file that is no bundle with the sentence of the host', async () => {
    await take(Buffer.from('这不是送审包'))
    expect((await screen.findByRole('alert')).textContent).toContain('送审包.lsb')
  })

  it('keeps a dossier closed until every ground is answered and the pledge is ticked', async () => {
    const [open] = await takeOver()
    await userEvent.click(open!)
    const act = await screen.findByRole('button', { name: '声明无上述情形，打开案卷' })
    expect(act.hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('还没有回答：第 1、2、3、4、5、6、7、8 项')).toBeTruthy()
    await declare([])
    await userEvent.click(act)
    expect(await screen.findByText('逐项审阅的画面')).toBeTruthy()
  })

  it('keeps a recused dossier closed and hands the declaration back', async () => {
    const [open] = await takeOver()
    await userEvent.click(open!)
    await declare([3, 8])
    await userEvent.type(screen.getByRole('textbox', { name: '第 3 项的说明' }), '共同项目')
    await userEvent.click(screen.getByRole('button', { name: '声明回避' }))
    expect(await screen.findByRole('heading', { name: '已声明回避' })).toBeTruthy()
    expect(screen.queryByText('逐项审阅的画面')).toBeNull()

    await userEvent.click(screen.getByRole('button', { name: '全部案卷' }))
    await userEvent.click(await screen.findByRole('button', { name: '导出评审意见包' }))
    expect(await screen.findByText('已导出并回读核对，内容一致。可以拔出 U 盘。')).toBeTruthy()
    await screen.findByText('已导出')
    const [task] = await listExpertTasks()
    expect(task!.declaration!.value.answers.filter((answer) => answer.exists)).toEqual([
      { ground: 3, exists: true, note: '共同项目' },
      { ground: 8, exists: true, note: '' },
    ])
    const file = task!.exported!.value.file
    expect(readFileSync(file.path)).toHaveLength(file.size)
    expect(file.size).toBeLessThan(50_000)
  })

  it('seals exactly the draft on the very version that was judged, once it is read and signed', async () => {
    const [open] = await takeOver()
    await userEvent.click(open!)
    await declare([])
    await userEvent.click(screen.getByRole('button', { name: '声明无上述情形，打开案卷' }))
    await screen.findByText('逐项审阅的画面')
    const [task] = await listExpertTasks()
    const { contentHash, version } = task!.version!.value
    const draft = criterionIds.reduce<OpinionDraft>(
      (before, id) => changeItem(before, id, { verdict: 'conforms', reason: `${id} 的理由（示例）` }),
      {
        ...emptyDraft({ dossierHash: contentHash, dossierVersion: version }),
        overall: '组建必要。',
        vote: 'disagree' as const,
        dissent: '运行时间不足，保留意见。',
      },
    )
    typeDraft(draftKeyOf(task!), draft)

    await userEvent.click(await screen.findByRole('button', { name: '通读并封存' }))
    expect(await screen.findByText('运行时间不足，保留意见。')).toBeTruthy()
    const seal = screen.getByRole('button', { name: '封存' })
    await userEvent.click(screen.getByRole('checkbox', { name: /我已通读/u }))
    expect(seal.hasAttribute('disabled')).toBe(true)
    // Nothing can be drawn here, and the screen says what to do instead.
    expect(screen.getByText(/请选择打印后手写签名/u)).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '打印后手写签名' }))
    await userEvent.click(seal)
    expect(await screen.findByRole('heading', { name: '已封存：意见第 1 版' })).toBeTruthy()

    const sealed = (await listExpertTasks())[0]!.opinion!.value
    expect(sealed).toMatchObject({
      version: 1,
      dossierHash: contentHash,
      dossierVersion: version,
      expertId: expert.id,
      vote: 'disagree',
      dissent: '运行时间不足，保留意见。',
      handwriting: null,
    })
    expect(sealed.items.map((item) => item.reason)).toEqual(criterionIds.map((id) => `${id} 的理由（示例）`))
    expect(await desk.call('draft:list', undefined)).toEqual([])
  })

  it('takes the same assignment twice without a change', async () => {
    await takeOver()
    const before = (await desk.call('journal:get-status', undefined)).count
    await userEvent.click(await screen.findByRole('button', { name: '打开送审包' }))
    await take()
    expect(await screen.findByText(/这个送审包已于 .* 接收，没有变化。/u)).toBeTruthy()
    expect(screen.getByRole('button', { name: '接收' }).hasAttribute('disabled')).toBe(true)
    expect((await desk.call('journal:get-status', undefined)).count).toBe(before)
  })
})
