import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files'

const code = [...sourceFiles('electron'), ...sourceFiles('renderer'), ...sourceFiles('shared')]

/** Names that are a status and nothing else; other names of statuses are those of verdicts, roles and papers, too. */
const onlyStatuses =
  /'(?:filing-refused|pilot-applied|division-review|division-rejected|panel-review|panel-rejected|awaiting-consultation|in-batch|piloting|expired)'/u

const offenders = (text: string, wrong: RegExp): readonly string[] =>
  text.split('\n').filter((line) => wrong.test(line))

describe('what is known of a status', () => {
  it('is put on record by one function alone', () => {
    const writers = code.filter(({ text }) => /type: 'status\.set'/u.test(text)).map(({ path }) => path)
    expect(writers).toEqual(['shared/acts/move-status.ts'])
  })

  it('is asked of the table by screens, host and command line, which keep no list of their own', () => {
    const found = code
      .filter(({ path }) => /^(?:electron|renderer)\//u.test(path))
      .flatMap(({ path, text }) => offenders(text, onlyStatuses).map((line) => `${path}: ${line.trim()}`))
    expect(found).toEqual([])
  })

  it('would be caught where somebody kept a list', () => {
    expect(offenders("const near = new Set(['decided', 'in-batch'])\n", onlyStatuses)).toHaveLength(1)
  })
})
