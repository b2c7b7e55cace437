import type { FormField } from '../domain/form-field'
import { isBlank, readDay, readLine, readText } from './cells'
import { foldHead } from './fold-head'
import type { Grid } from './grid'
import type { CellRead, Unread } from './table-shape'

export type ReadField = { readonly field: FormField; readonly value: string }

export type FormNote =
  | { readonly kind: 'unknown-row'; readonly text: string }
  | { readonly kind: 'twice'; readonly label: string; readonly text: string }
  | { readonly kind: 'unread-field'; readonly label: string; readonly text: string; readonly why: Unread }

/** What was read of the places of a form, and every filled cell that was not. */
export type FormReading = { readonly fields: readonly ReadField[]; readonly notes: readonly FormNote[] }

const readers: Readonly<Record<FormField['kind'], (cell: string) => CellRead<string>>> = {
  line: readLine(300),
  unit: readLine(300),
  text: readText(20_000),
  day: readDay,
}

/**
 * Reads tables of a form by what stands before its places: a cell that is a label, and behind it what was written. A
 * label in front of labels (a heading merged over several rows) is passed over.
 * @param furniture words that say nothing
 */
export function readForm(
  grids: readonly Grid[],
  fields: readonly FormField[],
  furniture: readonly string[],
): FormReading {
  const byLabel = new Map(
    fields.flatMap((field) => [field.label, ...(field.others ?? [])].map((one) => [foldHead(one), field])),
  )
  const silent = new Set(furniture.map(foldHead))
  const found = new Map<string, ReadField>()
  const notes: FormNote[] = []
  for (const { cells } of grids.flatMap(({ rows }) => rows)) {
    const rest: string[] = []
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? ''
      const field = byLabel.get(foldHead(cell))
      if (field === undefined) {
        if (!isBlank(cell) && !silent.has(foldHead(cell))) rest.push(cell.trim())
        continue
      }
      at += 1
      const written = cells[at] ?? ''
      // What was meant to be written on is a line of signs.
      if (isBlank(written.replace(/[_＿]/gu, ''))) continue
      const read = readers[field.kind](written)
      const told = { label: field.label, text: written.trim() }
      if ('unread' in read) notes.push({ kind: 'unread-field', ...told, why: read.unread })
      else if (found.has(field.path)) notes.push({ kind: 'twice', ...told })
      else found.set(field.path, { field, value: read.value })
    }
    if (rest.length > 0) notes.push({ kind: 'unknown-row', text: rest.join(' | ') })
  }
  return { fields: [...found.values()], notes }
}
