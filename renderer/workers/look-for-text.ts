import type { HugePage } from '@shared/inspection/huge-pages'
import { openPdf, type PdfProblem } from '@renderer/ui/pdf/open-pdf'
import { StoppedError, type PdfSitting } from '@renderer/ui/pdf/pdf-sitting'

export type PdfFindings = { readonly pages: number; readonly textLayer: 'present' | 'absent' | 'unknown' }

/** Pages looked at for text; a scan has none on any of them. */
const sampledPages = 5

/**
 * Opens a PDF in a worker of its own and says how many pages it has and whether they carry text, or why it does not
 * open. A page that is too large to be drawn is no reason: it is not looked at, and neither is the rest behind one that
 * had to be stopped.
 */
export async function lookForText(
  bytes: Uint8Array,
  hugePages: readonly HugePage[],
): Promise<PdfFindings | PdfProblem> {
  const sitting = await openPdf({ kind: 'bytes', bytes }).opened
  // The bytes are at hand: what keeps a file closed is the file.
  if (typeof sitting === 'string') return sitting === 'unreadable' ? 'broken' : sitting
  const pages = sitting.document.numPages
  let isWhole = true
  try {
    if (pages < 1) return 'broken'
    for (let number = 1; number <= Math.min(sampledPages, pages); number += 1) {
      if (hugePages.some(({ page }) => page === number)) isWhole = false
      else if (await hasText(sitting, number)) return { pages, textLayer: 'present' }
    }
    return { pages, textLayer: isWhole ? 'absent' : 'unknown' }
  } catch (error) {
    return error instanceof StoppedError ? { pages, textLayer: 'unknown' } : 'broken'
  } finally {
    sitting.close()
  }
}

const hasText = (sitting: PdfSitting, number: number): Promise<boolean> =>
  sitting.run(async () => {
    const { items } = await (await sitting.document.getPage(number)).getTextContent()
    return items.some((item) => 'str' in item && item.str.trim() !== '')
  })
