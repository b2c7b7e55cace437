// Every attack on signed PDFs with the verdicts of this product, pdfsig, OpenSSL and PDFium, into
// docs/signature-attacks.md: npm run signature-attacks
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { runTsx } from './lib/run-tsx.mjs'

const status = runTsx('test/hostile/pdf-signatures/write-table.ts')
if (status === 0) {
  const prettier = createRequire(import.meta.url).resolve('prettier/bin/prettier.cjs')
  spawnSync(process.execPath, [prettier, '--write', 'docs/signature-attacks.md'], { stdio: 'inherit' })
}
process.exit(status)
