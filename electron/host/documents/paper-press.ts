import type { DocumentModel } from '@shared/documents/blocks'
import type { ReadingMark } from '@shared/domain/reading-mark'
import type { MarkedCopy, MarkedCopyWords } from '@shared/publishing/pdf/marked-copy'
import type { PdfAttachment, RenderedPdf } from '@shared/publishing/pdf/render-pdf'
import type { Signer } from '@shared/publishing/signing/cms'
import type { SignPdfOptions } from '@shared/publishing/signing/sign-pdf'

/** What the host needs of the part that turns models into bytes (electron/host/publishing, in a worker). */
export type PaperPress = {
  readonly renderPdf: (
    model: DocumentModel,
    options: { readonly attachments: readonly PdfAttachment[] },
  ) => Promise<RenderedPdf>
  readonly renderDocx: (model: DocumentModel) => Promise<Uint8Array>
  readonly markPdf: (bytes: Uint8Array, marks: readonly ReadingMark[], words: MarkedCopyWords) => Promise<MarkedCopy>
  readonly signPdf: (
    bytes: Uint8Array<ArrayBuffer>,
    signer: Signer,
    options: SignPdfOptions,
  ) => Promise<Uint8Array<ArrayBuffer>>
  readonly signDetached: (
    bytes: Uint8Array<ArrayBuffer>,
    signer: Signer,
    signedAt: string,
  ) => Promise<Uint8Array<ArrayBuffer>>
}
