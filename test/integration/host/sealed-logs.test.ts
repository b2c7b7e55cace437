import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeFrame, scanFrames } from '@host/journal/frames'
import { scanLog } from '@host/journal/frame-file'
import { journalFormats } from '@host/journal/journal'
import { encodeLog, salvageLog } from '@host/journal/log-format'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded, type Desk } from './desk-fixture'
import { opinionReturned } from './review-actions'

afterEach(removeTemporaryFolders)

const key = Buffer.alloc(32, 7)
const formats = journalFormats(key, false)
const header = 32

const contents = fc
  .array(fc.uint8Array({ maxLength: 80 }), { minLength: 2, maxLength: 6 })
  .map((list) => list.map((payload) => ({ kind: 1, payload: Buffer.from(payload) })))

/** The frames of a log as they lie in it. */
const framesOf = (file: Buffer): Buffer[] =>
  scanFrames(file, header).frames.map(({ offset, size }) => file.subarray(offset, offset + size))
const payloadsOf = (frames: readonly { readonly payload: Buffer }[]) => frames.map(({ payload }) => [...payload])

describe('encrypted frames', () => {
  it('read back as they were given, and show nothing of it', () => {
    fc.assert(
      fc.property(contents, (list) => {
        const file = encodeLog(formats.current, list)
        const { frames, tail } = scanLog(file, formats.current)
        expect([tail, payloadsOf(frames)]).toEqual(['clean', payloadsOf(list)])
        for (const { payload } of list) if (payload.length > 5) expect(file.includes(payload)).toBe(false)
        // The same content lies differently at every writing.
        expect(encodeLog(formats.current, list).equals(file)).toBe(false)
      }),
    )
  })

  it.each([
    ['swapped', ([a, b, ...rest]: Buffer[]) => [b!, a!, ...rest], 0],
    ['repeated', ([a, b, ...rest]: Buffer[]) => [a!, b!, a!, ...rest], 2],
    ['left out before the last', ([, ...rest]: Buffer[]) => rest, 0],
  ] as const)('are damage when %s, although every checksum holds', (_, change, at) => {
    fc.assert(
      fc.property(contents, (list) => {
        const file = encodeLog(formats.current, list)
        const changed = Buffer.concat([file.subarray(0, header), ...change(framesOf(file))])
        expect(scanFrames(changed, header).tail).toBe('clean')
        const { frames, tail } = scanLog(changed, formats.current)
        expect([tail, frames.length]).toEqual(['damaged', at])
      }),
    )
  })

  it('are damage when they come from another file, another log or another desk', () => {
    fc.assert(
      fc.property(contents, contents, (list, other) => {
        const file = encodeLog(formats.current, list)
        const foreign = encodeLog(formats.current, other)
        const transplanted = Buffer.concat([file.subarray(0, header), ...framesOf(foreign)])
        expect(scanLog(transplanted, formats.current)).toMatchObject({ tail: 'damaged', frames: [] })
        const another = journalFormats(Buffer.alloc(32, 8), false).current
        expect(scanLog(file, another)).toMatchObject({ tail: 'damaged', frames: [] })
      }),
    )
  })

  it('do not open under another kind, nor in the open', () => {
    const file = encodeLog(formats.current, [{ kind: 2, payload: Buffer.from('甲') }])
    const [frame] = scanFrames(file, header).frames
    const relabelled = Buffer.concat([file.subarray(0, header), encodeFrame(0x83, frame!.payload)])
    expect(scanLog(relabelled, formats.current).tail).toBe('damaged')
    const open = Buffer.concat([file.subarray(0, header), encodeFrame(1, Buffer.from('{"records":[]}'))])
    expect(scanLog(open, formats.current).tail).toBe('damaged')
    expect(salvageLog(open, formats)).toEqual([])
  })

  it('are gathered out of a damaged file by their own numbers, even without its header', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (list, where) => {
        const file = encodeLog(formats.current, list)
        file.fill(9, 0, header + 10)
        expect(payloadsOf(salvageLog(file, formats))).toEqual(payloadsOf(list).slice(1))
        const whole = encodeLog(formats.current, list)
        const at = header + (where % (whole.length - header))
        whole[at] = whole[at]! ^ 1
        expect(salvageLog(whole, formats)).toHaveLength(list.length - 1)
      }),
    )
  })
})

describe('the journal of a desk whose file somebody changed', () => {
  const journalOf = (desk: Pick<Desk, 'root'>) => join(desk.root, '工作目录', 'journal.lsj')

  async function closedDesk(): Promise<Desk> {
    const desk = await createDesk('division', '示例处室')
    for (const note of ['一', '二', '三']) {
      succeeded(await desk.call('journal:append', { actions: [opinionReturned(note)] }))
    }
    await desk.host.close()
    return desk
  }

  it('swapped frames are reported as damage, the file is kept aside, and a snapshot brings all back', async () => {
    const desk = await closedDesk()
    const file = await readFile(journalOf(desk))
    const [first, second, third, fourth] = framesOf(file)
    const swapped = Buffer.concat([file.subarray(0, header), first!, third!, second!, fourth!])
    await writeFile(journalOf(desk), swapped)
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    const { notices } = await again.call('app:get-status', undefined)
    expect(notices.map(({ code }) => code)).toEqual(['journal.damaged', 'snapshot.can-restore'])
    expect(notices[0]?.params.offset).toBe(header + first!.length)
    expect(await readFile(String(notices[0]?.params.aside))).toEqual(swapped)
    const [snapshot] = (await again.call('snapshot:list', undefined)).snapshots
    expect(succeeded(await again.call('snapshot:restore', { name: snapshot!.name })).count).toBe(4)
    await again.host.close()
  })

  it('an older copy is noticed by the newest snapshot, and takes no records', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('一')] }))
    const older = await readFile(journalOf(desk))
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('二')] }))
    await desk.host.close()
    await writeFile(journalOf(desk), older)
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect((await again.call('app:get-status', undefined)).notices).toMatchObject([
      { code: 'snapshot.journal-shorter', params: { brings: 1 } },
    ])
    const refused = await again.call('journal:append', { actions: [opinionReturned('三')] })
    expect(refused).toMatchObject({ kind: 'failed', error: { code: 'journal.read-only' } })
    await again.host.close()
  })
})
