import { visibleText } from '@shared/lib/visible-text'

/** Properties whose text is read by people: of elements, of the component kit, and of our own parts. */
const readProperties = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'description',
  'extra',
  'help',
  'label',
  'placeholder',
  'title',
])

/**
 * What a part of the screen is made of, with every text that is read in its visible spelling: no name, title or reason
 * that somebody wrote can turn round what stands beside it or pass for another. What is typed into (`value`) stays as
 * it is.
 */
export function shownProps<P>(props: P): P {
  let shown: Record<string, unknown> | undefined
  for (const [name, value] of Object.entries(props as Record<string, unknown>)) {
    const seen =
      name === 'children' || readProperties.has(name)
        ? shownContent(value)
        : Array.isArray(value) && name in listed
          ? mapped(value, listed[name as keyof typeof listed])
          : value
    if (seen !== value) (shown ??= { ...(props as Record<string, unknown>) })[name] = seen
  }
  return (shown as P | undefined) ?? props
}

const shownContent = (content: unknown): unknown =>
  typeof content === 'string' ? visibleText(content) : Array.isArray(content) ? mapped(content, shownContent) : content

/** The same with some members of a list's item: what else it says stays as it is. */
const membersOf =
  (...read: readonly string[]) =>
  (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item
    const changed = Object.entries(item).flatMap(([name, value]) => {
      const shown: unknown = read.includes(name) ? shownContent(value) : value
      return shown === value ? [] : [[name, shown] as const]
    })
    return changed.length === 0 ? item : { ...item, ...Object.fromEntries(changed) }
  }

/** The kit makes the cells of a table itself: what a column gives them is shown before. */
function shownColumn(column: unknown): unknown {
  if (typeof column !== 'object' || column === null) return column
  const { render } = column as { render?: (...cell: readonly unknown[]) => unknown }
  const shown = (...cell: readonly unknown[]): unknown => shownContent(render === undefined ? cell[0] : render(...cell))
  return { ...(shownTitle(column) as object), render: shown }
}

const shownTitle = membersOf('title')

/** Lists from which the kit makes elements of its own: choices, tabs and folds, columns. */
const listed = {
  options: membersOf('label'),
  items: membersOf('label', 'title', 'extra', 'children'),
  columns: shownColumn,
}

/** The list itself where nothing of it changes, so that whoever compares it sees the same. */
function mapped(list: readonly unknown[], show: (item: unknown) => unknown): readonly unknown[] {
  const shown = list.map(show)
  return shown.some((item, index) => item !== list[index]) ? shown : list
}
