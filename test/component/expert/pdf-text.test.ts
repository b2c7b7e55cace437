import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turned, type Turn } from '@renderer/ui/pdf/page-place'
import { findInText, findOnPage, foldPage, foldQuery, pageTextOf, wordsAround } from '@renderer/ui/pdf/page-text'
import { turnRegion, turnRegionBack } from '@renderer/ui/pdf/turn-region'
import { nextZoom, pageAt, pagesToDraw, pageTops, scaleOf } from '@renderer/ui/pdf/page-layout'

const page = { width: 794, height: 1123 }

describe('searching the text of a page', () => {
  it('finds words across the runs and line breaks of a PDF', () => {
    const hits = findOnPage(3, foldPage(['第二十', '一条 加入', '。']), '第二十一条加入')
    expect(hits).toEqual([{ page: 3, from: { item: 0, offset: 0 }, to: { item: 1, offset: 5 } }])
  })

  it('takes full-width, half-width, capitals and white space for the same', () => {
    expect(findOnPage(1, foldPage(['ＡＢＣ（１２）']), 'abc (12)')).toHaveLength(1)
  })

  it('finds names with characters outside the basic plane at their place', () => {
    expect(findOnPage(1, foldPage(['成员𠮷田堃']), '田堃')).toEqual([
      { page: 1, from: { item: 0, offset: 4 }, to: { item: 0, offset: 6 } },
    ])
  })

  it('points every hit at text that folds to the query', () => {
    const runs = fc.array(
      fc.string({ unit: fc.constantFrom('法', '定', '代', ' ', 'Ａ', 'a', '①', '𠮷'), maxLength: 6 }),
    )
    fc.assert(
      fc.property(
        runs,
        fc.string({ unit: fc.constantFrom('法', '定', 'a', '1', '𠮷'), minLength: 1, maxLength: 3 }),
        (items, query) => {
          for (const { from, to } of findOnPage(1, foldPage(items), query)) {
            const text = items
              .map((run, index) =>
                run.slice(
                  index === from.item ? from.offset : index < from.item ? run.length : 0,
                  index === to.item ? to.offset : index > to.item ? 0 : run.length,
                ),
              )
              .join('')
            expect(foldQuery(text)).toContain(foldQuery(query))
          }
        },
      ),
    )
  })

  it('answers nothing for an empty query', () => {
    expect(findOnPage(1, foldPage(['法定代表人']), ' 　')).toEqual([])
  })
})

describe('what is kept of a page that was read', () => {
  it('finds what the page finds', () => {
    const runs = ['成员𠮷田堃', '第二十', '一条 加入', '。']
    for (const query of ['第二十一条', '𠮷', '加入。', '没有']) {
      expect(findInText(2, pageTextOf(runs), query)).toEqual(findOnPage(2, foldPage(runs), query))
    }
  })

  it('shows an occurrence with the words around it, and never half a character', () => {
    const text = pageTextOf(['甲𠮷乙丙', '第二十', '一条\n 加入', '的单位'])
    const [hit] = findInText(1, text, '第二十一条')
    expect(wordsAround(text, hit!, 3)).toEqual({ before: '乙丙', hit: '第二十一条', after: ' 加' })
    const [other] = findInText(1, text, '乙')
    expect(wordsAround(text, other!, 1)).toEqual({ before: '', hit: '乙', after: '丙' })
  })
})

describe('a page that a person turned', () => {
  const turns: readonly Turn[] = [0, 90, 180, 270]

  it('is as it was after four turns', () => {
    expect(turns.map(turned)).toEqual([90, 180, 270, 0])
  })

  it('shows a pinned part where it lies then, and keeps it as the file has it', () => {
    const part = { x: 0.1, y: 0.2, width: 0.3, height: 0.05 }
    // The upper left corner of the page is at its upper right.
    expect(turnRegion({ x: 0, y: 0, width: 0.2, height: 0.1 }, 90)).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.2 })
    for (const turn of turns) {
      const back = turnRegionBack(turnRegion(part, turn), turn)
      for (const side of ['x', 'y', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(part[side], 10)
    }
  })
})

describe('the column of pages', () => {
  const tops = pageTops([page, page, page].map(({ height }) => height))

  it('says which page one is on: the one a third down the window', () => {
    expect(pageAt(tops, 0, 600)).toBe(1)
    expect(pageAt(tops, tops[1]!, 600)).toBe(2)
    expect(pageAt(tops, tops[3]!, 600)).toBe(3)
  })

  it('draws what is in sight and one page on either side', () => {
    expect(pagesToDraw(tops, 0, 600)).toEqual([1, 2])
    expect(pagesToDraw(pageTops(Array.from({ length: 400 }, () => page.height)), 100_000, 600)).toEqual([88, 90])
  })

  it('steps through zooms and back, and fits width and page', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3), (scale) => {
        expect(nextZoom(nextZoom(scale, 1), -1)).toBe(scale)
      }),
    )
    expect(scaleOf('width', page, { width: 794 + 24, height: 500 })).toBe(1)
    expect(scaleOf('page', page, { width: 2000, height: 1123 / 2 + 24 })).toBeCloseTo(0.5)
  })
})
