import { fail } from '../failure'

/**
 * Turns what publishing refuses into a sentence: something missing in the document, a character that no face has.
 * Errors are told by name and fields, for they may come out of a worker, where classes do not cross.
 * @throws HostFailure, or the error itself if it is a bug
 */
export function rethrowAsFailure(error: unknown): never {
  if (!(error instanceof Error)) throw error
  if (error.name === 'MissingGlyphError') {
    const { character, codePoint, context } = error as Error & {
      character?: string
      codePoint?: number
      context?: string
    }
    const code = `U+${(codePoint ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    fail('document.missing-glyph', { character: character ?? '', code, context: context ?? '' })
  }
  if (error.name === 'DocumentIncompleteError') {
    const { missing } = error as Error & { missing?: readonly { problem: string; where: string; near?: string }[] }
    const [first] = missing ?? []
    fail('document.incomplete', {
      where: first === undefined ? '' : `${first.where}${first.near === undefined ? '' : ` ${first.near}`}`,
      count: missing?.length ?? 1,
    })
  }
  throw error
}
