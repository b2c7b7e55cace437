// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useState } from 'react'
import { PageBox } from '@renderer/ui/pdf/PageBox'

let visited: number[] = []

function Pages() {
  const [page, setPage] = useState(3)
  return (
    <>
      <PageBox
        page={page}
        pageCount={23}
        onGo={(to) => {
          visited.push(to)
          setPage(to)
        }}
        onDone={() => screen.getByTestId('pages').focus()}
      />
      <div data-testid="pages" tabIndex={0} />
    </>
  )
}

const box = () => screen.getByRole<HTMLInputElement>('textbox')

beforeEach(() => {
  visited = []
  render(<Pages />)
})
afterEach(cleanup)

describe('the box of the page number', () => {
  it('goes nowhere while one types, and gives the keyboard back to the page with Enter', async () => {
    await userEvent.click(box())
    await userEvent.keyboard('{Control>}a{/Control}17')
    expect(visited).toEqual([])
    await userEvent.keyboard('{Enter}')
    expect(visited).toEqual([17])
    expect(document.activeElement).toBe(screen.getByTestId('pages'))
    await userEvent.keyboard('2')
    expect(box().value).toBe('17')
  })

  it('takes digits alone, full-width ones too, and no page beyond the last', () => {
    box().focus()
    fireEvent.change(box(), { target: { value: '第１２页' } })
    expect(box().value).toBe('12')
    fireEvent.change(box(), { target: { value: '９９９' } })
    fireEvent.keyDown(box(), { key: 'Enter' })
    expect(visited).toEqual([23])
  })

  it('is left as it was by Escape, by leaving it, and by nothing', async () => {
    await userEvent.click(box())
    await userEvent.keyboard('9{Escape}')
    expect(box().value).toBe('3')
    await userEvent.click(box())
    await userEvent.keyboard('9')
    await userEvent.tab()
    expect(box().value).toBe('3')
    fireEvent.change(box(), { target: { value: '' } })
    fireEvent.keyDown(box(), { key: 'Enter' })
    expect(visited).toEqual([])
  })

  it('never acts on a key of an input method', () => {
    fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 })
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true })
    expect(visited).toEqual([])
  })
})
