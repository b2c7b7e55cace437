const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const places = ['', '十', '百', '千'] as const

/**
 * 1 to 9999 in Chinese numerals, as articles and batches are counted: 3 -> 三, 12 -> 十二, 105 -> 一百零五.
 * @throws RangeError outside that span.
 */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no Chinese numeral for ${value}`)
  const figures = Array.from(String(value), Number)
  let words = ''
  let skipped = false
  figures.forEach((figure, index) => {
    if (figure === 0) {
      skipped = true
      return
    }
    if (skipped && words !== '') words += '零'
    skipped = false
    words += `${digits[figure] ?? ''}${places[figures.length - 1 - index] ?? ''}`
  })
  return words.startsWith('一十') ? words.slice(1) : words
}
