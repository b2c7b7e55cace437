/** One piece of publishing work as plain data, and how its outcome crosses to another thread and back. */
import { DocumentIncompleteError, type Incompleteness } from '@shared/documents/blocks-complete'
import { type ReadingMark } from '@shared/domain/reading-mark'
import { type MarkedCopy, type MarkedCopyWords } from '@shared/publishing/pdf/marked-copy'
import { type RenderedPdf, type RenderPdfOptions } from '@shared/publishing/pdf/render-pdf'
import { MarkedCopyError, MissingGlyphError, PdfSigningError } from '@shared/publishing/publishing-errors'
import { type Signer } from '@shared/publishing/signing/cms'
import { type SignPdfOptions } from '@shared/publishing/signing/sign-pdf'

/** A signer's key crosses to the thread as a handle: it stays in this process, and unextractable if it was so. */
export type PublishingJob =
  | { kind: 'pdf'; model: unknown; options: RenderPdfOptions }
  | { kind: 'docx'; model: unknown }
  | { kind: 'marked-pdf'; bytes: Uint8Array; marks: readonly ReadingMark[]; words: MarkedCopyWords }
  | { kind: 'signed-pdf'; bytes: Uint8Array<ArrayBuffer>; signer: Signer; options: SignPdfOptions }
  | { kind: 'signature-file'; bytes: Uint8Array<ArrayBuffer>; signer: Signer; signedAt: string }

/** What each kind of job gives. */
export interface PublishingResult {
  pdf: RenderedPdf
  docx: Uint8Array<ArrayBuffer>
  'marked-pdf': MarkedCopy
  'signed-pdf': Uint8Array<ArrayBuffer>
  'signature-file': Uint8Array<ArrayBuffer>
}

export type JobFailure =
  | { kind: 'document-incomplete'; missing: Incompleteness[] }
  | { kind: 'missing-glyph'; character: string; codePoint: number; context: string }
  | { kind: 'marked-copy'; detail: string }
  | { kind: 'pdf-signing'; reason: PdfSigningError['kind']; detail: string }
  | { kind: 'unexpected'; message: string; stack: string }

export type JobOutcome =
  { kind: 'done'; result: PublishingResult[PublishingJob['kind']] } | { kind: 'failed'; failure: JobFailure }

/** Errors lose their class between threads: keep what they say. */
export function describeFailure(error: unknown): JobFailure {
  if (error instanceof DocumentIncompleteError) return { kind: error.kind, missing: error.missing }
  if (error instanceof MissingGlyphError) {
    const { kind, character, codePoint, context } = error
    return { kind, character, codePoint, context }
  }
  if (error instanceof MarkedCopyError) return { kind: 'marked-copy', detail: error.detail }
  if (error instanceof PdfSigningError) return { kind: 'pdf-signing', reason: error.kind, detail: error.detail }
  if (error instanceof Error) return { kind: 'unexpected', message: error.message, stack: error.stack ?? '' }
  return { kind: 'unexpected', message: String(error), stack: '' }
}

/** The error that was described. */
export function reviveFailure(failure: JobFailure): Error {
  switch (failure.kind) {
    case 'document-incomplete':
      return new DocumentIncompleteError(failure.missing)
    case 'missing-glyph':
      return new MissingGlyphError(failure.character, failure.codePoint, failure.context)
    case 'marked-copy':
      return new MarkedCopyError(failure.detail)
    case 'pdf-signing':
      return new PdfSigningError(failure.reason, failure.detail)
    case 'unexpected': {
      const error = new Error(failure.message)
      error.stack = failure.stack
      return error
    }
  }
}
