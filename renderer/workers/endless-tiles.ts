/** Times that one tile of a pattern may lie over itself; honest ones lie side by side. */
const mostOverlaps = 10_000

/** What pdf.js says of a tiling pattern: its name, colour, content, matrix, box and steps, in this order. */
type Tiles = readonly [
  name: string,
  colour: unknown,
  content: unknown,
  matrix: unknown,
  box: unknown,
  x: unknown,
  y: unknown,
]

/**
 * Whether a portion of a page, on its way from the worker to be drawn, has a pattern whose tiles lie over one another
 * without an end. Drawing one is a single step of the page's own thread, which nothing could stop.
 */
export function hasEndlessTiles(portion: unknown): boolean {
  const commands = field(portion, 'argsArray')
  return Array.isArray(commands) && commands.some(isEndless)
}

function isEndless(command: unknown): boolean {
  if (!Array.isArray(command) || command[0] !== 'TilingPattern') return false
  const [, , content, , box, x, y] = command as unknown as Tiles
  if (!Array.isArray(box)) return false
  const [left, bottom, right, top] = box.map(Number)
  const overlaps =
    Math.max(1, Math.abs(((right ?? 0) - (left ?? 0)) / Number(x))) *
    Math.max(1, Math.abs(((top ?? 0) - (bottom ?? 0)) / Number(y)))
  return !(overlaps <= mostOverlaps) || hasEndlessTiles(content)
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
