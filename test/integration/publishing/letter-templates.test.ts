/** Letters from Word files that staff changed: the words come whole or the file is refused by name. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInText, letterKinds, startingText, tagsOf } from '@shared/documents/letter'
import { letterWordings } from '@shared/documents/letters'

import { checkLetter, fillLetter } from '@shared/publishing/templates/check-letter'
import { readLetter } from '@shared/publishing/templates/read-letter'
import { startingLetter } from '@shared/publishing/templates/starting-letter'
import { withParts } from '../../helpers/word-templates'
import { catalogueFacts, typedOf } from '../../unit/documents/catalogue-facts'
import { reviewedFile } from '../../unit/documents/panel-review'
import { dossierDocuments } from '@shared/documents/catalogue'

const startOf = (kind: (typeof letterKinds)[number]) => {
  const { title, body } = startingText(letterWordings[kind])
  return startingLetter({ title: title.join(''), body: [...body] })
}
const receiptTags = tagsOf(letterWordings['filing-receipt'])
const documentPart = 'word/document.xml'
const inBody = (xml: string) => ({
  [documentPart]: (document: string) => document.replace('<w:sectPr', `${xml}<w:sectPr`),
})
const paragraph = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const run = (inner: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${inner}</w:r>`

describe('the starting template', () => {
  test.each(letterKinds)('of %s passes its own check and reads back as it was written', async (kind) => {
    const bytes = await startOf(kind)
    expect(checkLetter(bytes, tagsOf(letterWordings[kind]))).toEqual([])
    const { title, body } = startingText(letterWordings[kind])
    expect(readLetter(bytes)).toEqual({ title: title.join(''), body })
  })

  test('filled as it is gives the built-in words, for every letter that a dossier may have', async () => {
    const file = reviewedFile()
    let made = 0
    for (const document of dossierDocuments) {
      const letter = document.letter?.(catalogueFacts(file), typedOf, '')
      if (letter?.ok !== true) continue
      made += 1
      const filled = fillLetter(await startOf(letter.value.wording.kind), letter.value.values)
      const builtIn = builtInText(letter.value)
      expect(filled).toEqual({ title: builtIn.title.join(''), body: builtIn.body })
    }
    expect(made).toBeGreaterThan(0)
  })

  test('gives any words back that a person could have typed', async () => {
    const line = fc.stringMatching(/^[一-龥，。“”（）A-Za-z0-9<>&·]{1,30}$/u)
    await fc.assert(
      fc.asyncProperty(line, fc.array(line, { minLength: 1, maxLength: 5 }), async (title, body) => {
        expect(readLetter(await startingLetter({ title, body }))).toEqual({ title, body })
      }),
      { numRuns: 25 },
    )
  })
})

describe('a template gives words only', () => {
  test.each([
    ['a table', inBody('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'), 'table'],
    ['a picture', inBody(paragraph(run('<w:drawing/>'))), 'picture'],
    [
      'an inserted text that nobody accepted',
      inBody(paragraph(`<w:ins>${run('<w:t>新</w:t>')}</w:ins>`)),
      'tracked-change',
    ],
    [
      'a deleted text that nobody accepted',
      inBody(paragraph(`<w:del>${run('<w:delText>旧</w:delText>')}</w:del>`)),
      'tracked-change',
    ],
    ['a footnote', inBody(paragraph(run('<w:footnoteReference w:id="1"/>'))), 'note'],
    [
      'an automatic number',
      inBody(paragraph(run('<w:t>甲</w:t>'), '<w:numPr><w:numId w:val="1"/></w:numPr>')),
      'numbering',
    ],
    ['an automatic date', inBody(paragraph('<w:fldSimple w:instr="DATE"/>')), 'field'],
    ['hidden text', inBody(paragraph(run('<w:t>甲</w:t>', '<w:vanish/>'))), 'hidden-text'],
    ['struck-out text', inBody(paragraph(run('<w:t>甲</w:t>', '<w:strike/>'))), 'struck-text'],
    ['a symbol', inBody(paragraph(run('<w:sym w:font="Wingdings" w:char="F0FE"/>'))), 'symbol'],
  ])('%s is refused by name', async (_, parts, what) => {
    const bytes = await withParts(await startOf('filing-receipt'), parts)
    expect(checkLetter(bytes, receiptTags)).toEqual([{ kind: 'not-carried', part: documentPart, what }])
  })

  test('numbers that a style gives are refused, and so are those of a style based on it', async () => {
    const styled = {
      ...inBody(paragraph(run('<w:t>甲</w:t>'), '<w:pStyle w:val="条"/>')),
      'word/styles.xml': (xml: string) =>
        xml.replace(
          '</w:styles>',
          '<w:style w:type="paragraph" w:styleId="条"><w:basedOn w:val="款"/></w:style>' +
            '<w:style w:type="paragraph" w:styleId="款"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>',
        ),
    }
    const bytes = await withParts(await startOf('filing-receipt'), styled)
    expect(checkLetter(bytes, receiptTags)).toEqual([{ kind: 'not-carried', part: documentPart, what: 'numbering' }])
  })

  test('what is switched off by name does no harm, and a page number in the footer is none of its words', async () => {
    const bytes = await withParts(await startOf('filing-receipt'), {
      ...inBody(paragraph(run('<w:t>甲。</w:t>', '<w:strike w:val="0"/><w:vanish w:val="false"/>'))),
      'word/footer1.xml':
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>— 1 —</w:t></w:r></w:p></w:ftr>',
    })
    expect(checkLetter(bytes, receiptTags)).toEqual([])
    expect(readLetter(bytes).body.at(-1)).toBe('甲。')
  })

  test('words in a header are refused', async () => {
    const bytes = await withParts(await startOf('filing-receipt'), {
      'word/header1.xml':
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>',
    })
    expect(checkLetter(bytes, receiptTags)).toEqual([{ kind: 'not-carried', part: 'word/header1.xml', what: 'header' }])
  })

  test.each([
    ['full-width braces', '｛｛备案编号｝｝', '｛｛备案编号｝｝'],
    ['a single brace', '备案{编号', '备案{编号'],
  ])('%s would be printed, and are refused', async (_, text, tag) => {
    const bytes = await withParts(await startOf('filing-receipt'), inBody(paragraph(run(`<w:t>${text}</w:t>`))))
    expect(checkLetter(bytes, receiptTags)).toEqual([{ kind: 'broken-tag', tag }])
  })

  test('a file that begins with a sentence has no title', async () => {
    const bytes = await startingLetter({ title: '经研究，予以备案。', body: ['{{联盟名称}}{{备案编号}}{{备案日期}}'] })
    expect(checkLetter(bytes, receiptTags)).toEqual([{ kind: 'no-title' }])
  })

  test('the danger is named before the words are read', async () => {
    const bytes = await withParts(await startOf('filing-receipt'), { 'word/vbaProject.bin': '宏' })
    expect(checkLetter(bytes, receiptTags)).toEqual([{ kind: 'macro', part: 'word/vbaProject.bin' }])
  })

  test('a missing tag and a lost table are told together', async () => {
    const start = await startingLetter({ title: '备案回执', body: ['{{联盟名称}}，编号{{备案编号}}。'] })
    const bytes = await withParts(start, inBody('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'))
    expect(checkLetter(bytes, receiptTags)).toEqual([
      { kind: 'missing-tag', tag: '备案日期' },
      { kind: 'not-carried', part: documentPart, what: 'table' },
    ])
  })
})

describe('the words of a filled template', () => {
  test('keep a forced line, drop blank paragraphs and the space that indents', async () => {
    const bytes = await withParts(
      await startOf('filing-receipt'),
      inBody(`${paragraph('')}${paragraph(run('<w:t>　　甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/>'))}`),
    )
    expect(readLetter(bytes).body.at(-1)).toBe('甲\n乙')
  })

  test('never look at tags inside values', async () => {
    const values = { 联盟名称: '{{备案编号}}', 办法名称: '办法', 备案编号: '1', 备案日期: '今日' }
    expect(fillLetter(await startOf('filing-receipt'), values).body[0]).toContain('你单位代表{{备案编号}}提交')
  })
})
