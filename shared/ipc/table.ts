import { z } from 'zod'
import { calendarDateSchema, instantSchema } from '../domain/date'

/** A cell by what it is, so that a spreadsheet counts numbers and sorts days. */
export const cellSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(32_000) }),
  /** Digits as they were written, at most four places. */
  z.strictObject({ kind: z.literal('number'), digits: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/u) }),
  z.strictObject({ kind: z.literal('day'), day: calendarDateSchema }),
  z.strictObject({ kind: z.literal('empty') }),
])
export type Cell = z.infer<typeof cellSchema>

const sheetSchema = z.strictObject({
  /** At most 31 characters, without `: \ / ? * [ ]`. */
  name: z
    .string()
    .min(1)
    .max(31)
    .regex(/^[^:\\/?*[\]]+$/u),
  /** Stands above the table; the head below it stays while one scrolls, and is printed on every page. */
  title: z.string().min(1).max(300),
  columns: z
    .array(z.strictObject({ header: z.string().min(1).max(300), width: z.number().min(3).max(80) }))
    .min(1)
    .max(200),
  rows: z.array(z.array(cellSchema)).max(20_000),
})
export type Sheet = z.infer<typeof sheetSchema>

/** Tables and days for other programs: a workbook (xlsx), or an iCalendar file. */
export const tableSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workbook'), sheets: z.array(sheetSchema).min(1).max(20) }),
  z.strictObject({
    kind: z.literal('calendar'),
    name: z.string().min(1).max(200),
    stamp: instantSchema,
    events: z
      .array(
        z.strictObject({
          uid: z.string().min(1).max(300),
          day: calendarDateSchema,
          title: z.string().min(1).max(500),
          note: z.string().max(2000),
        }),
      )
      .min(1)
      .max(20_000),
  }),
])
export type TableToRender = z.infer<typeof tableSchema>
