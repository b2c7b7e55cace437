import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { endToEnd } from './end-to-end.mjs'
import { lintCache } from './lint-cache.mjs'
import { root } from './root.mjs'
import { bin, readReport, reports, settle } from './report.mjs'
import { run } from './run.mjs'

export { reports }

/** A check that holds or does not: counts as one. `args` may ask for what other stages gave. */
const check = (name, command, args, more = {}) => ({
  name,
  cores: 1,
  ...more,
  work: async (given) => {
    const { isOk, output } = await run(command, typeof args === 'function' ? args(given) : args)
    return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: [], output: isOk ? '' : output }
  },
})

/** Where calendars are kept and most people sit; test/unit/calendar/zones.test.ts asks the others. */
const timeZone = 'Asia/Shanghai'

const vitest = (name, folders, cores) => ({
  name,
  cores,
  work: async () => {
    const file = join(reports, `${name}.json`)
    rmSync(file, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const args = ['run', ...folders, `--maxWorkers=${cores}`, ...reporters]
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

const lint = ({ results }) => [
  ...['.', '--max-warnings', '0'],
  // What was found before holds while the types do, and only a whole check says that they do.
  ...(results.get('types')?.failed === 0
    ? ['--cache', '--cache-strategy', 'content', '--cache-location', lintCache()]
    : []),
]
/** The native compiler; the one in JavaScript is there for the linter, which asks it for types. */
const typeChecker = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc')

const formatCache = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier']
const folders = ['electron', 'renderer', 'shared', 'test', 'scripts', 'tools']

/**
 * In the order in which they begin: first what keeps one core busy, the longest chain before all; then what keeps both.
 */
export const stages = [
  check('types', process.execPath, [typeChecker, '--build']),
  check('lint', bin('eslint'), lint, { after: ['types'] }),
  // The command line and the shells are tested as they are built.
  check('build', process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-needed']),
  check('format', bin('prettier'), ['--check', '.', '--log-level', 'warn', ...formatCache]),
  check('import-rules', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', ...folders]),
  check('dead-code', bin('knip'), []),
  vitest('unit', ['test/unit', 'tools'], 1),
  vitest('architecture', ['test/architecture'], 1),
  vitest('component', ['test/component'], 1),
  vitest('screens', ['test/screens'], 2),
  { ...vitest('integration', ['test/integration'], 2), after: ['build'] },
  { ...endToEnd, after: ['build'] },
]
