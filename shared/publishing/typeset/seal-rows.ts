/** 署名 of several agencies in rows, each name in the place of its seal. GB/T 9704-2012 7.3.5.1. For both writers. */
import { nameLines } from './title-lines'

/** Widths in characters of 3号, given and measured by the writer. */
export interface SealRoom {
  /** The whole width of the text. */
  textWidth: number
  /** Kept free between neighbours: 3 mm, or 1 mm when that saves a line. */
  comfortable: number
  least: number
  widthOf: (text: string) => number
}

export interface SealRows {
  /** Places in a row. */
  perRow: number
  rows: { agency: string; lines: string[] }[][]
}

/** Lines that stand in the place of a seal (42 mm) together with the date, over a third of the text's width. */
const mostLines = 3

/**
 * Three to a row (3 × 42 mm lies within 156 mm), four as two and two; two to a row as well when a name would take more
 * than three lines in a third of the width.
 */
export function sealRows(agencies: readonly string[], room: SealRoom): SealRows {
  const least = agencies.length === 2 || agencies.length === 4 ? 2 : 3
  const isLong = agencies.some((agency) => linesIn(agency, room, least).length > mostLines)
  const perRow = isLong ? 2 : least
  const rows: SealRows['rows'] = []
  for (let start = 0; start < agencies.length; start += perRow) {
    rows.push(agencies.slice(start, start + perRow).map((agency) => ({ agency, lines: linesIn(agency, room, perRow) })))
  }
  return { perRow, rows }
}

function linesIn(agency: string, { textWidth, comfortable, least, widthOf }: SealRoom, perRow: number): string[] {
  const width = textWidth / perRow
  return nameLines(agency, { comfortable: width - comfortable, most: width - least }, widthOf)
}
