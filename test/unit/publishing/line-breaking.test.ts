import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type FontSet } from '@shared/publishing/fonts/font-set'
import { characterWidth, typeArea } from '@shared/publishing/page-geometry'
import { toCells } from '@shared/publishing/typeset/cells'
import { breakLines, type Line } from '@shared/publishing/typeset/line-breaking'
import { bodyStyle } from '@shared/publishing/typeset/text-boxes'
import { nameLines, titleLines, titleWords } from '@shared/publishing/typeset/title-lines'
import { fontSet } from '../../helpers/fonts'

let fonts: FontSet
beforeAll(async () => {
  fonts = await fontSet()
})

const width = typeArea.width
const setText = (text: string): Line[] => breakLines(toCells(text, bodyStyle, fonts), { width })
const textOf = (line: Line): string => line.cells.map(({ cell }) => cell.character).join('')

describe('text in a measure of any width', () => {
  test('a measure narrower than one character still takes one character a line', () => {
    const lines = breakLines(toCells('序号', bodyStyle, fonts), { width: characterWidth / 2 })
    expect(lines.map(textOf)).toEqual(['序', '号'])
  })

  test('every text ends, with all of its characters, however narrow the column', () => {
    const character = fc.constantFrom('示', '例', '。', '（', '）', 'a', '9', ' ', '—')
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 40 }),
        fc.double({ min: 0, max: 80, noNaN: true }),
        (text, width) => {
          const lines = breakLines(toCells(text.join(''), bodyStyle, fonts), { width })
          expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(text.join('').replaceAll(' ', ''))
        },
      ),
    )
  })
})

describe('text on the grid of 28 characters', () => {
  test('hanzi alone fill the line, 28 by 28, at one pitch', () => {
    const lines = setText('示'.repeat(60))
    expect(lines.map((line) => line.cells.length)).toEqual([28, 28, 4])
    lines[0]!.cells.forEach(({ x }, index) => expect(x).toBeCloseTo(index * characterWidth, 3))
  })

  test('a full stop that would begin a line is squeezed into the one before when marks give room', () => {
    const lines = setText(`${'示'.repeat(13)}，${'例'.repeat(14)}。${'示'.repeat(5)}`)
    expect(textOf(lines[0]!).endsWith('。')).toBe(true)
    expect(lines[0]!.width).toBeLessThanOrEqual(width + 0.1)
  })

  test('without room a character goes on with the mark, and the line is spread to the edge', () => {
    const lines = setText(`${'示'.repeat(28)}。${'例'.repeat(5)}`)
    expect(textOf(lines[0]!)).toBe('示'.repeat(27))
    expect(textOf(lines[1]!).startsWith('示。')).toBe(true)
    expect(lines[0]!.width).toBeCloseTo(width, 1)
  })

  test('an opening bracket does not end a line', () => {
    expect(textOf(setText(`${'示'.repeat(27)}（例）示例`)[0]!)).toBe('示'.repeat(27))
  })

  test('a number and a dash of two cells stay whole', () => {
    expect(textOf(setText(`${'示'.repeat(26)}1280.50万元`)[1]!)).toBe('1280.50万元')
    expect(
      setText(`${'示'.repeat(27)}——例`)
        .map(textOf)
        .filter((line) => /^—(?!—)|(?<!—)—$/.test(line)),
    ).toEqual([])
  })

  test('a hash longer than a line is cut rather than lost', () => {
    const hash = '0123456789abcdef'.repeat(8)
    expect(setText(hash).map(textOf).join('')).toBe(hash)
  })

  test('any text: nothing is lost, no line is too wide, none begins or ends with a forbidden mark', () => {
    const characters = fc.constantFrom(...Array.from('示例装备，。、；：“”（）《》0123456789.%abc —…'))
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 200 }), (parts) => {
        const text = parts.join('')
        const lines = setText(text)
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const [index, line] of lines.entries()) {
          expect(line.width).toBeLessThanOrEqual(width + 0.1)
          // A run of marks longer than a line has nowhere else to go.
          const isSane = !/[，。、；：“”（）《》—…%.]{12}/.test(text)
          if (isSane && index > 0) expect(textOf(line)).not.toMatch(/^[，。、；：）》”]/)
          if (isSane && index < lines.length - 1) expect(textOf(line)).not.toMatch(/[（《“]$/)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('GB/T 9704-2012 7.3.1: a title breaks between words into a trapezoid', () => {
  const count = (text: string) => Array.from(text).length

  test('lines shrink downwards and no word is cut', () => {
    const words = ['关于公布', '四川省', '产业技术创新战略联盟', '试点名单', '（第三批）', '的通知']
    const lines = titleLines(words, 18, count)
    expect(lines.join('')).toBe(words.join(''))
    expect(lines).toHaveLength(2)
    expect(count(lines[0]!)).toBeGreaterThan(count(lines[1]!) - 1)
    for (const line of lines) expect(count(line)).toBeLessThanOrEqual(18)
  })

  test('a particle never begins a line, and a bracket with its content stays together', () => {
    const words = titleWords('关于公布四川省产业技术创新战略联盟试点名单（第三批）的通知')
    expect(words.some((word) => /^[的（]?）|^的/.test(word))).toBe(false)
    expect(words.some((word) => word.includes('（第三批）'))).toBe(true)
  })

  test('terms that the dictionary takes apart stay whole without being given', () => {
    const title = '关于公布四川省产业技术创新战略联盟试点名单（第三批）的通知'
    expect(titleLines(titleWords(title), 18, count)).toEqual([
      '关于公布四川省产业技术创新战略联盟',
      '试点名单（第三批）的通知',
    ])
  })

  test('the name of an agency breaks between its words, in two lines if they can be had', () => {
    const room = { comfortable: 8.8, most: 9.1 }
    expect(nameLines('四川省示例教育部门', room, count)).toEqual(['四川省示例', '教育部门'])
    expect(nameLines('四川省政府国有资产监督管理委员会', room, count)).toEqual(['四川省政府国有资产', '监督管理委员会'])
    expect(nameLines('四川省科学技术厅', room, count)).toEqual(['四川省科学技术厅'])
  })

  test('a short title is one line, an endless word is cut', () => {
    expect(titleLines(titleWords('试点要求'), 18, count)).toEqual(['试点要求'])
    const name = '四川省示例钒钛新材料产业技术创新战略联盟'
    const starts = titleWords(name).map((_, index, words) => words.slice(0, index + 1).join(''))
    expect(starts).toContain(titleLines([name, '试点名单'], 18, count)[0])
    expect(titleLines(['示'.repeat(40)], 18, count).every((line) => count(line) <= 18)).toBe(true)
  })
})
