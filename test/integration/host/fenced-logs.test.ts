import { describe, expect, it } from 'vitest'
import { scanLog } from '@host/journal/frame-file'
import { encodeFrame, frameKinds, scanFrames } from '@host/journal/frames'
import { journalFormats } from '@host/journal/journal'
import { encodeLog, salvageLog } from '@host/journal/log-format'

const formats = journalFormats(Buffer.alloc(32, 7), false)
const { current } = formats
const frame = (words: string, fence?: number) => ({ kind: frameKinds.records, payload: Buffer.from(words), fence })
const read = (bytes: Buffer) => {
  const { frames, tail } = scanLog(bytes, current)
  return { tail, frames: frames.map(({ payload, fence }) => [payload.toString(), fence]) }
}

describe('frames with the number of the lock under which they were written', () => {
  it('read back with it, behind older ones that have none', () => {
    const bytes = encodeLog(current, [frame('a'), frame('b', 3), frame('c', 3), frame('d', 4)])
    expect(read(bytes)).toEqual({
      tail: 'clean',
      frames: [
        ['a', undefined],
        ['b', 3],
        ['c', 3],
        ['d', 4],
      ],
    })
  })

  it('do not count if a lower number follows a higher one, and are kept to be salvaged', () => {
    const bytes = encodeLog(current, [frame('a', 5), frame('b', 4), frame('c', 5)])
    expect(read(bytes)).toEqual({ tail: 'damaged', frames: [['a', 5]] })
    expect(salvageLog(bytes, formats)).toHaveLength(3)
  })

  it('open with no other number and without it: it is sealed like the content', () => {
    const bytes = encodeLog(current, [frame('a', 5)])
    const [{ kind, payload } = fail()] = scanFrames(bytes, current.headerSize).frames
    expect(kind & 0x40).toBe(0x40)
    const header = bytes.subarray(0, current.headerSize)
    // The mark taken off, the checksums made right again.
    const unmarked = Buffer.concat([header, encodeFrame(kind & ~0x40, payload)])
    expect(read(unmarked)).toEqual({ tail: 'damaged', frames: [] })
    for (let at = payload.length - 30; at < payload.length; at += 1) {
      const changed = Buffer.from(payload)
      changed[at]! ^= 1
      expect(read(Buffer.concat([header, encodeFrame(kind, changed)])).tail).toBe('damaged')
    }
  })

  it('leave kinds that are not known as they are', () => {
    const bytes = encodeLog(current, [{ kind: 0x7f, payload: Buffer.from('newer') }])
    expect(scanLog(bytes, current).frames).toMatchObject([{ kind: 0x7f }])
  })
})

function fail(): never {
  throw new Error('no frame')
}
