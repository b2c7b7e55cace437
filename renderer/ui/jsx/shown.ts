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
 * What a part of the screen is made of, with every text that is read in its visible spelling: no name, title or reason that
 * somebody wrote can turn round what stands beside it or pass for another. What is typed into (`value`) stays as it is.
 */
export function shownProps<P>(props: P): P {
  let shown: Record<string, unknown> | undefined
  for (const [name, value] of Object.entries(props as Record<string, unknown>)) {
    const seen =
      name === 'children' || readProperties.has(name)
        ? shownContent(value)
        : name === 'options' && Array.isArray(value)
          ? mapped(value, shownOption)
          : value
    if (seen !== value) (shown ??= { ...(props as Record<string, unknown>) })[name] = seen
  }
  return (shown as P | undefined) ?? props
}

const shownContent = (content: unknown): unknown =>
  typeof content === 'string' ? visibleText(content) : Array.isArray(content) ? mapped(content, shownContent) : content

/** Of a choice its label is read; what it stands for stays as it is. */
function shownOption(option: unknown): unknown {
  if (typeof option !== 'object' || option === null || !('label' in option)) return option
  const label = shownContent(option.label)
  return label === option.label ? option : { ...option, label }
}

/** The list itself where nothing of it changes, so that whoever compares it sees the same. */
function mapped(list: readonly unknown[], show: (item: unknown) => unknown): readonly unknown[] {
  const shown = list.map(show)
  return shown.some((item, index) => item !== list[index]) ? shown : list
}
