import { z } from 'zod'
import { keepPlace, placeOf } from '@renderer/data/kept-places'

/** Kept of one kind of table: the heads of so many different ones. */
const mostHeads = 20

const keptSchema = z.array(z.strictObject({ heads: z.array(z.string()), words: z.array(z.string()) }))

const nameOf = (table: string): string => `columns/${table}`

const readKept = (table: string): z.infer<typeof keptSchema> => {
  const read = keptSchema.safeParse(placeOf(nameOf(table)))
  return read.success ? read.data : []
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((head, index) => head === b[index])

/** What the columns of a table with these very heads were last said to mean; null if nobody said. */
export function keptColumns(table: string, heads: readonly string[]): readonly string[] | null {
  const found = readKept(table).find((kept) => isSame(kept.heads, heads))
  return found === undefined || found.words.length !== heads.length ? null : found.words
}

/** Keeps what a person said of the columns, for the next table with these heads; without heads none is known again. */
export function keepColumns(table: string, heads: readonly string[], words: readonly string[]): void {
  if (heads.every((head) => head === '')) return
  const others = readKept(table).filter((kept) => !isSame(kept.heads, heads))
  keepPlace(nameOf(table), [{ heads: [...heads], words: [...words] }, ...others].slice(0, mostHeads))
}
