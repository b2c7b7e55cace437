import { openPdf, type PdfProblem } from '@renderer/ui/pdf/open-pdf'

export type PdfFindings = { readonly pages: number; readonly textLayer: 'present' | 'absent' }

/** Pages looked at for text; a scan has none on any of them. */
const sampledPages = 5

/** Opens a PDF in the worker of pdf.js and says how many pages it has and whether they carry text, or why it does not open. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFindings | PdfProblem> {
  const found = await openPdf({ kind: 'bytes', bytes }).opened
  if (typeof found === 'string') return found
  try {
    const { document } = found
    for (let number = 1; number <= Math.min(sampledPages, document.numPages); number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      if (items.some((item) => 'str' in item && item.str.trim() !== '')) {
        return { pages: document.numPages, textLayer: 'present' }
      }
    }
    return { pages: document.numPages, textLayer: 'absent' }
  } catch {
    return 'broken'
  } finally {
    found.close()
  }
}
