import { describe, expect, test } from 'vitest'
import { documentModelSchema, type Block, type DocumentModel } from '@shared/documents/blocks'
import { assertComplete, DocumentIncompleteError, findIncomplete, plainText } from '@shared/documents/blocks-complete'
import { notice, opinion } from '../../helpers/publishing-samples'

const withBlocks = (...blocks: unknown[]): unknown => ({ ...opinion, blocks })
const paragraph = (content: unknown): unknown => ({ kind: 'paragraph', content })

describe('a document model is complete or says what is missing', () => {
  test('the samples are complete, and survive a trip through JSON', () => {
    for (const model of [opinion, notice]) {
      expect(findIncomplete(model)).toEqual([])
      expect(documentModelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
    }
  })

  test.each([
    ['empty text', paragraph(''), 'empty', 'blocks[1].content'],
    ['blank text', paragraph(' \u3000 '), 'empty', 'blocks[1].content'],
    ['an empty run', paragraph([{ text: '好' }, { text: '' }]), 'empty', 'blocks[1].content[1].text'],
    ['a tabulator', paragraph('甲\t乙'), 'control-character', 'blocks[1].content'],
    ['half a character', paragraph('甲\ud842'), 'broken-character', 'blocks[1].content'],
    ['no text at all', paragraph(undefined), 'malformed', 'blocks[1].content'],
    [
      'a final copy without date',
      { kind: 'signature', names: ['示例处'], seal: false },
      'missing-date',
      'blocks[1].date',
    ],
    [
      'a day that no month has',
      { kind: 'signature', names: ['示例处'], seal: false, date: '2026-02-29' },
      'impossible-date',
      'blocks[1].date',
    ],
    [
      'a short row',
      {
        kind: 'table',
        columns: [
          { header: '甲', width: 1 },
          { header: '乙', width: 1 },
        ],
        rows: [['一']],
      },
      'cell-count',
      'blocks[1].rows[0]',
    ],
    ['words that are not the title', { kind: 'title', text: '甲乙', words: ['甲'] }, 'words-differ', 'blocks[1].words'],
  ])('%s is named with its place', (_, block, problem, where) => {
    const heading = { kind: 'heading', level: 1, number: 4, text: '存在问题' }
    const found = findIncomplete(withBlocks(heading, block))
    expect(found.map((item) => [item.problem, item.where])).toContainEqual([problem, where])
    expect(found.every(({ near }) => near !== '')).toBe(true)
  })

  test('the nearest words name the heading above, and a cell its column', () => {
    const heading = { kind: 'heading', level: 1, number: 4, text: '存在问题' }
    const table = { kind: 'table', columns: [{ header: '理由', width: 1 }], rows: [['']] }
    expect(findIncomplete(withBlocks(heading, paragraph('')))[0]?.near).toBe('存在问题')
    expect(findIncomplete(withBlocks(table))[0]?.near).toBe('理由')
  })

  test('an unknown key is refused', () => {
    expect(findIncomplete({ ...opinion, watermark: 'x' })).not.toEqual([])
  })

  test('a draft may leave number and dates open, a final copy may not', () => {
    if (notice.layout.kind !== 'official') throw new Error('the notice is official')
    const { agencyCode, year } = notice.layout.head.number
    const number = { agencyCode, year }
    const open: DocumentModel = { ...notice, layout: { ...notice.layout, head: { ...notice.layout.head, number } } }
    expect(findIncomplete({ ...open, draft: '征求意见稿' })).toEqual([])
    expect(findIncomplete(open).map(({ problem }) => problem)).toEqual(['missing-number'])
  })

  test('two signature fields of one name are refused', () => {
    const table = opinion.blocks.find(
      (block): block is Extract<Block, { kind: 'signatureTable' }> => block.kind === 'signatureTable',
    )!
    const twice = { ...table, rows: [table.rows[0], table.rows[0]] }
    expect(findIncomplete(withBlocks(twice)).map(({ problem }) => problem)).toEqual(['duplicate-field'])
  })

  test('the gate throws one error that lists everything', () => {
    expect(() => assertComplete(withBlocks(paragraph(''), paragraph('')))).toThrow(DocumentIncompleteError)
    expect(() => assertComplete(opinion)).not.toThrow()
  })

  test('plain text drops faces and places to write on', () => {
    expect(plainText([{ text: '甲' }, { blank: 4 }, { text: '乙', face: 'hei' }])).toBe('甲乙')
  })
})
