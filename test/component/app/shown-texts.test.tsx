// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Refusals } from '@renderer/features/panel-opinion/Refusals'
import { PageHead } from '@renderer/ui/PageHead'
import { shownProps } from '@renderer/ui/jsx/shown'

afterEach(cleanup)

const turned = '合同\u202efdp.exe'
const seen = '合同〚RLO〛fdp.exe'

describe('a text of a record on the screen', () => {
  it('is shown with its unseen characters, in a heading that knows nothing of them', () => {
    render(<PageHead title={turned} note={`第一行\n${turned}`} />)
    expect(screen.getByRole('heading').textContent).toBe(seen)
    expect(document.body.textContent).toContain(`第一行\n${seen}`)
  })

  it('is shown so among the names of a panel, and stays as it was typed in a field', () => {
    const panel = {
      experts: [
        { id: 'expert-1', name: turned },
        { id: 'expert-2', name: '示例乙' },
      ],
    }
    const refusals = [{ expertId: 'expert-1', reason: turned }]
    const changed = vi.fn()
    render(<Refusals panel={panel as never} refusals={refusals as never} onChange={changed} />)
    expect(screen.getByText(seen)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe(turned)
    expect(changed).not.toHaveBeenCalled()
  })
})

describe('what an element is made of', () => {
  it('is the very same where there is nothing to show', () => {
    const props = { title: '合同', children: ['甲', ['乙', 3, null]], options: [{ label: '丙', value: turned }] }
    expect(shownProps(props)).toBe(props)
  })

  it('is changed in what is read alone: children at any depth, names, hints and choices', () => {
    expect(
      shownProps({
        children: ['甲', [turned, 3]],
        'aria-label': turned,
        placeholder: turned,
        value: turned,
        href: turned,
        options: [{ label: turned, value: turned }, turned],
      }),
    ).toEqual({
      children: ['甲', [seen, 3]],
      'aria-label': seen,
      placeholder: seen,
      value: turned,
      href: turned,
      options: [{ label: seen, value: turned }, turned],
    })
  })
})
