/** A person's text as paper can carry it: what was seen while typing, in characters that the faces have. */

/**
 * Signs that word processors keep in private places of their symbol fonts, and tick boxes that no face of ours has,
 * with the sign that a reader saw there. Symbol and Wingdings put their 8-bit codes at U+F000.
 */
const seenAs: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf09f': '•',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf071': '□',
  '\uf0a8': '□',
  '\uf075': '◆',
  '\uf076': '❖',
  '\uf0d8': '▪',
  '\uf0e0': '→',
  '\uf0f0': '→',
  '\uf0fc': '✓',
  '\uf0fe': '√',
  '\uf052': '√',
  '\u2610': '□',
  '\u2611': '√',
  '\u2714': '✓',
  '\u25fe': '▪',
  '\u27a2': '▪',
  '\u27a4': '▪',
}

const substituted = new RegExp(`[${Object.keys(seenAs).join('')}]`, 'gu')

/**
 * The text with one kind of line break (U+2028, U+2029, NEL, VT and FF are such as well), a tabulator as a space, signs
 * of symbol fonts as what they show, without other control characters and byte order marks. Nothing else is touched.
 */
export const printedForm = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(substituted, (sign) => seenAs[sign] ?? sign)
    .replace(/[^\P{Cc}\n]|\ufeff/gu, '')

/** Whether two texts print alike, spaces and line breaks aside: a quotation is the text that it quotes. */
export const printAlike = (a: string, b: string): boolean => bare(a) === bare(b)

const bare = (text: string): string => printedForm(text).replace(/\s/gu, '')
