// @vitest-environment happy-dom
import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Desk } from '@shared/ipc/contract'
import { Providers } from '@renderer/app/Providers'
import { UnlockPage } from '@renderer/features/first-run/UnlockPage'
import { usePreferences } from '@renderer/stores/preference-store'

configure({ asyncUtilTimeout: 20_000 })

afterEach(() => {
  cleanup()
  Reflect.deleteProperty(window, 'bridge')
})

it('unlocking shows how much of an older profile is encrypted, and can be left for the next time', async () => {
  let answerUnlock: (answer: unknown) => void = () => undefined
  const answers: Record<string, () => unknown> = {
    'profile:unlock': () => new Promise((resolve) => (answerUnlock = resolve)),
    'profile:conversion': () => ({ converted: 3, total: 8 }),
    'profile:stop-conversion': () => {
      answerUnlock({ kind: 'failed', error: { code: 'vault.stopped', params: { converted: 4, total: 8 } } })
    },
  }
  Object.assign(window, {
    bridge: { invoke: async (channel: string) => ({ ok: true, value: await answers[channel]?.() }) },
  })
  usePreferences.getState().change({ locale: 'zh-CN', theme: 'light', fontScale: 1 })
  const desk = { name: '示例处室', unit: '示例厅', role: 'division' } as Desk
  const onOpened = vi.fn()
  render(
    <Providers>
      <UnlockPage desk={desk} onOpened={onOpened} />
    </Providers>,
  )
  await userEvent.type(screen.getByLabelText('口令'), '示例口令-2026')
  expect(screen.queryByRole('progressbar')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /打开工作台/u }))
  expect((await screen.findByText(/已处理 3 \/ 8 个附件/u)).textContent).toContain('加密')
  await userEvent.click(screen.getByRole('button', { name: '暂停，下次打开时继续' }))
  expect(await screen.findByText(/已暂停/u)).toBeDefined()
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect(onOpened).not.toHaveBeenCalled()
})
