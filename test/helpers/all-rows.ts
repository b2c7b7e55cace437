import type { DeskDatabase } from '@renderer/data/database'

/**
 * All rows of a desk, whatever portions they came in: the lines of the audit trail each once and in order, and without
 * the sum of marks, which goes by how each row was closed.
 */
export async function allRows(db: DeskDatabase): Promise<Record<string, readonly unknown[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, (await table.toArray()) as readonly unknown[]] as const),
  )
  const pages = await db.history.toArray()
  const lines = new Map(pages.flatMap((page) => page.lines.map((line) => [line.id, line] as const)))
  return {
    ...Object.fromEntries(tables),
    history: [...lines.values()].sort((a, b) => (a.stamp < b.stamp ? -1 : 1)),
    meta: (await db.meta.toArray()).map((row) => ({ ...row, marks: undefined })),
  }
}
