/** Files that ask for hours of reading get their verdict all the same; each of these once did not within a minute. */
import { describe, expect, it } from 'vitest'
import { verifyFile } from '@host/verify/verify-file'
import { heavyFiles } from '../../hostile/pdf-signatures/heavy-files'

describe('a file', () => {
  it.each(heavyFiles)('%s has a verdict, and is not intact', { timeout: 30_000 }, async (_name, make) => {
    const report = await verifyFile({ fileName: '示例.pdf', bytes: make() }, null)
    expect(['damaged', 'not-signed', 'unchecked']).toContain(report.verdict)
  })
})
