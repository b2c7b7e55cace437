import { useTranslation } from '../translation'
import type { PageMark, PageTarget, PdfSource } from './pdf-source'

export type PdfViewerProps = {
  /** Name to show and to put into sentences about the file. */
  readonly fileName: string
  /** Keep the object while the file is the same: another object loads anew. */
  readonly source: PdfSource
  /** Goes there whenever the object changes. */
  readonly target?: PageTarget | null
  readonly onPage?: (page: number, pageCount: number) => void
  /** Shows "钉住本页" and the drawing of a rectangle; called with what was marked. */
  readonly onPin?: (mark: PageMark) => void
}

/** Reads a PDF: pages, zoom, search, selection, keyboard. Presentational: bytes and wishes come as props. */
export function PdfViewer({ fileName }: PdfViewerProps) {
  const { t } = useTranslation()
  return <section aria-label={t('pdf.label', { fileName })} />
}
