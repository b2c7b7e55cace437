import { pageTextOf, type PageText } from './page-text'
import type { PdfSitting } from './pdf-sitting'

/** The texts of pages (from 1) that were read of a file; who keeps one lets each page be read once. */
export type PageTexts = Map<number, PageText>

export const noText: PageText = pageTextOf([])

/** Reads the text of a page. @throws StoppedError, SittingOverError, or what is wrong with the page */
export const readPageText = ({ document, run }: PdfSitting, number: number): Promise<PageText> =>
  run(async () => {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    return pageTextOf(items.flatMap((item) => ('str' in item ? [item.str] : [])))
  })
