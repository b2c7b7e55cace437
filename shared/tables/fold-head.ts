import { tidyCell } from './cells'

/** A head as it is compared: without spaces, marks for what must be filled, and what stands in brackets. */
export const foldHead = (cell: string): string =>
  tidyCell(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*\p{Cf}]+/gu, '')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, '')
    .replace(/[:;,、。]+$/u, '')
