// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useState } from 'react'
import type { JudgementVerdict } from '@shared/domain/judgement'
import { useReviewKeys } from '@renderer/features/review/use-review-keys'
import { VerdictKeys } from '@renderer/features/review/VerdictKeys'

const acts: string[] = []

/** The answers and a reason beside them, with the keys of the review; nothing else of the screen. */
function Judging() {
  const [verdict, setVerdict] = useState<JudgementVerdict | null>(null)
  const [reason, setReason] = useState('')
  useReviewKeys({
    onVerdict: setVerdict,
    onMove: (by) => acts.push(`move ${by}`),
    onPin: () => acts.push('pin'),
    onPage: () => acts.push('page'),
    onSearch: () => acts.push('search'),
    onSearchAll: () => acts.push('search all'),
    onStep: (by) => acts.push(`step ${by}`),
    onMaterials: () => acts.push('materials'),
    onSplit: () => acts.push('split'),
    onMark: (kind) => acts.push(`mark ${kind}`),
    onMarks: () => acts.push('marks'),
    onDraw: () => acts.push('draw'),
    onOpenPin: () => acts.push('open pin'),
    onFact: (by) => acts.push(`fact ${by}`),
    onUndo: () => acts.push('undo'),
    onRedo: () => acts.push('redo'),
  })
  return (
    <>
      <VerdictKeys label="联盟协议" value={verdict} onChange={setVerdict} />
      <div className="review-judging">
        <textarea aria-label="理由" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <input aria-label="页码" />
    </>
  )
}

const chosen = () => screen.queryAllByRole('radio', { checked: true }).map((radio) => radio.textContent)

beforeEach(() => {
  acts.length = 0
  render(<Judging />)
})
afterEach(cleanup)

describe('the keys of the review', () => {
  it('judge nothing beforehand', () => {
    expect(chosen()).toEqual([])
  })

  it.each([
    ['1', '1符合'],
    ['2', '2基本符合'],
    ['3', '3不符合'],
    ['4', '4材料不足以判断'],
  ])('%s gives its verdict', async (key, words) => {
    await userEvent.keyboard(key)
    expect(chosen()).toEqual([words])
  })

  it('leave digits to the text while one types a reason or a page number', async () => {
    for (const field of ['理由', '页码']) {
      await userEvent.click(screen.getByLabelText(field))
      await userEvent.keyboard('1234')
    }
    expect(chosen()).toEqual([])
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('1234')
  })

  it('never act while an input method composes, by either sign of it', () => {
    for (const sign of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const target of [document.body, screen.getByLabelText('理由')]) {
        fireEvent.keyDown(target, { key: '1', ...sign })
        fireEvent.keyDown(target, { key: 'Enter', ctrlKey: true, ...sign })
        fireEvent.keyDown(target, { key: 'p', code: 'KeyP', altKey: true, ...sign })
      }
    }
    expect(chosen()).toEqual([])
    expect(acts).toEqual([])
  })

  it('save and go on with Ctrl+Enter, move with Alt and arrows, also out of a text', async () => {
    await userEvent.click(screen.getByLabelText('理由'))
    await userEvent.keyboard('{Control>}{Enter}{/Control}{Alt>}{ArrowDown}{ArrowUp}{/Alt}')
    expect(acts).toEqual(['move 1', 'move 1', 'move -1'])
  })

  it('go back and forward between places with Alt and the arrows of a browser, out of a text as well', async () => {
    await userEvent.click(screen.getByLabelText('理由'))
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft', altKey: true })
    fireEvent.keyDown(document.body, { key: 'ArrowRight', altKey: true })
    expect(acts).toEqual(['step -1', 'step 1'])
  })

  it('search the file, and with Shift the dossier, from any field', () => {
    for (const field of [screen.getByLabelText('理由'), screen.getByLabelText('页码'), document.body]) {
      fireEvent.keyDown(field, { key: 'f', ctrlKey: true })
      fireEvent.keyDown(field, { key: 'F', ctrlKey: true, shiftKey: true })
    }
    expect(acts).toEqual(['search', 'search all', 'search', 'search all', 'search', 'search all'])
  })

  it('take a full-width digit for the same answer', () => {
    fireEvent.keyDown(document.body, { key: '２' })
    expect(chosen()).toEqual(['2基本符合'])
  })

  it('do nothing on a bare Enter', async () => {
    await userEvent.keyboard('{Enter}')
    expect(acts).toEqual([])
  })

  it('mark with Alt and a digit, which judges nothing', () => {
    for (const digit of ['1', '2', '3', '4']) {
      fireEvent.keyDown(document.body, { key: digit, code: `Digit${digit}`, altKey: true })
    }
    fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', altKey: true })
    fireEvent.keyDown(document.body, { key: 'o', code: 'KeyO', altKey: true })
    expect(acts).toEqual(['mark point', 'mark doubt', 'mark contradiction', 'marks', 'open pin'])
    expect(chosen()).toEqual([])
  })

  it('take the verdict away with 0, and not while one types', async () => {
    await userEvent.keyboard('30')
    expect(chosen()).toEqual([])
    await userEvent.keyboard('3')
    await userEvent.click(screen.getByLabelText('理由'))
    await userEvent.keyboard('0')
    expect(chosen()).toEqual(['3不符合'])
  })

  it('take back and do again outside of a text', () => {
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
    fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true })
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, isComposing: true })
    expect(acts).toEqual(['undo', 'redo', 'redo'])
  })

  it('leave a text its own steps, and take back the dossier where the text has none', async () => {
    const reason = screen.getByLabelText('理由')
    fireEvent.keyDown(reason, { key: 'z', ctrlKey: true })
    fireEvent(reason, new InputEvent('input', { inputType: 'historyUndo', bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve))
    expect(acts).toEqual([])
    fireEvent.keyDown(reason, { key: 'z', ctrlKey: true })
    fireEvent.keyDown(screen.getByLabelText('页码'), { key: 'z', ctrlKey: true })
    await new Promise((resolve) => setTimeout(resolve))
    expect(acts).toEqual(['undo'])
  })

  it('go from answer to answer with the arrows, one of them in the way of Tab', async () => {
    expect(screen.getAllByRole('radio').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1])
    screen.getAllByRole('radio')[0]?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(chosen()).toEqual(['2基本符合'])
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(chosen()).toEqual(['4材料不足以判断'])
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown', keyCode: 229 })
    expect(chosen()).toEqual(['4材料不足以判断'])
  })

  it('pin with Alt+P and go to the page with F6', () => {
    fireEvent.keyDown(document.body, { key: 'π', code: 'KeyP', altKey: true })
    fireEvent.keyDown(document.body, { key: 'F6' })
    expect(acts).toEqual(['pin', 'page'])
  })
})
