// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { readWords } from '@renderer/platform/language-words'
import { DayInput } from '@renderer/ui/DayInput'
import { NumberInput } from '@renderer/ui/NumberInput'

afterEach(cleanup)

const number = (value: number | null) => (
  <NumberInput label="几人" value={value} min={1} max={9} onChange={() => undefined} />
)
const day = (value: string | null) => <DayInput label="日期" value={value} onChange={() => undefined} />

describe('a field that nobody filled', () => {
  it.each([
    ['a day that is not known', day(null)],
    ['a day that is empty', day('')],
    ['a number that is not known', number(null)],
  ])('says of %s that nothing is wrong', async (_, field) => {
    await readWords('zh-CN')
    render(field)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it.each([
    ['a day that is none', day('2026-13-40')],
    ['a number that is none', number(Number.NaN)],
  ])('says of %s that it is wrong', async (_, field) => {
    await readWords('zh-CN')
    render(field)
    expect(screen.getByRole('alert').textContent).not.toBe('')
  })

  it('says so of a number once something was typed that is none', async () => {
    await readWords('zh-CN')
    render(number(null))
    fireEvent.change(screen.getByLabelText('几人'), { target: { value: 'x' } })
    expect(screen.queryByRole('alert')).not.toBeNull()
  })
})
