/**
 * The weight of all portions of one page on their way from the worker that reads to the one that draws: they pass
 * through the page's own thread and are kept in all three. A short line weighs about fifteen, a character about ten,
 * each further corner of a line two: this is half a million lines, more than anybody sees on a page.
 */
export const mostWeight = 8_000_000

/** Objects weigh as their fields do, about. */
const objectWeight = 8

/** Pages under way at a time are few; what is older is forgotten. */
const mostStreams = 50

/** Makes a scale that adds portion after portion of each stream and says what the stream weighs by now. */
export function createPortionScale(): (stream: unknown, portion: unknown) => number {
  const totals = new Map<unknown, number>()
  return (stream, portion) => {
    const total = (totals.get(stream) ?? 0) + weightOf(field(portion, 'argsArray'))
    totals.delete(stream)
    totals.set(stream, total)
    for (const oldest of totals.keys()) {
      if (totals.size <= mostStreams) break
      totals.delete(oldest)
    }
    return total
  }
}

/** Weighs lists with what they hold, and the commands within a pattern as those of the page. */
function weightOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + weightOf(item), 1)
  if (ArrayBuffer.isView(value)) return 1 + ('length' in value ? Number(value.length) : value.byteLength)
  if (typeof value !== 'object' || value === null) return 1
  return objectWeight + weightOf(field(value, 'argsArray'))
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
