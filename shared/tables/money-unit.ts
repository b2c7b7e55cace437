export const moneyUnits = ['yuan', 'thousand', 'wan', 'million', 'yi'] as const

/** What an amount of a column counts: 元, 千元, 万元, 百万元, 亿元. */
export type MoneyUnit = (typeof moneyUnits)[number]

/** Powers of ten between a unit and the fen. */
const exponents: { readonly [U in MoneyUnit]: number } = { yuan: 2, thousand: 5, wan: 6, million: 8, yi: 10 }

const words: readonly (readonly [MoneyUnit, RegExp])[] = [
  ['million', /百万/u],
  ['yi', /亿/u],
  ['wan', /万/u],
  ['thousand', /千元|仟元/u],
  ['yuan', /元|rmb|cny|人民币|[¥￥]/iu],
]
const foreign = /美元|欧元|日元|港元|港币|英镑|usd|eur|jpy|hkd|gbp|[$€£]/iu

/**
 * The unit that words of a head, a title or a cell name; `foreign` money is not counted in yuan; `null` if they name
 * none.
 */
export function moneyUnitIn(text: string): MoneyUnit | 'foreign' | null {
  const folded = text.normalize('NFKC')
  if (foreign.test(folded)) return 'foreign'
  return words.find(([, word]) => word.test(folded))?.[0] ?? null
}

/**
 * An amount of plain digits in a unit as integer fen; `null` if it is finer than one fen, or more than a number holds.
 */
export function fenOf(digits: string, unit: MoneyUnit): number | null {
  const match = /^(\d+)(?:\.(\d+))?$/u.exec(digits)
  if (match === null) return null
  const places = exponents[unit]
  const fraction = (match[2] ?? '').replace(/0+$/u, '')
  if (fraction.length > places) return null
  const fen = Number(`${match[1] ?? ''}${fraction.padEnd(places, '0')}`)
  return Number.isSafeInteger(fen) ? fen : null
}
