/** A year as people type it (2026, 2026年, 2026年度, full width), or `null`. */
export function typedYear(text: string): number | null {
  const [, digits] = /^(\d{4})\s*(?:年度?)?$/u.exec(text.normalize('NFKC').trim()) ?? []
  return digits === undefined ? null : Number(digits)
}
