// What survives kills, power cuts, full disks and damage:
// npm run durability [-- --only kill,abort,…,browser,rebuild,work,typing] [--seed N]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { buildBrowserDurability, buildDurability } from './lib/build-into.mjs'
import { ensureBrowser } from './lib/ensure-browser.mjs'
import { root } from './lib/root.mjs'

/** By what they need: the host alone, or a browser as well. */
const ofHost = ['kill', 'abort', 'full', 'tmpfs', 'damage']
const ofBrowser = ['browser', 'rebuild', 'work', 'typing']

const args = process.argv.slice(2)
const take = (name) => {
  const at = args.indexOf(name)
  return at < 0 ? null : args.splice(at, 2)[1]
}
// A sample belongs to the tests, which take that of the browser in their own way.
const all = args.includes('--sample') ? ofHost : [...ofHost, ...ofBrowser]
const wanted = take('--only')?.split(',') ?? all
const unknown = wanted.find((name) => !ofHost.includes(name) && !ofBrowser.includes(name))
if (unknown !== undefined) {
  console.error(`unknown matrix "${unknown}"; there are: ${[...ofHost, ...ofBrowser].join(', ')}`)
  process.exit(2)
}
const json = take('--json')
const reports = []
const folder = mkdtempSync(join(tmpdir(), 'durability-reports-'))

/** Runs what is wanted of the matrices of one harness; answers its exit code. */
async function run(names, built, env = {}) {
  const only = wanted.filter((name) => names.includes(name))
  if (only.length === 0) return 0
  const file = join(folder, `${names[0]}.json`)
  const main = join(await built(), 'main.js')
  const { status } = spawnSync(process.execPath, [main, ...args, '--only', only.join(','), '--json', file], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  if (existsSync(file)) reports.push(...JSON.parse(readFileSync(file, 'utf8')))
  return status ?? 1
}

try {
  const host = await run(ofHost, buildDurability)
  let browser = 0
  if (wanted.some((name) => ofBrowser.includes(name))) {
    await buildIfNeeded({ want: 'all', say: () => console.error('building…') })
    const found = await ensureBrowser()
    if (found === null) throw new Error('No browser: install Chromium, Chrome or Edge, or name one in CHROME.')
    browser = await run(ofBrowser, buildBrowserDurability, { CHROME: found.executable })
  }
  if (json !== null) writeFileSync(json, JSON.stringify(reports))
  process.exitCode = Math.max(host, browser)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
