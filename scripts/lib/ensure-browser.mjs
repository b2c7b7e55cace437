import { existsSync } from 'node:fs'
import { tsImport } from 'tsx/esm/api'
import { run } from './run.mjs'

const { findBrowser } = await tsImport('../../electron/browser-shell/find-browser.ts', import.meta.url)

/** Installs Debian's Chromium: only root can, and only where there is apt. */
async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('本机没有浏览器，用 apt-get 安装 chromium… No browser here; installing Debian’s chromium…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (let attempt = 0; attempt < 3 && findBrowser() === null; attempt += 1) {
    await run('apt-get', ['update', '-q'], { env })
    const { isOk, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      env,
    })
    if (!isOk) console.log(output.split('\n').slice(-5).join('\n'))
  }
}

/** A browser for the end-to-end tests: one that is here, or one that root can install; null if there is none. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found !== null) return found
  await installChromium()
  return findBrowser()
}
