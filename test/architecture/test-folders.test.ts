import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files'

/** Files of a folder of tests whose imports, or those of a helper they import, reach a real host. */
const withHost = (folder: string) =>
  sourceFiles(folder)
    .filter(
      ({ path, text }) => path.includes('.test.') && /from '[^']*(?:desk-fixture|sit-down|batch-desk)'/u.test(text),
    )
    .map(({ path }) => path)

describe('the folders of tests', () => {
  it('call a test by what it starts: no host behind a component', () => {
    expect(withHost('test/component')).toEqual([])
    expect(withHost('test/screens').length).toBeGreaterThan(10)
  })
})
