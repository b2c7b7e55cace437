const half = /\p{Surrogate}/u

/**
 * A text in a value that ends or begins in the middle of a character, as a clipboard cuts an emoji; no file holds it.
 * @returns the words around it, or null. Pure.
 */
export function halfCharacterIn(value: unknown): string | null {
  if (typeof value === 'string') {
    const at = value.search(half)
    return at < 0 ? null : value.slice(Math.max(0, at - 12), at).replaceAll(/\p{Surrogate}/gu, '')
  }
  if (typeof value !== 'object' || value === null) return null
  for (const part of Object.values(value)) {
    const found = halfCharacterIn(part)
    if (found !== null) return found
  }
  return null
}

/** A text that ends or begins in the middle of a character: nothing was written. */
export class HalfCharacter extends TypeError {
  override readonly name = 'HalfCharacter'
  /** @param before the words before it, as far as they are known */
  constructor(readonly before: string) {
    super('canonical JSON refuses a lone surrogate')
  }
}
