/**
 * Every signed PDF of the corpus with our verdict beside those of pdfsig, OpenSSL and PDFium, into
 * docs/signature-attacks.md. Ends with 1 when a verdict is not as expected. Run by scripts/signature-attacks.mjs.
 */
import { writeFileSync } from 'node:fs'
import { judgePdf } from '@shared/publishing/signing/judge-pdf'
import { readPdfFacts } from '@shared/publishing/signing/pdf-facts'
import { hasTool } from '../../helpers/tools'
import { pdfSignatureCorpus } from './corpus'
import { createPaperWorld } from './paper-world'
import { differentPages, inFolder, judgeByOpenssl, judgeByPdfsig, signedPlaces } from './second-judges'

const path = 'docs/signature-attacks.md'
const missing = ['pdfsig', 'openssl'].filter((name) => !hasTool(name))
if (missing.length > 0) {
  console.error(`not installed: ${missing.join(', ')}`)
  process.exit(2)
}

const world = await createPaperWorld()
let faulty = 0
const families = [...new Set(pdfSignatureCorpus.map(({ family }) => family))]
const rows = new Map<string, string[]>(families.map((family) => [family, []]))
await inFolder(async (folder) => {
  for (const attack of pdfSignatureCorpus) {
    const bytes = await attack.make(world)
    const facts = await readPdfFacts(bytes)
    const { verdict, problems } = judgePdf(facts)
    if (verdict !== attack.expected) {
      faulty += 1
      console.error(`${attack.family}: ${attack.name}: ${verdict}, expected ${attack.expected}`)
    }
    const start = facts.own?.revisions[0]?.end
    const drawn = start === undefined ? null : await differentPages(bytes.slice(0, start), bytes, signedPlaces(facts))
    const pages = drawn === null ? '-' : drawn.length === 0 ? 'same' : `other: ${drawn.join(', ')}`
    const codes = [...new Set(problems.map(({ code }) => code))].join(', ')
    const cells = [
      attack.name,
      verdict,
      codes,
      judgeByPdfsig(folder, bytes),
      judgeByOpenssl(folder, bytes, facts),
      pages,
    ]
    rows.get(attack.family)?.push(`| ${cells.join(' | ')} |`)
  }
})

const head =
  '| What was done | Verdict here | Told | pdfsig | openssl | Pages by PDFium |\n| --- | --- | --- | --- | --- | --- |'
const parts = families.map((family) => `## ${family}\n\n${head}\n${(rows.get(family) ?? []).join('\n')}\n`)
const text = [
  '# Attacks on signed PDFs\n',
  `${pdfSignatureCorpus.length} files in ${families.length} families, made anew by a generator (\`test/hostile/pdf-signatures\`) with keys of the`,
  'run. This table is written by `npm run signature-attacks`; the same files are judged in every test run',
  '(`test/integration/publishing/signature-attacks.test.ts`), where each check of the verifier is left out once as well.\n',
  'Verdict: `intact` is a paper of this product with nothing in it but what its signatures cover; `other-form` is soundly signed',
  'and not of our making; `unchecked` is signed in a way that is not checked here; `damaged` is not to be used. pdfsig (poppler):',
  'whether every signature is valid, and one covers the whole file. openssl: `cms -verify` of each signature over its range, without',
  'any chain of certificates. PDFium: pages that look otherwise than before the first signature, outside of the cells that were signed.',
  'We may be stricter than they, never laxer.\n',
  ...parts,
].join('\n')
writeFileSync(path, text)
console.log(
  `${pdfSignatureCorpus.length} signed PDFs in ${families.length} families, ${faulty} not as expected; ${path}`,
)
process.exitCode = faulty === 0 ? 0 : 1
