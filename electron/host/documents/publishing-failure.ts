import { DocumentIncompleteError } from '@shared/documents/blocks-complete'
import { MarkedCopyError, MissingGlyphError } from '@shared/publishing/publishing-errors'
import { fail } from '../lib/failure'

/**
 * Turns what publishing refuses into a sentence: something missing in the document, a character that no face has.
 * @throws HostFailure, or the error itself if it is a bug
 */
export function rethrowAsFailure(error: unknown): never {
  if (error instanceof MissingGlyphError) {
    const code = `U+${error.codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    fail('document.missing-glyph', { character: error.character, code, context: error.context })
  }
  if (error instanceof MarkedCopyError) fail('document.cannot-mark')
  if (error instanceof DocumentIncompleteError) {
    const [first] = error.missing
    fail('document.incomplete', {
      where: first === undefined ? '' : `${first.where} ${first.near}`.trim(),
      count: error.missing.length,
    })
  }
  throw error
}
