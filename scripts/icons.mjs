// Renders resources/icons/icon.svg to the PNG that the packages and windows use, through an installed browser.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBrowser } from './lib/ensure-browser.mjs'
import { root } from './lib/root.mjs'

const size = 1024
const folder = join(root, 'resources', 'icons')
const browser = await ensureBrowser()
if (browser === null) throw new Error('No browser to render with.')

const work = mkdtempSync(join(tmpdir(), 'icons-'))
try {
  const page = join(work, 'icon.html')
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8')
  writeFileSync(page, `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  const { status, stderr } = spawnSync(
    browser.executable,
    [
      '--headless',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(work, 'profile')}`,
      '--default-background-color=00000000',
      '--force-device-scale-factor=1',
      '--hide-scrollbars',
      `--window-size=${size},${size}`,
      `--screenshot=${join(folder, 'icon.png')}`,
      pathToFileURL(page).href,
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
} finally {
  rmSync(work, { recursive: true, force: true })
}
