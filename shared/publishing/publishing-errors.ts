/** What stops a publication. Apart from the writers, so that who only reads the answer need not load them. */

/** A character that no face has: it stops the export and is named, never printed as a box. */
export class MissingGlyphError extends Error {
  readonly kind = 'missing-glyph'
  constructor(
    readonly character: string,
    readonly codePoint: number,
    /** The text in which it stands. */
    readonly context: string,
  ) {
    super(
      `no bundled font has ${character} (U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}) in: ${context}`,
    )
    this.name = 'MissingGlyphError'
  }
}

/** A PDF of which no marked copy can be made. */
export class MarkedCopyError extends Error {
  readonly kind = 'marked-copy'
  constructor(readonly detail: string) {
    super(`no marked copy: ${detail}`)
    this.name = 'MarkedCopyError'
  }
}

/** Why a PDF cannot take this signature. */
export class PdfSigningError extends Error {
  constructor(
    readonly kind: 'field-exists' | 'not-our-file' | 'page-missing',
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`)
    this.name = 'PdfSigningError'
  }
}
