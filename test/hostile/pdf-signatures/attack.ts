import type { PdfVerdict } from '@shared/publishing/signing/judge-pdf'
import type { Bytes, PaperWorld } from './paper-world'

/** One way to make a signed PDF show, or seem to say, what nobody signed; or a file that is as it should be. */
export interface Attack {
  family: string
  /** Says, in a sentence's end, what was done. */
  name: string
  expected: PdfVerdict
  make: (world: PaperWorld) => Bytes | Promise<Bytes>
}

/** A table of attacks of one family; what is not said is 'damaged'. */
export const attacksOf = (
  family: string,
  rows: readonly (readonly [name: string, make: Attack['make'], expected?: PdfVerdict])[],
): Attack[] => rows.map(([name, make, expected = 'damaged']) => ({ family, name, make, expected }))
