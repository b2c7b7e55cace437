/** 1 万元 = 10,000 元 = 1,000,000 分. */
const fenPerCentiWan = 10_000

/**
 * Prints integer fen as 万元 with two decimals, half up, with thousands separators: 12,345.60.
 * @throws RangeError if `fen` is no safe integer.
 */
export function formatWanYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`money is integer fen, got ${fen}`)
  const hundredths = Math.floor((Math.abs(fen) + fenPerCentiWan / 2) / fenPerCentiWan)
  const whole = Math.floor(hundredths / 100)
  const rest = String(hundredths % 100).padStart(2, '0')
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/gu, ',')
  return `${fen < 0 && hundredths > 0 ? '-' : ''}${grouped}.${rest}`
}

/** Reads 万元 as typed ("1,234.5") into integer fen; `null` if it is no amount or finer than one fen. */
export function parseWanYuan(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/u.exec(text.normalize('NFKC').replace(/[,\s]/gu, ''))
  if (match === null) return null
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'))
}

/** Sum of integer fen. */
export const sumFen = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
