import type { FindingKind } from '@shared/inspection/finding'

export type AttachmentGroup =
  | 'PDF, active'
  | 'PDF, fonts'
  | 'PDF, hidden'
  | 'PDF, broken or heavy'
  | 'packed documents'
  | 'old office files'
  | 'pictures and others'

/** A file as an applicant may hand it in, or a bundle may bring it. */
export type AttachmentCase = {
  readonly group: AttachmentGroup
  /** Says, in a sentence's end, what the file is. */
  readonly name: string
  readonly fileName: string
  readonly make: () => Buffer | Promise<Buffer>
  /** Left closed for this reason, or taken with exactly these findings. */
  readonly expected: { readonly refused: FindingKind } | { readonly taken: readonly FindingKind[] }
}

export type AttachmentRow = readonly [
  name: string,
  expected: FindingKind | readonly FindingKind[],
  make: AttachmentCase['make'],
]

/** A table of cases of one group. A single finding refuses; a list is what a file is taken with. */
export const attachmentCases = (
  group: AttachmentGroup,
  ending: string,
  rows: readonly AttachmentRow[],
): AttachmentCase[] =>
  rows.map(([name, expected, make], index) => ({
    group,
    name,
    fileName: `示例材料${index + 1}.${ending}`,
    make,
    expected: typeof expected === 'string' ? { refused: expected } : { taken: expected },
  }))
