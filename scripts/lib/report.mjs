import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** Where the runners of tests leave what they counted. */
export const reports = join(root, '.cache', 'test-reports')

export const bin = (name) => join(root, 'node_modules', '.bin', name)

/** What a runner left; null if it died before. */
export const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/** A run that ended badly without naming a failed test is a failure all the same. */
export const settle = ({ passed, failed, skipped }, isOk, output) => ({
  passed,
  failed: failed === 0 && !isOk ? 1 : failed,
  skipped,
  output: failed === 0 && isOk ? '' : output,
})
