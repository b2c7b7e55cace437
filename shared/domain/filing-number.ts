const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** A pattern of the office (`{year}`, `{seq}`) as an expression that finds the running number of a year. */
function expressionOf(pattern: string, year: number): RegExp {
  const parts = pattern
    .normalize('NFKC')
    .split('{seq}')
    .map((part) => escaped(part.replaceAll('{year}', String(year))))
  return new RegExp(`^${parts.join('(\\d+)')}$`, 'u')
}

/**
 * The next 备案编号 of a year by the office's pattern (a work rule: Art. 6 knows no number, note 4): one more than the
 * highest that was given. `null` where the pattern has no place for a running number.
 */
export function nextFilingNumber(pattern: string, year: number, given: readonly string[]): string | null {
  if (!pattern.includes('{seq}')) return null
  const expression = expressionOf(pattern, year)
  const highest = Math.max(
    0,
    ...given.map((no) => Number(expression.exec(no.normalize('NFKC').replaceAll(/\s/gu, ''))?.[1] ?? 0)),
  )
  return pattern.replaceAll('{year}', String(year)).replaceAll('{seq}', String(highest + 1))
}

/** Whether a number was given before. */
export const isFilingNumberGiven = (no: string, given: readonly string[]): boolean =>
  given.some((other) => other.normalize('NFKC').trim() === no.normalize('NFKC').trim())
