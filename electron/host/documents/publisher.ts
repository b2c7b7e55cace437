import type { DocumentModel } from '@shared/documents/blocks'
import type { PdfAttachment, RenderedPdf } from '@shared/publishing/pdf/render-pdf'

/** What the host needs of the part that turns models into bytes (electron/host/publishing, in a worker). */
export type Publisher = {
  readonly renderPdf: (
    model: DocumentModel,
    options: { readonly attachments: readonly PdfAttachment[] },
  ) => Promise<RenderedPdf>
  readonly renderDocx: (model: DocumentModel) => Promise<Uint8Array>
}
