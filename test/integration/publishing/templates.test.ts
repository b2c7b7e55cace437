/** Word files that staff bring: what is refused, by name, and what filling gives. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { visibleText } from '@shared/lib/visible-text'
import { checkTemplate } from '@shared/publishing/templates/check-template'
import { fillTemplate, TemplateValueError } from '@shared/publishing/templates/fill-template'
import { tags, textOf, withParts, wordFile } from '../../helpers/word-templates'

let good: Uint8Array
beforeAll(async () => {
  good = await wordFile()
})

const values = {
  标题: '关于公布试点名单的通知',
  日期: '2026年12月5日',
  名单: [
    { 序号: '1', 联盟名称: '示例甲联盟' },
    { 序号: '2', 联盟名称: '示例乙联盟' },
  ],
}

describe('a template is checked before it is taken', () => {
  test('one with every tag, cut into runs as Word leaves them, passes', () => {
    expect(checkTemplate(good, tags)).toEqual([])
  })

  test('an optional tag may stand in it, in the header too', async () => {
    expect(checkTemplate(await wordFile({ header: '{{附注}}' }), tags)).toEqual([])
  })

  test.each([
    ['an unknown tag', { paragraphs: ['{{标题}}{{日期}}{{金额}}'] }, [{ kind: 'unknown-tag', tag: '金额' }]],
    ['one in the header', { header: '{{处室}}' }, [{ kind: 'unknown-tag', tag: '处室' }]],
    ['a tag that every object inherits', { header: '{{constructor}}' }, [{ kind: 'unknown-tag', tag: 'constructor' }]],
    ['an expression', { header: '{{日期.length}}' }, [{ kind: 'unknown-tag', tag: '日期.length' }]],
    ['a missing tag', { paragraphs: ['{{标题}}'] }, [{ kind: 'missing-tag', tag: '日期' }]],
    ['missing rows', { cells: [] }, [{ kind: 'missing-tag', tag: '名单' }]],
    [
      'a missing and an unknown tag of a row',
      { cells: ['{{#名单}}{{编号}}', '{{联盟名称}}{{/名单}}'] },
      [
        { kind: 'unknown-tag', tag: '名单.编号' },
        { kind: 'missing-tag', tag: '名单.序号' },
      ],
    ],
    ['a text used as rows', { header: '{{#附注}}是{{/附注}}' }, [{ kind: 'wrong-form', tag: '附注' }]],
    ['rows used as text', { header: '{{名单}}' }, [{ kind: 'wrong-form', tag: '名单' }]],
    ['an inverted section', { header: '{{^名单}}无{{/名单}}' }, [{ kind: 'wrong-form', tag: '名单' }]],
    ['raw XML', { paragraphs: ['{{标题}}{{日期}}', '{{@附注}}'] }, [{ kind: 'wrong-form', tag: '附注' }]],
  ])('%s is named', async (_, template, problems) => {
    expect(checkTemplate(await wordFile(template), tags)).toEqual(problems)
  })

  test('rows or brackets that do not close are broken', async () => {
    const open = checkTemplate(await wordFile({ cells: ['{{#名单}}{{序号}}', '{{联盟名称}}'] }), tags)
    expect(open).toContainEqual({ kind: 'broken-tag', tag: '名单' })
    expect(checkTemplate(await wordFile({ header: '{{附注' }), tags).map(({ kind }) => kind)).toContain('broken-tag')
  })

  const relation =
    (type: string, target: string, mode = '') =>
    (xml: string) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`,
      )
  const rels = 'word/_rels/document.xml.rels'
  const inBody = (xml: string) => (document: string) => document.replace('<w:body>', `<w:body>${xml}`)
  const field = (...cuts: string[]) =>
    inBody(`<w:p>${cuts.map((cut) => `<w:r><w:instrText>${cut}</w:instrText></w:r>`).join('')}</w:p>`)
  const body = 'word/document.xml'

  test.each([
    [
      'a linked picture',
      { [rels]: relation('image', 'https://示例/a.png', ' TargetMode="External"') },
      'external-relationship',
    ],
    [
      'the mode in an entity',
      { [rels]: relation('image', 'a.png', ' TargetMode="&#69;xternal"') },
      'external-relationship',
    ],
    ['a target that is a share', { [rels]: relation('image', '\\\\server\\a.png') }, 'external-relationship'],
    ['a target that is a file', { [rels]: relation('attachedTemplate', 'file:///C:/a.dotm') }, 'external-relationship'],
    ['a macro', { 'word/vbaProject.bin': 'x' }, 'macro'],
    ['a macro under another name', { [rels]: relation('vbaProject', 'a.bin') }, 'macro'],
    [
      'a macro-enabled type',
      {
        '[Content_Types].xml': (xml: string) =>
          xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
      },
      'macro',
    ],
    ['a ribbon', { 'customUI/customUI.xml': '<customUI/>' }, 'macro'],
    ['a foreign part', { [body]: inBody('<w:altChunk r:id="rId9"/>') }, 'alt-chunk'],
    ['its relationship', { [rels]: relation('aFChunk', 'afchunk.html') }, 'alt-chunk'],
    ['an embedded workbook', { 'word/embeddings/a.xlsx': 'x' }, 'embedded-object'],
    [
      'an OLE object',
      { [body]: inBody('<w:p><w:object><o:OLEObject xmlns:o="urn:o"/></w:object></w:p>') },
      'embedded-object',
    ],
    ['a control', { 'word/activeX/activeX1.bin': 'x' }, 'embedded-object'],
    ['a field that starts a program', { [body]: field('DDEAUTO c:\\\\a.exe') }, 'active-field'],
    ['a field cut into runs', { [body]: field('INCLUDE', 'TEXT "c:\\\\a"') }, 'active-field'],
    [
      'a simple field',
      { [body]: inBody('<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;a&quot; "/></w:p>') },
      'active-field',
    ],
    ['a document type of its own', { 'word/settings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, 'unreadable'],
    ['a part that is no XML', { 'word/settings.xml': '<a><b></a>' }, 'unreadable'],
  ])('%s is refused by name', async (_, parts, kind) => {
    const problems = checkTemplate(await withParts(good, parts), tags)
    expect(problems.map((problem) => problem.kind)).toContain(kind)
    for (const problem of problems) if ('part' in problem) expect(problem.part).not.toBe('')
  })

  test('page numbers and a table of contents are fields that may stay', async () => {
    const parts = { [body]: field('PAGE', ' \\* MERGEFORMAT', '</w:instrText><w:instrText>TOC \\o') }
    expect(checkTemplate(await withParts(good, parts), tags)).toEqual([])
  })

  test('what is no Word file is refused without an exception', async () => {
    expect(checkTemplate(new Uint8Array(), tags)).toEqual([{ kind: 'unreadable', part: '' }])
    expect(checkTemplate(good.subarray(0, good.length - 30), tags)).toEqual([{ kind: 'unreadable', part: '' }])
    expect(checkTemplate(new Uint8Array(6_000_000), tags)).toEqual([{ kind: 'too-large', bytes: 6_000_000 }])
    const bomb = await withParts(good, { 'word/media/a.txt': '0'.repeat(31_000_000) })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(checkTemplate(bomb, tags)).toMatchObject([{ kind: 'too-large' }])
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const damaged = good.slice()
        damaged[at]! ^= bits
        expect(() => checkTemplate(damaged, tags)).not.toThrow()
      }),
      { numRuns: 60 },
    )
  })
})

describe('filling', () => {
  test('puts text in its place and a row for each of the rows', async () => {
    expect(await textOf(fillTemplate(good, values))).toEqual([
      '关于公布试点名单的通知',
      '成文日期：2026年12月5日',
      '序号',
      '联盟名称',
      '1',
      '示例甲联盟',
      '2',
      '示例乙联盟',
    ])
  })

  test('whatever the text: it comes out as it went in, what cannot be seen by name, and nothing in it is a tag or markup', async () => {
    const nasty = fc.constantFrom(
      '{{标题}}',
      '{{#名单}}',
      '}}',
      '{',
      '<w:p/>',
      '&amp;',
      ']]>',
      '"',
      "'",
      '𣲗',
      '\n',
      '${1}',
    )
    const character = fc.oneof(nasty, fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }))
    const printable = fc
      .array(character, { minLength: 1, maxLength: 12 })
      .map((parts) => `示${parts.join('').replace(/[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/gu, '')}例`)
    await fc.assert(
      fc.asyncProperty(printable, fc.array(printable, { minLength: 1, maxLength: 3 }), async (title, names) => {
        const rows = names.map((name, index) => ({ 序号: String(index + 1), 联盟名称: name }))
        const filled = fillTemplate(good, { ...values, 标题: title, 名单: rows })
        const text = await textOf(filled)
        expect(text[0]).toBe(visibleText(title))
        expect(text.slice(4)).toEqual(rows.flatMap(({ 序号, 联盟名称 }) => [序号, visibleText(联盟名称)]))
      }),
      { numRuns: 60, examples: [['示\u{e0020}例', ['示例\u202e甲']]] },
    )
  })

  test.each([
    ['an absent value', { 标题: '示例', 名单: [] }, '日期'],
    ['a blank one', { ...values, 日期: ' ' }, '日期'],
    ['a control character', { ...values, 标题: '示\u0007例' }, '标题'],
    ['half a character', { ...values, 标题: '示\ud842' }, '标题'],
    ['an absent value of a row', { ...values, 名单: [{ 序号: '1' }] }, '联盟名称'],
    ['a blank one of a row', { ...values, 名单: [{ 序号: '1', 联盟名称: '' }] }, '名单.联盟名称'],
    ['rows where text is meant', { ...values, 日期: [] }, '日期'],
    ['text where rows are meant', { ...values, 名单: '示例' }, '名单'],
  ])('%s stops it and is named', (_, incomplete, tag) => {
    expect(() => fillTemplate(good, incomplete as typeof values)).toThrow(TemplateValueError)
    expect(() => fillTemplate(good, incomplete as typeof values)).toThrow(expect.objectContaining({ tag }))
  })

  test('a template that was not checked runs nothing: tags are names, not expressions', async () => {
    const hostile = await wordFile({
      paragraphs: ['{{constructor.constructor("globalThis.ran = true")()}}', '{{标题}}'],
      cells: [],
    })
    expect(() => fillTemplate(hostile, values)).toThrow(TemplateValueError)
    expect('ran' in globalThis).toBe(false)
  })
})
