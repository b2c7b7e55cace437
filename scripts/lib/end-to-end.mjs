import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from './electron-runtime.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { bin, readReport, reports, settle } from './report.mjs'
import { run } from './run.mjs'
import { withoutNetwork } from './without-network.mjs'

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

/** Why the same specs do not run on Electron here; null if they do. */
function whyNoElectron() {
  if (findElectron() === null) return 'no Electron runtime in node_modules/electron/dist'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'no display'
  return null
}

/** The specs of test/e2e, on a computer that has no network. */
export const endToEnd = {
  name: 'end-to-end',
  cores: 2,
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
