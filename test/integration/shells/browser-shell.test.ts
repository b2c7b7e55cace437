import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callDesk, enterDesk, entranceIn, type Entrance } from '../../helpers/enter-desk'

const root = resolve(import.meta.dirname, '../../..')
let folder: string
let children: ChildProcess[]

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-needed'], { stdio: 'pipe' })
}, 120_000)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '联审 外壳-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Started = {
  child: ChildProcess
  said: () => string
  /** Where the code is given, and the code. */
  entrance: Promise<Entrance>
  code: Promise<number | null>
}

function start(script: string, args: readonly string[] = []): Started {
  const child = spawn(
    process.execPath,
    [join(root, script), '--profile', join(folder, '档案 甲'), '--exchange', join(folder, '交换'), ...args],
    { env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), DISPLAY: '', WAYLAND_DISPLAY: '' } },
  )
  children.push(child)
  let said = ''
  const code = once(child, 'exit').then(([value]) => value as number | null)
  const entrance = new Promise<Entrance>((done, reject) => {
    const read = (text: Buffer) => {
      said += text.toString()
      const found = entranceIn(said)
      if (found !== null) done(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    code.then(() => reject(new Error(said)), reject)
  })
  entrance.catch(() => undefined)
  return { child, said: () => said, entrance, code }
}

async function getStatus(entrance: Entrance): Promise<unknown> {
  const { origin } = entrance
  const cookie = await enterDesk(entrance)
  const page = await fetch(`${origin}/`, { headers: { cookie } })
  expect(await page.text()).toContain('<div id="root">')
  return callDesk(origin, cookie, 'app:get-status')
}

describe('the built browser shell', () => {
  it('serves the page and the host behind its one-time code, and ends in order', async () => {
    const shell = start('out/main/browser-shell.js', ['--no-open'])
    const reply = await getStatus(await shell.entrance)
    expect(reply).toMatchObject({
      ok: true,
      value: { shell: 'browser', version: '0.1.0', profile: { kind: 'none' }, nativeDialogs: false },
    })
    shell.child.kill('SIGINT')
    expect(await shell.code).toBe(0)
    expect(shell.said()).toContain('已关闭。')
    expect(existsSync(join(folder, '档案 甲', 'lock'))).toBe(false)
  })

  it('makes a desk whose passphrase costs 64 MiB in three passes to guess', async () => {
    const { origin, token } = await start('out/main/browser-shell.js', ['--no-open']).entrance
    const cookie = await enterDesk({ origin, token })
    const person = { role: 'division', name: '示例处室', unit: '示例单位', passphrase: '示例口令-2026' }
    expect(await callDesk(origin, cookie, 'profile:create', person)).toMatchObject({ ok: true })
    const { slots } = JSON.parse(readFileSync(join(folder, '档案 甲', 'keys.json'), 'utf8')) as { slots: unknown[] }
    expect(slots).toContainEqual(
      expect.objectContaining({ kind: 'passphrase', memoryKiB: 65_536, iterations: 3, parallelism: 1 }),
    )
  })

  it('keeps the port of its profile over a restart', async () => {
    const first = start('out/main/browser-shell.js', ['--no-open'])
    const { port } = new URL((await first.entrance).origin)
    first.child.kill('SIGTERM')
    await first.code
    const second = start('out/main/browser-shell.js', ['--no-open'])
    expect(new URL((await second.entrance).origin).port).toBe(port)
  })

  it('refuses a profile that is open already in a sentence, not in a stack', async () => {
    const first = start('out/main/browser-shell.js', ['--no-open'])
    await first.entrance
    const second = start('out/main/browser-shell.js', ['--no-open'])
    expect(await second.code).toBe(1)
    expect(second.said()).toMatch(/[\u4e00-\u9fff]/u)
    expect(second.said()).not.toContain('    at ')
    expect(await getStatus(await first.entrance)).toMatchObject({ ok: true })
  })

  it('refuses a port that is taken and says what to do', async () => {
    const first = start('out/main/browser-shell.js', ['--no-open'])
    const { port } = new URL((await first.entrance).origin)
    const second = start('out/main/browser-shell.js', ['--no-open', '--profile', join(folder, '乙'), '--port', port])
    expect(await second.code).toBe(1)
    expect(second.said()).toContain(`端口 ${port} 已被占用`)
    expect(existsSync(join(folder, '乙', 'lock'))).toBe(false)
  })

  it('refuses an option that it does not know', async () => {
    const shell = start('out/main/browser-shell.js', ['--profle', 'x'])
    expect(await shell.code).toBe(1)
    expect(shell.said()).toContain('--profle')
  })
})

describe('npm start', () => {
  it('without a display takes the browser shell, says why in both languages, and prints address and code', async () => {
    const started = start('scripts/start.mjs')
    await started.entrance
    expect(started.said()).toContain('浏览器外壳：没有图形显示')
    expect(started.said()).toContain('Browser shell: there is no display')
    started.child.kill('SIGTERM')
    expect(await started.code).toBe(0)
  })

  it('says at once that Electron cannot be had where it is asked for without a display', async () => {
    const started = start('scripts/start.mjs', ['--shell', 'electron'])
    expect(await started.code).toBe(1)
    expect(started.said()).toContain('--shell browser')
  })

  it('answers a wrong option with the usage', async () => {
    const started = start('scripts/start.mjs', ['--shell', 'netscape'])
    expect(await started.code).toBe(2)
    expect(started.said()).toContain('--profile DIR')
  })
})
