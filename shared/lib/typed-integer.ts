/** A whole number as people type it, in digits of any width and with grouping commas; null for anything else. Pure. */
export function typedInteger(text: string, within: { readonly min: number; readonly max: number }): number | null {
  const folded = text.normalize('NFKC').trim()
  if (!/^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})$/u.test(folded)) return null
  const value = Number(folded.replaceAll(',', ''))
  return value >= within.min && value <= within.max ? value : null
}
