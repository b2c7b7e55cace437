import { printedForm } from './printed-form'

/**
 * Characters of a person's text that no face can print even after `printedForm`: pictures, private signs of a word
 * processor whose meaning nobody knows, and code points that are no characters. Each once, in order. A quotation may
 * hold any other word.
 */
export const unprintableIn = (text: string): readonly string[] => [
  ...new Set(printedForm(text).match(/\p{Co}|\p{Cn}|\p{Cs}|[\u{1f000}-\u{1fbff}]/gu) ?? []),
]
