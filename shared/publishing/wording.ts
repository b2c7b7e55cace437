/** Forms that GB/T 9704-2012 fixes to the letter; both writers print these. */
import { type BlockOf, type DocumentNumber } from '@shared/documents/blocks'

/** 7.3.5.4: Arabic numerals, full year, no leading zeros. `date` is 'YYYY-MM-DD'. */
export function formatDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** The date line of a signature block; a draft leaves month and day open. */
export function dateLine(date: string | undefined): string {
  return date === undefined ? '年  月  日' : formatDate(date)
}

/** 7.2.5: the year in full within 〔〕 (U+3014, U+3015), no 第, no leading zeros. A draft leaves the serial open. */
export function formatDocumentNumber(number: DocumentNumber): string {
  return `${number.agencyCode}〔${number.year}〕${number.serial ?? '  '}号`
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 in Chinese numerals. */
function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10)
  const units = value % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`
  return head + (units === 0 ? '' : (digits[units] ?? ''))
}

/** 7.3.3: levels 一、 （一） 1. （1）. */
export function headingLabel({ level, number }: Pick<BlockOf<'heading'>, 'level' | 'number'>): string {
  switch (level) {
    case 1:
      return `${chineseNumeral(number)}、`
    case 2:
      return `（${chineseNumeral(number)}）`
    case 3:
      return `${number}.`
    case 4:
      return `（${number}）`
  }
}

/** 7.3.3: 黑体, 楷体, 仿宋, 仿宋. */
export const headingFace = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' } as const

/** A closing mark is set after a heading that runs on into its text, unless it has one. */
export function runInHeading(text: string): string {
  return /[。！？：；]$/u.test(text) ? text : `${text}。`
}

/** 7.3.4: `附件：` before the first; numbers only when there are several. */
export function attachmentLines(items: readonly string[]): { label: string; text: string }[] {
  return items.map((text, index) => ({ label: items.length === 1 ? '' : `${index + 1}.`, text }))
}

/** 7.3.8: `附件` or `附件1`. */
export const annexLabel = (number: number | undefined): string => `附件${number ?? ''}`

/** 版记: `抄送：…。` */
export const copyToLine = (copyTo: readonly string[]): string => `${copyTo.join('，')}。`

/** 版记: the date with 印发. */
export const printedOnLine = (date: string | undefined): string => `${dateLine(date)}印发`

/** In drafts the place of a seal is labelled; a seal itself is never drawn. */
export const sealLabel = '〔印章〕'

/** Names the code that leads back to the file; not 校验码, which the opinion's text uses for the dossier's hash. */
export const verificationLabel = '核验码'

/** The code of a `Verification` as printed: two groups of four. */
export const groupedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/**
 * Characters of a text with room for digits and Latin letters that are wider than half: for names that must not break
 * again.
 */
export function roomyCount(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.65 : 1), 0)
}
