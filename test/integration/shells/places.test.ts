import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrowser } from '../../../electron/browser-shell/find-browser'
import { browserArguments } from '../../../electron/browser-shell/open-browser'
import { readOptions } from '../../../electron/browser-shell/options'
import { readBounds, writeBounds } from '../../../electron/main/window/window-bounds'
import { defaultProfileFolder, portOfProfile, shellDataFolder } from '../../../electron/shell/places'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '联审 位置-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the port of a profile', () => {
  it('is the same at every launch, for the browser keeps its database by it', () => {
    expect(portOfProfile('/home/陈 守玉/档案')).toBe(portOfProfile('/home/陈 守玉/档案'))
    expect(readOptions(['--profile', '/home/陈 守玉/档案']).port).toBe(portOfProfile('/home/陈 守玉/档案'))
  })

  it('differs between profiles and stays below what systems hand out', () => {
    const ports = Array.from({ length: 500 }, (_, index) => portOfProfile(`/档案/${index}`))
    expect(new Set(ports).size).toBeGreaterThan(480)
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(16_384)
    expect(Math.max(...ports)).toBeLessThan(32_768)
  })

  it.each(['abc', '-1', '65536', '1.5'])('is not "%s"', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(port)
  })

  it('comes with no option that nobody knows', () => {
    expect(() => readOptions(['--profil', 'x'])).toThrow()
  })
})

describe('the folders', () => {
  const around = (platform: NodeJS.Platform, env = {}) => ({ platform, env, home: '/home/us' })

  it('follow the habits of each system', () => {
    expect(defaultProfileFolder(around('linux'))).toBe('/home/us/.local/share/lianshen/profile')
    expect(defaultProfileFolder(around('linux', { XDG_DATA_HOME: '/data' }))).toBe('/data/lianshen/profile')
    expect(defaultProfileFolder(around('darwin'))).toContain('Application Support')
    expect(defaultProfileFolder(around('win32', { APPDATA: '/Roaming' }))).toContain('/Roaming')
  })

  it('keep what is a shell’s own out of the profile, apart for each profile and shell', () => {
    const linux = around('linux')
    const places = ['/甲', '/乙'].flatMap((profile) => [
      shellDataFolder('browser', profile, linux),
      shellDataFolder('electron', profile, linux),
    ])
    expect(new Set(places).size).toBe(4)
    for (const place of places) expect(dirname(place)).toBe('/home/us/.cache/lianshen')
  })
})

describe('looking for a browser', () => {
  const program = (name: string) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '#!/bin/sh\n')
    chmodSync(path, 0o755)
    return path
  }

  it('takes the one that CHROME names before any other', () => {
    const named = program('my/google-chrome')
    program('bin/chromium')
    expect(findBrowser({ CHROME: named, PATH: join(folder, 'bin') }, 'linux')).toEqual({
      name: 'Chrome',
      executable: named,
      foundBy: 'CHROME',
    })
  })

  it('takes an installed one before Playwright’s, and of Playwright’s the newest', () => {
    const old = program('ms/chromium-900/chrome-linux/chrome')
    const young = program('ms/chromium-1200/chrome-linux/chrome')
    const none = { PATH: join(folder, 'nothing'), PLAYWRIGHT_BROWSERS_PATH: join(folder, 'ms') }
    const found = findBrowser(none, 'linux')
    // /usr/bin is always looked at: where a browser is installed there, it wins.
    if (found?.foundBy === 'installed') expect(found.executable).toMatch(/^\/(?:usr|snap)\/bin\//u)
    else expect(found?.executable).toBe(young)
    expect(found?.executable).not.toBe(old)
    const installed = program('bin/chromium')
    expect(findBrowser({ ...none, PATH: join(folder, 'bin') }, 'linux')?.executable).toBe(installed)
  })

  it('does not take a file that cannot be run', () => {
    const path = program('broken/chromium')
    chmodSync(path, 0o644)
    expect(findBrowser({ CHROME: path }, 'win32')).toBeNull()
  })
})

describe('opening the browser', () => {
  const window = { address: 'file:///data/open.html', dataFolder: '/data', isRoot: false }

  it('gives it a folder of its own and keeps its sandbox', () => {
    const args = browserArguments(window)
    expect(args).toContain('--app=file:///data/open.html')
    expect(args).toContain('--user-data-dir=/data')
    expect(args).not.toContain('--no-sandbox')
  })

  it('goes without the sandbox for root alone, whom Chromium refuses otherwise', () => {
    expect(browserArguments({ ...window, isRoot: true })).toContain('--no-sandbox')
  })
})

describe('the place of the window', () => {
  const screens = [{ x: 0, y: 0, width: 1366, height: 728 }]
  const file = () => join(folder, 'window.json')

  it('is where it was closed last', () => {
    const bounds = { x: 20, y: 30, width: 1200, height: 710, isMaximized: true }
    writeBounds(file(), bounds)
    expect(readBounds(file(), screens)).toEqual(bounds)
  })

  it.each([
    ['on a screen that is gone', { x: 3000, y: 30, width: 1200, height: 710, isMaximized: false }],
    ['above every screen', { x: 20, y: -900, width: 1200, height: 710, isMaximized: false }],
    ['no place', { x: 'left' }],
  ])('is the default one if it was %s', (_what, noted) => {
    writeFileSync(file(), JSON.stringify(noted))
    expect(readBounds(file(), screens)).toEqual({ width: 1366, height: 768 })
  })

  it('is the default one without a note, or with a torn one', () => {
    expect(readBounds(file(), screens)).toEqual({ width: 1366, height: 768 })
    writeFileSync(file(), '{"x": 1')
    expect(readBounds(file(), screens)).toEqual({ width: 1366, height: 768 })
  })

  it('is never smaller than a desk can be', () => {
    writeBounds(file(), { x: 0, y: 0, width: 200, height: 100, isMaximized: false })
    expect(readBounds(file(), screens)).toMatchObject({ width: 1024, height: 700 })
  })
})
