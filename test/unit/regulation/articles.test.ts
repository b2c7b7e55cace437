import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleText, clauseOf, regulationText2010 } from '@shared/regulation/2010/articles'

const { annexMark, title, preamble, chapters } = regulationText2010

describe('the text of the regulation', () => {
  it('is the published text, character by character, white space aside', () => {
    const ours = [
      annexMark,
      title,
      preamble,
      ...chapters.flatMap((chapter) => [
        chapter.label,
        chapter.title,
        ...chapter.articles.flatMap((article) => [
          article.label,
          ...article.paragraphs.flatMap(({ text, items }) => [
            text,
            ...items.flatMap((item) => [item.marker, item.text]),
          ]),
        ]),
      ]),
    ].join('')
    const published = readFileSync('test/fixtures/regulation/regulation.txt', 'utf8').replace(/\s+/gu, '')
    expect(ours).toBe(published)
  })

  it('has six chapters and 29 articles in order', () => {
    expect(chapters.map(({ articles }) => articles.length)).toEqual([4, 3, 7, 5, 8, 2])
    expect(chapters.flatMap(({ articles }) => articles.map(({ number }) => number))).toEqual(
      Array.from({ length: 29 }, (_, index) => index + 1),
    )
  })

  it('has items under Articles 7, 9, 11, 12 and 19 alone', () => {
    const withItems = chapters
      .flatMap(({ articles }) => articles)
      .map(({ number, paragraphs }) => [number, paragraphs.flatMap(({ items }) => items).length])
      .filter(([, count]) => count !== 0)
    expect(withItems).toEqual([
      [7, 3],
      [9, 5],
      [11, 4],
      [12, 3],
      [19, 5],
    ])
  })
})

describe('a clause', () => {
  it('is looked up by article and item, and cited in Chinese', () => {
    expect(articleText('9.4')).toBe('已投入资金开始运行1年以上，产业技术创新链构建任务明确、目标清晰。')
    expect(clauseOf('9.4')).toMatchObject({ label: '第九条第四项', articleNumber: 9, itemNumber: 4 })
    expect(clauseOf('9.4').chapter).toEqual({ number: 3, label: '第三章', title: '联盟试点确定' })
  })

  it('gives an article whole, with its items on lines of their own', () => {
    expect(articleText('12').split('\n')).toHaveLength(4)
    expect(articleText('12')).toContain('\n1、联盟协议由成员单位法定代表人共同签署')
    expect(clauseOf('29').label).toBe('第二十九条')
  })

  it.each(['30', '0', '9.6', '8.1'] as const)('%s does not exist and is refused', (ref) => {
    expect(() => clauseOf(ref)).toThrow(ref)
  })
})
