/**
 * A day as people type it (2026-3-1, 2026.03.01, 2026/3/1, 20260301, 2026年3月1日, full-width) as YYYY-MM-DD.
 * What is no day comes back as typed, so that nothing typed is lost; the form says what is wrong.
 */
export function typedDay(text: string): string {
  const folded = text.normalize('NFKC').trim()
  const match = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))$/u.exec(folded)
  if (match === null) return text.trim()
  const month = (match[2] ?? match[4] ?? '').padStart(2, '0')
  const day = (match[3] ?? match[5] ?? '').padStart(2, '0')
  return `${match[1] ?? ''}-${month}-${day}`
}
