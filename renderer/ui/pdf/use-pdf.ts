import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf, type PdfProblem } from './open-pdf'
import type { PageSize } from './page-layout'
import type { PdfSource } from './pdf-source'

export type PdfPhase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: PdfProblem }
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy; readonly firstPage: PageSize }

/** Points (1/72 inch) to CSS pixels (1/96 inch). */
export const cssUnits = 96 / 72

const loading: PdfPhase = { kind: 'loading' }

/** Opens a source and closes it again when another one takes its place. */
export function usePdf(source: PdfSource): PdfPhase {
  const [state, setState] = useState<{ readonly source: PdfSource; readonly phase: PdfPhase }>({
    source,
    phase: loading,
  })
  useEffect(() => {
    let current = true
    const { opened, cancel } = openPdf(source)
    const show = (phase: PdfPhase) => {
      if (current) setState({ source, phase })
    }
    opened
      .then(async (result) => {
        if (typeof result === 'string') {
          show({ kind: 'problem', problem: result })
          return
        }
        const page = await result.document.getPage(1)
        const { width, height } = page.getViewport({ scale: cssUnits })
        show({ kind: 'open', document: result.document, firstPage: { width, height } })
      })
      .catch(() => {
        show({ kind: 'problem', problem: 'broken' })
      })
    return () => {
      current = false
      cancel()
    }
  }, [source])
  return state.source === source ? state.phase : loading
}
