import { cleanup, configure, fireEvent, render, waitFor } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { expect } from 'vitest'
import { Providers } from '@renderer/app/Providers'
import { DeskRoutes } from '@renderer/app/routes'
import { useSession } from '@renderer/data/session'
import { settle, type Walk } from './walk'

configure({ asyncUtilTimeout: 20_000 })

/** One form or page by itself, as soon as what it reads is there. */
export async function show(element: ReactNode, path = '/'): Promise<void> {
  cleanup()
  render(
    <MemoryRouter initialEntries={[path]}>
      <Providers>{element}</Providers>
    </MemoryRouter>,
  )
  await settle(60)
}

/** A part of a form that leaves what is typed to others: it is kept here. */
export function Keeping<T>(props: {
  readonly begin: T
  readonly children: (value: T, change: (part: Partial<T> | ((now: T) => T)) => void) => ReactNode
}) {
  const [value, setValue] = useState(props.begin)
  return props.children(value, (part) => {
    setValue((now) => (typeof part === 'function' ? part(now) : { ...now, ...part }))
  })
}

/** A page of the desk at its own address. */
export async function showAt(path: string): Promise<void> {
  const { profile } = useSession.getState().status!
  if (profile.kind !== 'open') throw new Error('the desk is closed')
  await show(<DeskRoutes desk={profile.desk} />, path)
  await waitFor(() => {
    expect(document.querySelector('h1')).not.toBeNull()
  })
  await settle(40)
}

/** Presses every button whose words say that it opens a form, once. */
export async function openForms(words: RegExp): Promise<void> {
  const isOpener = (button: HTMLButtonElement) =>
    words.test(button.getAttribute('aria-label') ?? button.textContent) && !button.disabled
  await waitFor(() => {
    expect([...document.querySelectorAll('button')].some(isOpener)).toBe(true)
  })
  const buttons = [...document.querySelectorAll('button')].filter(isOpener)
  for (const button of buttons) {
    if (button.isConnected) fireEvent.click(button)
  }
  await settle(40)
}

/** The first answer to everything that is asked by radio, so that what was typed is what is wrong. */
export function answerAll(): void {
  for (const group of document.querySelectorAll('.ant-radio-group')) {
    const [first] = group.querySelectorAll<HTMLInputElement>('input[type=radio]')
    if (first !== undefined && group.querySelector('input:checked') === null) fireEvent.click(first)
  }
}

export const inDialog = (): ParentNode => document.querySelector('[role=dialog]') ?? document.body

/** The form in front of everything else is left as a person leaves it. */
export async function leaveDialog(): Promise<void> {
  for (const close of document.querySelectorAll<HTMLButtonElement>('.ant-modal-close')) fireEvent.click(close)
  await settle()
}

/** At the end of a walk: nothing was wrong, and every form of its list was met. */
export function expectWalked(walk: Walk, forms: readonly string[], namesIn: (file: string) => readonly string[]): void {
  expect(walk.wrong).toEqual([])
  expect(forms.filter((file) => !namesIn(file).some((name) => walk.components.has(name)))).toEqual([])
}
