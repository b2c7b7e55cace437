import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { DeskHold } from '@host/context/desk-hold'
import { createDispatcher } from '@host/register'
import type { IpcChannel, IpcInput } from '@shared/ipc/contract'
import { keptPrefix } from '@shared/ipc/draft'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded, type Desk } from './desk-fixture'

afterEach(removeTemporaryFolders)

/** A page of the desk, as the shell lets it speak. */
function pageOf(desk: Desk, id: string = randomUUID()) {
  const dispatch = createDispatcher(desk.host, () => undefined)
  const gone = new AbortController()
  const call = async <C extends IpcChannel>(channel: C, input: IpcInput<C>) =>
    dispatch(channel, input, { isTrustedSender: true, page: id, gone: gone.signal })
  return {
    id,
    call,
    claim: async (takeOver = false) => call('desk:claim', { page: id, takeOver }),
    /** As a tab that is closed or killed. */
    vanish: () => {
      gone.abort()
    },
    put: (value: unknown, base: number) => call('draft:put', { key: '意见', value, base, page: id }),
  }
}

const holding = { ok: true, value: { kind: 'holding' } }
const refused = { ok: false, code: 'not-writer' }

describe('of the pages of one desk', () => {
  it('one may write; every other is refused whatever it calls, until it takes over', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [pageOf(desk), pageOf(desk)]
    expect(await first.put('谁都没有要', 0)).toMatchObject(refused)
    expect(await first.claim()).toEqual(holding)
    expect(await second.claim()).toMatchObject({ value: { kind: 'elsewhere' } })
    expect(await second.put('乙', 0)).toMatchObject(refused)
    expect(await second.call('draft:delete', { key: '意见' })).toMatchObject(refused)
    expect(await second.call('journal:append', { actions: [] as never })).toMatchObject({ ok: false })
    expect(await second.call('profile:lock', undefined)).toMatchObject(refused)
    expect(await second.call('profile:set-auto-lock', { minutes: 5 })).toMatchObject(refused)
    expect(await first.put('甲', 0)).toMatchObject({ value: { kind: 'done', beside: false } })
    expect(await second.claim(true)).toEqual(holding)
    expect(await first.put('甲又写', 1)).toMatchObject(refused)
    expect(await second.put('乙', 1)).toMatchObject({ value: { kind: 'done', beside: false } })
    await desk.host.close()
  })

  it('the one that has the desk is asked first, and has its last words on the disk before it lets go', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [pageOf(desk), pageOf(desk)]
    await first.claim()
    const news = first.call('desk:watch', { page: first.id })
    const taking = second.claim(true)
    expect(await news).toEqual({ ok: true, value: { news: 'asked' } })
    expect(await first.put('最后一句', 0)).toMatchObject({ value: { kind: 'done' } })
    await first.call('desk:release', { page: first.id })
    expect(await taking).toEqual(holding)
    expect(await second.call('draft:list', undefined)).toMatchObject({ value: [{ value: '最后一句' }] })
    await desk.host.close()
  })

  it('one that does not answer loses the desk all the same', async () => {
    const hold = new DeskHold(() => new Date(0), 20)
    await hold.claim('甲', 'ask')
    const news = hold.watch('甲')
    expect(await hold.claim('乙', 'take')).toEqual({ kind: 'holding' })
    expect(await news).toBe('asked')
    expect(hold.holds('甲')).toBe(false)
    expect(await hold.watch('甲')).toBe('lost')
  })

  it('one that is gone has the desk no more; one that is locked out is told', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [pageOf(desk), pageOf(desk)]
    await first.claim()
    void first.call('desk:watch', { page: first.id })
    first.vanish()
    // Its last words may come after it is gone, as long as nobody else has come.
    expect(await first.put('最后一句', 0)).toMatchObject({ value: { kind: 'done' } })
    await first.call('desk:release', { page: first.id })
    expect(await second.claim()).toEqual(holding)
    expect(await first.put('太晚', 1)).toMatchObject(refused)
    const news = second.call('desk:watch', { page: second.id })
    await second.call('profile:lock', undefined)
    expect(await news).toEqual({ ok: true, value: { news: 'locked' } })
    await desk.host.close()
  })
})

describe('a page that is loaded anew while somebody types', () => {
  const word = (page: string, value: string, base = 0) => ({ key: '意见', value, base, page })

  it.each([
    ['before', 10],
    ['after its successor asked', 60],
  ])('has its last words read by its successor: they come %s', async (_when, after) => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [pageOf(desk), pageOf(desk)]
    await first.claim()
    void first.call('desk:watch', { page: first.id })
    first.vanish()
    const speaking = new Promise((resolve) => setTimeout(resolve, after)).then(() =>
      first.call('desk:release', { page: first.id, words: [word(first.id, '最后一句')] }),
    )
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await second.claim()).toEqual(holding)
    expect(await second.call('draft:list', undefined)).toMatchObject({ value: [{ value: '最后一句' }] })
    await speaking
    await desk.host.close()
  })

  it('has them heard later as well, and kept beside what its successor wrote', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [pageOf(desk), pageOf(desk)]
    await first.claim()
    void first.call('desk:watch', { page: first.id })
    first.vanish()
    expect(await second.claim()).toEqual(holding)
    await second.put('后来写的', 0)
    await first.call('desk:release', { page: first.id, words: [word(first.id, '迟到的一句')] })
    expect((await desk.call('draft:list', undefined)).map(({ value }) => value)).toEqual([
      '后来写的',
      { of: '意见', why: 'rival', value: '迟到的一句' },
    ])
    // Once: then it is gone for good.
    await first.call('desk:release', { page: first.id, words: [word(first.id, '又一句')] })
    expect(await desk.call('draft:list', undefined)).toHaveLength(2)
    await desk.host.close()
  })

  it('says nothing more if another one has taken the desk over', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [pageOf(desk), pageOf(desk)]
    await first.claim()
    expect(await second.claim(true)).toEqual(holding)
    await first.call('desk:release', { page: first.id, words: [word(first.id, '太晚')] })
    expect(await desk.call('draft:list', undefined)).toEqual([])
    expect(await second.put('乙', 0)).toMatchObject({ value: { kind: 'done' } })
    await desk.host.close()
  })

  it('has what is just being written read as well', async () => {
    const desk = await createDesk('division', '示例处室')
    const page = pageOf(desk)
    await page.claim()
    const writing = page.put('正在写', 0)
    expect(await page.call('draft:list', undefined)).toMatchObject({ value: [{ value: '正在写' }] })
    await writing
    await desk.host.close()
  })
})

describe('a draft that two pages wrote', () => {
  const listed = async (desk: Desk) =>
    (await desk.call('draft:list', undefined)).map(({ key, value }) =>
      key.startsWith(keptPrefix) ? ['kept', value] : [key, value],
    )

  it('over an older base is kept beside, the latest of each page, and never over what stands', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [randomUUID(), randomUUID()]
    const put = async (page: string, value: string, base: number) =>
      succeeded(await desk.call('draft:put', { key: '意见', value, base, page }))
    const { revision } = await put(first, '甲一', 0)
    expect(await put(second, '乙一', revision)).toMatchObject({ beside: false })
    expect(await put(first, '甲二', revision)).toMatchObject({ beside: true })
    expect(await put(first, '甲三', revision)).toMatchObject({ beside: true })
    expect(await listed(desk)).toEqual([
      ['意见', '乙一'],
      ['kept', { of: '意见', why: 'rival', value: '甲三' }],
    ])
    await desk.host.close()
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await listed(again)).toHaveLength(2)
    await again.host.close()
  })

  it('is one draft to a page whose answer was lost on the way', async () => {
    const desk = await createDesk('division', '示例处室')
    const page = randomUUID()
    await desk.call('draft:put', { key: '意见', value: '一', base: 0, page })
    expect(await desk.call('draft:put', { key: '意见', value: '一二', base: 0, page })).toMatchObject({ beside: false })
    expect(await listed(desk)).toEqual([['意见', '一二']])
    await desk.host.close()
  })

  it('is the later text of its page, whichever comes first', async () => {
    const desk = await createDesk('division', '示例处室')
    const [page, other] = [randomUUID(), randomUUID()]
    const put = async (by: string, value: string, base: number, turn: number) =>
      succeeded(await desk.call('draft:put', { key: '意见', value, base, page: by, turn }))
    const { revision } = await put(page, '一二三', 0, 3)
    expect(await put(page, '一二', 0, 2)).toMatchObject({ revision, beside: false })
    expect(await listed(desk)).toEqual([['意见', '一二三']])
    await put(other, '甲乙', 0, 2)
    await put(other, '甲', 0, 1)
    expect(await listed(desk)).toEqual([
      ['意见', '一二三'],
      ['kept', { of: '意见', why: 'rival', value: '甲乙' }],
    ])
    await desk.host.close()
  })

  it('does not come back in the place of one that became a record, and is not deleted by who does not know it', async () => {
    const desk = await createDesk('division', '示例处室')
    const [first, second] = [randomUUID(), randomUUID()]
    const put = async (page: string, value: string, base: number) =>
      succeeded(await desk.call('draft:put', { key: '意见', value, base, page })).revision
    const base = await put(first, '甲', 0)
    const later = await put(second, '乙', base)
    await desk.call('draft:delete', { key: '意见', base, page: first })
    expect(await listed(desk)).toEqual([['kept', { of: '意见', why: 'rival', value: '乙' }]])
    await put(second, '乙又写', later)
    expect(await listed(desk)).toEqual([['kept', { of: '意见', why: 'rival', value: '乙又写' }]])
    await desk.host.close()
  })
})
