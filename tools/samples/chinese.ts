const digits = '零一二三四五六七八九'

/** 1-99 in Chinese numerals: 四十六. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`
  return head + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''))
}

export const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 万元 into the capital numerals of a bank receipt: 叁佰陆拾万元整. Whole 万元 only. */
export function capitalWan(wan: number): string {
  const capitals = '零壹贰叁肆伍陆柒捌玖'
  const units = ['', '拾', '佰', '仟']
  const figures = Array.from(String(wan)).map(Number)
  let text = ''
  let zero = false
  for (const [index, figure] of figures.entries()) {
    const unit = units[figures.length - 1 - index] ?? ''
    if (figure === 0) {
      zero = true
      continue
    }
    text += (zero ? '零' : '') + (capitals[figure] ?? '') + unit
    zero = false
  }
  return `人民币${text}万元整`
}

export const wanText = (wan: number): string => wan.toFixed(2).replace(/\B(?=(\d{3})+\.)/gu, ',')
