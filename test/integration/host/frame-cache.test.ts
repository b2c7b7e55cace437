import { expect, it, vi } from 'vitest'
import { FrameCache } from '@host/journal/frame-cache'
import type { RecordEnvelope } from '@shared/records/record'

const recordsOf = (ordinal: number) => [{ id: `${ordinal}` }] as unknown as readonly RecordEnvelope[]

it('a frame that many ask for at once is read once: what an import brought may be large', async () => {
  const read = vi.fn(async (ordinal: number) => recordsOf(ordinal))
  const cache = new FrameCache(read)
  const found = await Promise.all(Array.from({ length: 40 }, () => cache.of(7)))
  expect(read).toHaveBeenCalledTimes(1)
  expect(new Set(found).size).toBe(1)
  await cache.of(8)
  await cache.of(7)
  expect(read).toHaveBeenCalledTimes(3)
})

it('a frame that could not be read is read again by whoever asks next', async () => {
  const read = vi.fn(async (ordinal: number) => recordsOf(ordinal)).mockRejectedValueOnce(new Error('busy'))
  const cache = new FrameCache(read)
  await expect(cache.of(1)).rejects.toThrow('busy')
  expect(await cache.of(1)).toEqual(recordsOf(1))
})

it('a frame that nobody asks for is let go', async () => {
  vi.useFakeTimers()
  try {
    const read = vi.fn(async (ordinal: number) => recordsOf(ordinal))
    const cache = new FrameCache(read)
    await cache.of(1)
    await cache.of(1)
    expect(read).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(6000)
    await cache.of(1)
    expect(read).toHaveBeenCalledTimes(2)
  } finally {
    vi.useRealTimers()
  }
})
