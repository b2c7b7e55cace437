// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { Collapse, Table, Tabs, type TableProps } from 'antd'
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

type Line = { readonly name: string; readonly units: readonly string[] }

describe('a text of a record in a list from which the kit makes its own elements', () => {
  it('is shown in the cells of a table, by a column’s name of a field or by its words', () => {
    const columns: TableProps<Line>['columns'] = [
      { title: turned, dataIndex: 'name' },
      { title: '单位', render: (_, { units }) => units.join('、') },
    ]
    const lines: Line[] = [{ name: turned, units: [turned, '示例'] }]
    render(<Table<Line> {...shownProps({ rowKey: 'name', dataSource: lines, columns })} />)
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([seen, '单位'])
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([seen, `${seen}、示例`])
  })

  it('is shown in the names and contents of tabs and folds', () => {
    const items = [{ key: 'a', label: turned, extra: turned, children: turned }]
    render(
      <>
        <Tabs {...shownProps({ items })} />
        <Collapse {...shownProps({ defaultActiveKey: 'a', items })} />
      </>,
    )
    expect(document.body.textContent).not.toContain(turned)
    expect(document.body.textContent.split(seen)).toHaveLength(6)
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
