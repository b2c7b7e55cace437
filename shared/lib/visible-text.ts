/**
 * Short names of the characters that cannot be seen but change how others are read or compared (Unicode 16, Cf and Cc).
 */
const names: Readonly<Record<number, string>> = {
  0x00ad: 'SHY',
  0x061c: 'ALM',
  0x180e: 'MVS',
  0x200b: 'ZWSP',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
}

// Joiners and variation selectors belong to how names and emoji are written; white space shows as white space.
const unseen = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}]/gu

/**
 * A person's text with everything that cannot be seen made visible, so that a name cannot pass for another and no
 * character turns round what stands beside it: `合同\u202efdp.exe` is `合同〚RLO〛fdp.exe`. Only for showing, never for
 * keeping.
 */
export const visibleText = (text: string): string =>
  text.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `〚${names[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`}〛`
  })
