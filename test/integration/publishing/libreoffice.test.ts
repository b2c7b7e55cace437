/**
 * Every document of the catalogue in LibreOffice, an office that is not ours: pages, lines and characters as in the
 * PDF.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { densityOf } from '@shared/publishing/typeset/compose-pages'
import { fontSet } from '../../helpers/fonts'
import { readLines, type SetLine } from '../../helpers/pdf-text'
import { hasTool, runTool } from '../../helpers/tools'
import { everyDocument, type SampleDocument } from '../../unit/documents/every-document'

type Pages = SetLine[][]

const folder = mkdtempSync(join(tmpdir(), 'lianshen-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function convert(format: string, to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const { status, text } = runTool('soffice', profile, '--headless', '--convert-to', format, '--outdir', to, ...files)
  if (status !== 0) throw new Error(text)
}

/** One of each kind; of the experts' forms, whose long table comes close to the foot of the page, every one. */
const samples: SampleDocument[] = everyDocument().filter(
  ({ kind, name }) => kind === 'personal-opinion' || name.endsWith('-1'),
)

/** Lines of running text: not those of tables, titles and 版记. */
const bodyLines = (pages: Pages): Pages => pages.map((page) => page.filter(({ size }) => Math.abs(size - 16) < 0.6))

/** Width in characters of the grid. */
const characters = ({ text }: SetLine): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe.runIf(hasTool('soffice'))('each document of the catalogue, opened and printed by LibreOffice', () => {
  const ours = new Map<string, Pages>()
  beforeAll(async () => {
    const fonts = await fontSet()
    for (const { name, model } of samples) {
      ours.set(name, await readLines((await renderPdf(model, fonts)).bytes))
      writeFileSync(join(folder, `${name}.docx`), await renderDocx(model, { density: densityOf(model, fonts) }))
    }
    const files = samples.map(({ name }) => join(folder, `${name}.docx`))
    convert('pdf', join(folder, 'printed'), files)
    // LibreOffice 7 cannot read that a document wants no gaps between hanzi and digits: the same without them.
    convert('fodt', join(folder, 'flat'), files)
    mkdirSync(join(folder, 'plain'))
    const flat = samples.map(({ name }) => join(folder, 'flat', `${name}.fodt`))
    for (const file of flat) {
      const xml = readFileSync(file, 'utf8')
      writeFileSync(file, xml.replaceAll('text-autospace="ideograph-alpha"', 'text-autospace="none"'))
    }
    convert('pdf', join(folder, 'plain'), flat)
  }, 180_000)

  const printed = (where: 'printed' | 'plain', name: string): Promise<Pages> =>
    readLines(readFileSync(join(folder, where, `${name}.pdf`)))

  test.each(samples.map(({ name }) => name))('%s has the pages of its PDF', async (name) => {
    expect(await printed('printed', name)).toHaveLength(ours.get(name)!.length)
  })

  test.each(samples.map(({ name }) => name))(
    '%s: lines to a page and characters to a line, within one',
    async (name) => {
      const here = bodyLines(ours.get(name)!)
      const there = bodyLines(await printed('plain', name))
      expect(there).toHaveLength(here.length)
      for (const [index, page] of here.entries()) {
        const other = there[index]!
        expect(Math.abs(other.length - page.length), `lines on page ${index + 1}`).toBeLessThanOrEqual(1)
        // On the average of full lines: a pair of marks that may not begin or end a line makes single ones differ by
        // two.
        const [mine, theirs] = [page, other].map((lines) => lines.map(characters).filter((width) => width >= 25))
        if (mine!.length >= 3) expect(Math.abs(mean(mine!) - mean(theirs!))).toBeLessThanOrEqual(1)
      }
      expect(here.flat().length).toBeGreaterThan(0)
    },
  )
})
