import type { ReadingMarkKind } from '@shared/domain/reading-mark'
import type { PageRegion } from './pdf-source'

/** What is drawn on a page: a mark by its kind, or a pin. */
export type OverlayLook = ReadingMarkKind | 'pin'

/** Something that its reader laid on a page. */
export type PageOverlay = {
  readonly id: string
  readonly page: number
  /** In fractions of the page as the file has it; none for the whole page. */
  readonly boxes: readonly PageRegion[]
  readonly look: OverlayLook
  /** What its handle is called. */
  readonly label: string
  readonly isCurrent: boolean
}
