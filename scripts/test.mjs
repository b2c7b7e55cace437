// Everything that must hold, in order; ends with one line `N passed, N failed`. Names of stages as arguments run these alone.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { findElectron } from './lib/electron-runtime.mjs'
import { ensureBrowser } from './lib/ensure-browser.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { withoutNetwork } from './lib/without-network.mjs'

const reports = join(root, '.cache', 'test-reports')
const bin = (name) => join(root, 'node_modules', '.bin', name)

/** A check that holds or does not: counts as one. */
const check = (name, command, args) => ({
  name,
  work: async () => {
    const { isOk, output } = await run(bin(command), args)
    return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: [], output: isOk ? '' : output }
  },
})

const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/** A run that ended badly without naming a failed test is a failure all the same. */
const settle = ({ passed, failed, skipped }, isOk, output) => ({
  passed,
  failed: failed === 0 && !isOk ? 1 : failed,
  skipped,
  output: failed === 0 && isOk ? '' : output,
})

const vitest = (name, folders, timeZone) => ({
  name,
  work: async () => {
    const file = join(reports, `${name.replaceAll(/\W+/gu, '-')}.json`)
    rmSync(file, { force: true })
    const args = ['run', ...folders, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { isOk, output } = await run(bin('vitest'), args, { env: { TZ: timeZone, NO_COLOR: '1' } })
    const report = readReport(file)
    if (report === null) return { passed: 0, failed: 1, skipped: [], output }
    const skipped = report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => fullName)
    return settle({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, isOk, output)
  },
})

const build = {
  name: 'build',
  work: async () => {
    try {
      await buildIfNeeded({ want: 'all' })
      return { passed: 1, failed: 0, skipped: [], output: '' }
    } catch (error) {
      return { passed: 0, failed: 1, skipped: [], output: `${error.message}\n` }
    }
  },
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/** Why the same specs do not run on Electron here; null if they do. */
function whyNoElectron() {
  if (findElectron() === null) return 'no Electron runtime in node_modules/electron/dist'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'no display'
  return null
}

const endToEnd = {
  name: 'end-to-end',
  work: async () => {
    const browser = await ensureBrowser()
    if (browser === null) {
      const output =
        '没有可用的浏览器：请安装 Chromium、Chrome 或 Edge，或用环境变量 CHROME 指明。\n' +
        'No browser: install Chromium, Chrome or Edge, or name one in the environment variable CHROME.\n'
      return { passed: 0, failed: 1, skipped: [], output }
    }
    console.log(`  browser: ${browser.executable}`)
    const file = join(reports, 'end-to-end.json')
    rmSync(file, { force: true })
    const { prefix, reason } = withoutNetwork()
    console.log(`  network: ${reason === null ? 'loopback alone' : `as it is (${reason})`}`)
    const [command, ...args] = [...(prefix ?? []), bin('playwright'), 'test', '--reporter=list,json']
    const { isOk, output } = await run(command, args, {
      env: {
        CHROME: browser.executable,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
        NO_COLOR: '1',
        FORCE_COLOR: undefined,
        LIANSHEN_WHY_NETWORK: reason ?? '',
      },
      isLoud: true,
    })
    const report = readReport(file)
    if (report === null) return { passed: 0, failed: 1, skipped: [], output: '' }
    const { expected, unexpected, flaky } = report.stats
    const skipped = report.suites
      .flatMap(specsOf)
      .filter(({ tests }) => tests.every(({ status }) => status === 'skipped'))
      .map(({ title }) => title)
    const why = whyNoElectron()
    if (reason !== null) skipped.push(`the end-to-end specs without any network (${reason})`)
    if (why !== null) skipped.push(`the end-to-end specs on Electron (${why})`)
    // A test that passes at the second try has failed once.
    return settle({ passed: expected, failed: unexpected + flaky, skipped }, isOk, '')
  },
}

const unitFolders = ['test/unit', 'tools']

const stages = [
  check('types', 'tsc', ['--build']),
  check('lint', 'eslint', ['.', '--max-warnings', '0']),
  check('format', 'prettier', ['--check', '.', '--log-level', 'warn']),
  check('import-rules', 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    'electron',
    'renderer',
    'shared',
    'test',
    'scripts',
    'tools',
  ]),
  check('dead-code', 'knip', []),
  vitest('unit (Asia/Shanghai)', unitFolders, 'Asia/Shanghai'),
  vitest('unit (America/New_York)', unitFolders, 'America/New_York'),
  vitest('unit (Pacific/Kiritimati)', unitFolders, 'Pacific/Kiritimati'),
  vitest('component', ['test/component'], 'Asia/Shanghai'),
  vitest('architecture', ['test/architecture'], 'Asia/Shanghai'),
  // The command line and the shells are tested as they are built.
  build,
  vitest('integration', ['test/integration'], 'Asia/Shanghai'),
  endToEnd,
]

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? stages : stages.filter(({ name }) => wanted.some((word) => name.startsWith(word)))
if (chosen.length === 0) {
  console.error(`Stages: ${stages.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0, skipped: [] }
for (const { name, work } of chosen) {
  const startedAt = performance.now()
  console.log(`▸ ${name}`)
  const { passed, failed, skipped, output } = await work()
  if (output !== '') console.log(output)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${failed === 0 ? '✔' : '✘'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
  for (const title of skipped) console.log(`  not run: ${title}`)
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped)
}
if (total.skipped.length > 0) console.log(`not run: ${total.skipped.length}, named above`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
