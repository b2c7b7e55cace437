/** What public tools say of our files. Each is used where it is installed (see .ci/run). */
import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { type Signer } from '@shared/publishing/signing/cms'
import { signDetached } from '@shared/publishing/signing/detached'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { fontSet } from '../../helpers/fonts'
import { notice, opinion } from '../../helpers/publishing-samples'
import { makeSigner } from '../../helpers/signers'
import { hasTool, runTool } from '../../helpers/tools'

const folder = mkdtempSync(join(tmpdir(), 'lianshen-publishing-'))
const at = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let signer: Signer
beforeAll(async () => {
  signer = await makeSigner('王堃', '01ab')
  const fonts = await fontSet()
  const plain = await renderPdf(opinion, fonts)
  const options = { signedAt: '2026-11-20T09:00:00Z', reason: '内部完整性签名' }
  const [place, other] = plain.places
  const once = await signPdf(new Uint8Array(plain.bytes), signer, { ...options, fieldName: 'expert-1', place: place! })
  const second = await makeSigner('李喆', '02cd')
  writeFileSync(at('signed.pdf'), await signPdf(once, second, { ...options, fieldName: 'expert-2', place: other! }))
  writeFileSync(at('plain.pdf'), plain.bytes)
  writeFileSync(at('notice.pdf'), (await renderPdf(notice, fonts)).bytes)
  writeFileSync(at('twin-1b.pdf'), (await renderPdf(opinion, fonts, { conformance: '1B' })).bytes)
  const draft = { ...notice, draft: '征求意见稿' as const }
  writeFileSync(at('twin-1b-draft.pdf'), (await renderPdf(draft, fonts, { conformance: '1B' })).bytes)
  const docx = await renderDocx(opinion)
  writeFileSync(at('opinion.docx'), docx)
  writeFileSync(at('opinion.docx.p7s'), await signDetached(docx, signer, options.signedAt))
  writeFileSync(at('notice.docx'), await renderDocx(notice))
  writeFileSync(at('signer.der'), signer.certificate)
})

describe('PDF', () => {
  test.runIf(hasTool('qpdf'))('qpdf finds no error', () => {
    for (const name of ['plain.pdf', 'notice.pdf', 'signed.pdf']) {
      expect(runTool('qpdf', '--check', at(name)), name).toMatchObject({ status: 0 })
    }
  })

  test.runIf(hasTool('pdfsig'))('pdfsig: both signatures are valid, the last over the whole file', () => {
    const { text } = runTool('pdfsig', at('signed.pdf'))
    expect(text.match(/Signature is Valid/g)).toHaveLength(2)
    expect(text).toContain('ETSI.CAdES.detached')
    expect(text.match(/Total document signed/g)).toHaveLength(1)
    expect(text).toContain('王堃')
  })

  test.runIf(hasTool('pdfsig') && hasTool('certutil'))(
    'pdfsig trusts a certificate that is in its store, and no other',
    () => {
      const store = `sql:${folder}`
      expect(runTool('certutil', '-N', '-d', store, '--empty-password').status).toBe(0)
      expect(runTool('certutil', '-A', '-d', store, '-n', 'desk', '-t', 'CT,C,C', '-i', at('signer.der')).status).toBe(
        0,
      )
      const { text } = runTool('pdfsig', '-nssdir', store, at('signed.pdf'))
      expect(text.match(/Certificate is Trusted/g)).toHaveLength(1)
    },
  )

  const java = '/usr/share/java'
  const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api']
  const classPath = jars.map((name) => `${java}/${name}.jar`)
  test.runIf(hasTool('java') && classPath.every((jar) => existsSync(jar)))(
    'preflight: the 1B twins are valid PDF/A-1b',
    () => {
      for (const name of ['twin-1b.pdf', 'twin-1b-draft.pdf']) {
        const { text } = runTool(
          'java',
          '-cp',
          classPath.join(':'),
          'org.apache.pdfbox.preflight.Validator_A1b',
          at(name),
        )
        expect(text).toContain('is a valid PDF/A-1b file')
      }
    },
  )
})

describe('DOCX', () => {
  test.runIf(hasTool('openssl'))(
    'openssl verifies the .p7s with its CAdES attributes, and refuses another file',
    () => {
      expect(
        runTool('openssl', 'x509', '-inform', 'der', '-in', at('signer.der'), '-out', at('signer.pem')).status,
      ).toBe(0)
      const verify = (content: string) => {
        const files = [
          '-in',
          at('opinion.docx.p7s'),
          '-content',
          at(content),
          '-CAfile',
          at('signer.pem'),
          '-out',
          at('out'),
        ]
        return runTool('openssl', 'cms', '-verify', '-binary', '-cades', '-inform', 'der', '-purpose', 'any', ...files)
      }
      expect(verify('opinion.docx')).toMatchObject({ status: 0 })
      expect(verify('notice.docx').status).not.toBe(0)
    },
  )

  test.runIf(hasTool('soffice') && hasTool('pdftotext'))(
    'LibreOffice opens each, and sets 22 lines of 28 characters and the pages of the PDF, within a line',
    async () => {
      const grid = { ...opinion, blocks: [{ kind: 'paragraph', content: '示'.repeat(28 * 66), align: 'flush' }] }
      writeFileSync(at('grid.docx'), await renderDocx(grid))
      const profile = `-env:UserInstallation=file://${folder}/office`
      const files = ['opinion', 'notice', 'grid'].map((name) => at(`${name}.docx`))
      runTool('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', at('office'), ...files)
      // A form feed ends each page.
      const pages = (name: string) => runTool('pdftotext', '-layout', at(`office/${name}.pdf`), '-').text.split('\f')
      const lines = pages('grid')[0]!
        .split('\n')
        .filter((line) => line.includes('示'))
      expect(Math.abs(lines.length - 22)).toBeLessThanOrEqual(1)
      for (const line of lines) expect(Math.abs(line.trim().length - 28)).toBeLessThanOrEqual(1)
      expect(pages('notice')[0]).toContain('〔2026〕')
      expect(pages('notice').at(-2)).toContain('印发')
      expect(pages('opinion').join('')).toContain('专家签名表')

      const filled = (page: string) => page.split('\n').filter((line) => line.trim() !== '').length
      for (const [name, twin] of [
        ['opinion', 'plain.pdf'],
        ['notice', 'notice.pdf'],
      ] as const) {
        const ours = runTool('pdftotext', '-layout', at(twin), '-').text.split('\f')
        expect(pages(name), name).toHaveLength(ours.length)
        for (const page of [0, 1]) {
          expect(Math.abs(filled(pages(name)[page]!) - filled(ours[page]!)), `${name} ${page}`).toBeLessThanOrEqual(1)
        }
      }
    },
  )
})
