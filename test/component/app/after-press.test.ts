// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { afterPress } from '@renderer/platform/after-press'

const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('what may push a button away', () => {
  it('happens at once where no button of the pointer is down', () => {
    const done: string[] = []
    afterPress(() => done.push('told'))
    expect(done).toEqual(['told'])
  })

  it.each(['pointerup', 'pointercancel'])(
    'waits for %s while one is, and for the click that belongs to it',
    async (end) => {
      const done: string[] = []
      window.dispatchEvent(new Event('pointerdown'))
      afterPress(() => done.push('told'))
      window.dispatchEvent(new Event(end))
      done.push('click')
      await later()
      expect(done).toEqual(['click', 'told'])
      afterPress(() => done.push('again'))
      expect(done).toEqual(['click', 'told', 'again'])
    },
  )
})
