/**
 * Every text in a draft, in its order, one below the other: for a person to copy. Ids and codes are no text of theirs.
 */
export function textsOf(value: unknown): string {
  return leaves(value)
    .filter((text) => text.trim() !== '' && !isCode.test(text))
    .join('\n')
}

const isCode = /^(?:[0-9a-f]{64}|[0-9a-f-]{36}|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/u

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(leaves)
}
