import { z } from 'zod'

/** Why a file of an office program is not read. */
export const officeProblems = ['damaged', 'locked', 'old-format', 'foreign', 'too-much'] as const
export type OfficeProblem = (typeof officeProblems)[number]

const count = z.int().min(0)

/** A sheet as text: every row in which something stands, each as wide as the widest. */
export const sheetReadingSchema = z.strictObject({
  name: z.string(),
  /** A person who opens the workbook does not see it. */
  isHidden: z.boolean(),
  rows: z.array(z.strictObject({ line: z.int().min(1), cells: z.array(z.string()) })),
  /** Rows and columns that a person does not see although something stands in them. */
  hiddenRows: count,
  hiddenColumns: count,
  /** Cells that stand for several rows: the first holds the words, the others are empty. */
  mergedDown: count,
  /** Formulas of which the file holds no result. */
  uncomputed: count,
})
export type SheetReading = z.infer<typeof sheetReadingSchema>

export const workbookReadingSchema = z.union([
  z.strictObject({ problem: z.enum(officeProblems) }),
  z.strictObject({ problem: z.null(), sheets: z.array(sheetReadingSchema) }),
])
export type WorkbookReading = z.infer<typeof workbookReadingSchema>

/** The tables of a text document, in their order; a cell that spans several columns stands once. */
export const documentTablesSchema = z.union([
  z.strictObject({ problem: z.enum(officeProblems) }),
  z.strictObject({
    problem: z.null(),
    tables: z.array(z.array(z.strictObject({ line: z.int().min(1), cells: z.array(z.string()) }))),
  }),
])
export type DocumentTables = z.infer<typeof documentTablesSchema>
