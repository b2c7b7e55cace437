/** Reads an amount in 元 as typed ("1,234.50", full width as well) into integer fen; `null` if it is none. */
export function parseYuan(text: string): number | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/u.exec(text.normalize('NFKC').replace(/[,\s]/gu, ''))
  if (match === null) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Integer fen as plain digits in 元 with two decimals, as a spreadsheet counts them: 123456.00. */
export const yuanDigits = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** The same for people, in groups of three. */
export const formatYuan = (fen: number): string => yuanDigits(fen).replace(/\B(?=(\d{3})+\.)/gu, ',')
