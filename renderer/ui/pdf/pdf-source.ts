/** Where the bytes of a PDF come from: all at hand, or read in ranges when they are needed. */
export type PdfSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'ranges'
      /** Bytes of the whole file. */
      readonly size: number
      readonly read: (offset: number, length: number) => Promise<Uint8Array>
    }

/** Part of a page in fractions of its width and height from the top left. */
export type PageRegion = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** What a person marked: a page, the text selected on it, or a rectangle drawn on it. */
export type PageMark = {
  readonly page: number
  readonly quote: string
  /** What holds all of it; null for the whole page. */
  readonly region: PageRegion | null
  /** Its lines; none for the whole page. */
  readonly boxes: readonly PageRegion[]
}

/** A place to go to; a new object goes there again. */
export type PageTarget = {
  readonly page: number
  readonly region?: PageRegion | null
  /** Words to be found on the page and shown, the first that are there. */
  readonly words?: readonly string[]
}

/** The same, of which the page may have to be found by its words. */
export type SoughtTarget = Omit<PageTarget, 'page'> & { readonly page: number | null }
