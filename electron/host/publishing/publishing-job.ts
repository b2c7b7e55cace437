/** One piece of publishing work as plain data, and how its outcome crosses to another thread and back. */
import { DocumentIncompleteError, type Incompleteness } from '@shared/documents/blocks-complete'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { MissingGlyphError, type FontSet } from '@shared/publishing/fonts/font-set'
import { renderPdf, type RenderedPdf, type RenderPdfOptions } from '@shared/publishing/pdf/render-pdf'

export type PublishingJob =
  { kind: 'pdf'; model: unknown; options: RenderPdfOptions } | { kind: 'docx'; model: unknown }

/** What each kind of job gives. */
export interface PublishingResult {
  pdf: RenderedPdf
  docx: Uint8Array<ArrayBuffer>
}

export type JobFailure =
  | { kind: 'document-incomplete'; missing: Incompleteness[] }
  | { kind: 'missing-glyph'; character: string; codePoint: number; context: string }
  | { kind: 'unexpected'; message: string; stack: string }

export type JobOutcome =
  { kind: 'done'; result: PublishingResult[PublishingJob['kind']] } | { kind: 'failed'; failure: JobFailure }

/** Does the work. `fonts` is asked for only when a job needs them. */
export async function runJob(
  job: PublishingJob,
  fonts: () => Promise<FontSet>,
): Promise<PublishingResult[PublishingJob['kind']]> {
  return job.kind === 'pdf' ? renderPdf(job.model, await fonts(), job.options) : renderDocx(job.model)
}

/** Errors lose their class between threads: keep what they say. */
export function describeFailure(error: unknown): JobFailure {
  if (error instanceof DocumentIncompleteError) return { kind: error.kind, missing: error.missing }
  if (error instanceof MissingGlyphError) {
    const { kind, character, codePoint, context } = error
    return { kind, character, codePoint, context }
  }
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
    case 'unexpected': {
      const error = new Error(failure.message)
      error.stack = failure.stack
      return error
    }
  }
}
