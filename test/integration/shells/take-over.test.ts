import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hostError, HostFailure } from '@host/lib/failure'
import type { Host } from '@host/host'
import { locales } from '@shared/messages/languages'
import { createTranslator } from '@shared/messages/translate'
import { askToTakeOver } from '../../../electron/browser-shell/ask-to-take-over'
import { readOptions } from '../../../electron/browser-shell/options'
import { openHostAsking } from '../../../electron/shell/open-host-asking'

const held = hostError('profile.held', {
  path: '/示例/工作目录',
  number: 7,
  computer: '办公室<b>',
  user: 'wang',
  since: '2026-11-20 09:00',
  renewedAt: '2026-11-20 17:30',
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '联审 接管-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Stands in for a browser: reads the page it is given, keeps it, and presses a button or closes the window. */
function browser(press: 'yes' | 'no' | 'nothing', token = '') {
  const executable = join(folder, 'chromium')
  const script = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs')
const address = process.argv.find((word) => word.startsWith('--app=')).slice(6)
const page = readFileSync(new URL(address), 'utf8')
writeFileSync(${JSON.stringify(join(folder, 'seen.html'))}, page)
const [, action] = /action="([^"]+)"/.exec(page)
const token = ${JSON.stringify(token)} || /name="token" value="([^"]+)"/.exec(page)[1]
if (${JSON.stringify(press)} === 'nothing') process.exit(0)
const body = new URLSearchParams({ token, answer: ${JSON.stringify(press)} })
fetch(action, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }).then((r) => {
  if (r.status !== 200) process.exit(0)
  setInterval(() => undefined, 1000)
})
`
  writeFileSync(executable, script, { mode: 0o755 })
  return { name: 'Chromium', executable, foundBy: 'CHROME' } as const
}

const translators = locales.map((lang) => ({ lang, t: createTranslator(lang) }))
const ask = (...how: Parameters<typeof browser>) =>
  askToTakeOver(held, { browser: browser(...how), folder: join(folder, 'question'), translators })

describe('the question whether to take a profile over', () => {
  it('is asked in both languages with who has it and since when, and answered by a button', async () => {
    expect(await ask('yes')).toBe(true)
    const page = readFileSync(join(folder, 'seen.html'), 'utf8')
    for (const word of [
      '办公室&#60;b&#62;',
      'wang',
      '2026-11-20 09:00',
      '2026-11-20 17:30',
      '接管',
      'take over',
      '/示例/工作目录',
    ]) {
      expect(page).toContain(word)
    }
    expect(page).not.toMatch(/\{\{|<b>/u)
    expect(existsSync(join(folder, 'question'))).toBe(false)
    expect(await ask('no')).toBe(false)
  })

  it('is answered with no by closing its window, and by nobody who does not know its page', async () => {
    expect(await ask('nothing')).toBe(false)
    expect(await ask('yes', 'guessed')).toBe(false)
  })

  it('allows the taking of the very lock that was told, and is asked again if another came between', async () => {
    const tries: unknown[] = []
    const asked: unknown[] = []
    const open = async ({ lock }: { lock?: { takeOver?: unknown } }) => {
      tries.push(lock?.takeOver)
      if (tries.length < 3) throw new HostFailure({ ...held, params: { ...held.params, number: 6 + tries.length } })
      return 'host' as unknown as Host
    }
    const options = {} as Parameters<typeof openHostAsking>[0]
    const answer = async (error: unknown) => {
      asked.push(error)
      return true
    }
    expect(await openHostAsking(options, null, answer, open as never)).toBe('host')
    expect(tries).toEqual([null, 7, 8])
    expect(asked).toHaveLength(2)
  })

  it('is not asked of who said it on the command line, nor about a profile that is surely open', async () => {
    expect(readOptions(['--take-over']).takesOver).toBe(true)
    expect(readOptions([]).takesOver).toBe(false)
    const refuse = () => Promise.reject(new HostFailure(hostError('profile.in-use', { path: '/示例' })))
    const never = () => Promise.reject(new Error('asked'))
    const options = {} as Parameters<typeof openHostAsking>[0]
    await expect(openHostAsking(options, 'any', never, refuse)).rejects.toMatchObject({
      error: { code: 'profile.in-use' },
    })
  })
})
