import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from '@shared/lib/visible-text'

const turning = [
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
]

describe('text that people wrote, to be shown', () => {
  it('names the character that turns a file name round', () => {
    expect(visibleText('合同\u202efdp.exe')).toBe('合同〚RLO〛fdp.exe')
    expect(visibleText('示\u200b例\ufeff\u0007')).toBe('示〚ZWSP〛例〚BOM〛〚U+0007〛')
  })

  it('is as it was where everything can be seen, rare characters and line breaks included', () => {
    for (const text of ['四川省𠮷野𬭸联盟（示例）', '第一行\n第二行\t', '葛\u{e0100}城', '👩\u200d🔬']) {
      expect(visibleText(text)).toBe(text)
    }
  })

  it('never holds a character that turns others round, and loses none that can be seen', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...turning))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const shown = visibleText(pieces.join(''))
        expect(turning.filter((character) => shown.includes(character))).toEqual([])
        expect(visibleText(shown)).toBe(shown)
        expect(shown.replace(/〚[\w+]+〛/gu, '')).toBe(
          visibleText(pieces.filter((one) => !turning.includes(one)).join('')).replace(/〚[\w+]+〛/gu, ''),
        )
      }),
    )
  })
})
