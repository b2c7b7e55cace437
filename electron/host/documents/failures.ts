import type { WordedCode } from '../lib/failure'

/** Why a document is not made, kept or signed. */
export const documentFailures = [
  'document.gone',
  'document.not-intact',
  'document.already-signed',
  'document.cannot-sign',
  'document.cannot-mark',
  'document.missing-glyph',
  'document.incomplete',
] as const satisfies readonly WordedCode[]
