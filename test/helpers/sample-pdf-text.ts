import './newer-javascript'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Text of every page of a PDF, without white space. */
export async function pdfPageTexts(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
    cMapPacked: true,
    verbosity: 0,
  }).promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    texts.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/gu, ''),
    )
  }
  await document.loadingTask.destroy()
  return texts
}
