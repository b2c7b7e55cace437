// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pageLimit, sitDown, SittingOverError, StoppedError } from '@renderer/ui/pdf/pdf-sitting'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () => {
  const end = vi.fn()
  return { end, sitting: sitDown(Object.create(null) as PDFDocumentProxy, end) }
}
const forever = () => new Promise<never>(() => undefined)
const outcome = (work: Promise<unknown>) => work.catch((error: unknown) => error)

describe('work on a document', () => {
  it('is done one after another, so that it is known which page holds the worker', async () => {
    const { sitting } = open()
    const steps: string[] = []
    const step = (name: string) => async () => {
      steps.push(`${name} begins`)
      await Promise.resolve()
      steps.push(`${name} ends`)
    }
    await Promise.all([sitting.run(step('a')), sitting.run(step('b'))])
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('that never ends is stopped after the time of a page, its worker ended, and all that waits with it', async () => {
    const { sitting, end } = open()
    const first = outcome(sitting.run(forever))
    const second = outcome(sitting.run(async () => 1))
    await vi.advanceTimersByTimeAsync(pageLimit - 500)
    expect(end).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1000)
    expect(await first).toEqual(new StoppedError('slow'))
    expect(await second).toBeInstanceOf(SittingOverError)
    expect(end).toHaveBeenCalledOnce()
  })

  it('that takes too much memory is stopped at once', async () => {
    const { sitting, end } = open()
    const work = outcome(sitting.run(forever))
    await vi.advanceTimersByTimeAsync(0)
    sitting.stop('heavy')
    expect(await work).toMatchObject({ name: 'StoppedError', reason: 'heavy' })
    expect(end).toHaveBeenCalledOnce()
  })

  it('that fails by itself costs nobody the worker', async () => {
    const { sitting, end } = open()
    expect(await outcome(sitting.run(() => Promise.reject(new Error('broken page'))))).toEqual(new Error('broken page'))
    expect(await sitting.run(async () => 2)).toBe(2)
    expect(end).not.toHaveBeenCalled()
  })

  it('is over when the file is left, also in the middle', async () => {
    const { sitting, end } = open()
    const work = outcome(sitting.run(forever))
    await vi.advanceTimersByTimeAsync(0)
    sitting.close()
    sitting.close()
    expect(await work).toBeInstanceOf(SittingOverError)
    expect(end).toHaveBeenCalledOnce()
  })
})
