import { describe, expect, it } from 'vitest'
import {
  clauseName,
  evidenceNote,
  nameWords,
  sentence,
  verbatimParagraphs,
  withEvidence,
} from '@shared/documents/chinese-text'
import { evidencePinSchema } from '@shared/domain/judgement'
import { chineseNumeral } from '@shared/lib/chinese-numeral'

const pin = (materialTitle: string, page: number) =>
  evidencePinSchema.parse({ materialId: 'm', materialTitle, sha256: '0'.repeat(64), page })

describe('what people typed', () => {
  it.each([
    ['分工明确', '分工明确。'],
    ['分工明确。', '分工明确。'],
    ['是否属实？', '是否属实？'],
    ['他说“同意。”', '他说“同意。”'],
    ['  分工明确，\n', '分工明确。'],
    ['第一行\n第二行', '第一行第二行。'],
    ['', ''],
  ])('%j is closed as a sentence, not reworded', (typed, printed) => {
    expect(sentence(typed)).toBe(printed)
  })

  it('becomes one paragraph per line, without blank lines and control characters', () => {
    expect(verbatimParagraphs('一\r\n\r\n二\u0007\t三').map((block) => block.content)).toEqual(['一', '二 三'])
  })
})

describe('evidence', () => {
  it('is listed by material, pages sorted and once', () => {
    expect(evidenceNote([pin('协议书', 7), pin('办法', 2), pin('协议书', 3), pin('协议书', 7)])).toBe(
      '（协议书第3、7页；办法第2页）',
    )
    expect(evidenceNote([])).toBe('')
  })

  it('stands before the full stop', () => {
    expect(withEvidence('分工明确', [pin('协议书', 7)])).toBe('分工明确（协议书第7页）。')
    expect(withEvidence('是否属实？', [pin('协议书', 7)])).toBe('是否属实？（协议书第7页）。')
  })
})

describe('numerals and clauses', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1001, '一千零一'],
  ])('%i is %s', (value, words) => {
    expect(chineseNumeral(value)).toBe(words)
  })

  it('refuses what is no count', () => {
    expect(() => chineseNumeral(0)).toThrow(RangeError)
    expect(() => chineseNumeral(1.5)).toThrow(RangeError)
  })

  it('cites articles and items', () => {
    expect(clauseName('9.4')).toBe('第九条第四项')
    expect(clauseName('12')).toBe('第十二条')
  })
})

describe('the name of an alliance in a title', () => {
  it.each([
    ['四川省示例钒钛产业技术创新战略联盟', ['四川省示例钒钛', '产业技术创新战略联盟']],
    ['示例产业技术创新联盟（筹）', ['示例', '产业技术创新联盟（筹）']],
    ['示例协作组织', ['示例协作组织']],
    ['产业技术创新战略联盟示例', ['产业技术创新战略联盟示例']],
  ])('%s breaks at most before its kind', (name, pieces) => {
    expect(nameWords(name)).toEqual(pieces)
    expect(nameWords(name, '关于').join('')).toBe(`关于${name}`)
  })
})
