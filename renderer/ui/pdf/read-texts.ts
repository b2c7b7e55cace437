import { openPdf } from './open-pdf'
import { noText, readPageText, type PageTexts } from './page-texts'
import { SittingOverError } from './pdf-sitting'
import type { PdfSource } from './pdf-source'

/**
 * Reads the texts of a whole file that are not there yet, in workers of its own, without showing it.
 * A page that takes too long or too much is left out, and the next ones are read.
 * @param onPage is told of every page, how many there are, and answers whether to go on
 */
export async function readTexts(
  source: PdfSource,
  texts: PageTexts,
  isLeftOut: (page: number) => boolean,
  onPage: (page: number, pages: number) => boolean,
): Promise<void> {
  if (whole.has(texts)) return
  for (let page = 1, pages = 1; page <= pages;) {
    const { opened, cancel } = openPdf(source)
    try {
      const sitting = await opened
      if (typeof sitting === 'string') return
      pages = sitting.document.numPages
      for (; page <= pages; page += 1) {
        if (!texts.has(page)) texts.set(page, isLeftOut(page) ? noText : await readPageText(sitting, page))
        if (!onPage(page, pages)) return
      }
    } catch (error) {
      if (error instanceof SittingOverError) return
      texts.set(page, noText)
      page += 1
    } finally {
      cancel()
    }
  }
  whole.add(texts)
}

/** Those of which every page was read. */
const whole = new WeakSet<PageTexts>()
