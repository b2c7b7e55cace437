import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank, tidyCell } from '@shared/tables/cells'
import { readGrid } from '@shared/tables/grid'
import { injectionTable } from '@shared/tables/injection-table'
import { memberTable } from '@shared/tables/member-table'
import { readTable } from '@shared/tables/read-table'
import { signatureTable } from '@shared/tables/signature-table'
import { taskTable } from '@shared/tables/task-table'

const members = (text: string) => readTable(readGrid(text), memberTable)
const kinds = (text: string) => members(text).notes.map(({ kind }) => kind)

describe('a table of members', () => {
  it('reads cells over several lines as one name, and the unit of its head', () => {
    const { rows, notes } = members(
      '序号\t单位全称\t单位类别\t出资额（元）\n1\t"四川示例钛业\n有限公司"\t企业\t500,000\n2\t示例学院\t大学\t12.5万元\n',
    )
    expect(rows.map(({ values }) => values)).toEqual([
      { fullName: '四川示例钛业有限公司', kind: 'enterprise', contribution: 50_000_000 },
      { fullName: '示例学院', kind: 'university', contribution: 12_500_000 },
    ])
    expect(notes).toEqual([])
  })

  it.each([
    ['出资额（元）', '30000', 3_000_000],
    ['出资额（万元）', '3', 3_000_000],
    ['出资额/万元', '3', 3_000_000],
    ['出资额（亿元）', '0.03', 300_000_000],
    ['认缴出资额(人民币，千元)', '30', 3_000_000],
  ])('counts %s', (head, cell, fen) => {
    const { rows } = members(`单位名称\t${head}\n示例公司\t${cell}`)
    expect(rows[0]?.values.contribution).toBe(fen)
  })

  it('finds the head behind titles, and the unit that a title names', () => {
    const { rows, notes } = members('示例联盟成员单位表\t\t\n单位：元\t\t\n序号\t单位名称\t出资额\n1\t示例公司\t300\n')
    expect(rows[0]?.values).toEqual({ fullName: '示例公司', contribution: 30_000 })
    expect(notes.map(({ kind }) => kind)).toEqual(['title-row', 'title-row'])
  })

  it('says where no unit is named', () => {
    expect(kinds('单位名称\t出资额\n示例公司\t300')).toEqual(['unit-assumed'])
  })

  it('tells total rows, remarks and heads said again, and takes none of them', () => {
    const { rows, notes } = members(
      '序号\t单位名称\t法定代表人\n1\t示例公司\t甲示例\n序号\t单位名称\t法定代表人\n合计\t\t1家\n\t共计：1 家\t\n注：盖章有效\t\t',
    )
    expect(rows).toHaveLength(1)
    expect(notes.map(({ kind }) => kind)).toEqual(['repeated-head-row', 'total-row', 'total-row', 'remark-row'])
  })

  it('takes a company whose name begins like a total', () => {
    expect(members('单位名称\t类别\n总计信息技术有限公司\t企业').rows).toHaveLength(1)
  })

  it('names the columns that it does not know, shares among them', () => {
    const { rows, notes } = members('单位名称\t出资比例\t颜色\t\n示例公司\t30%\t红\t剩')
    expect(rows[0]?.values).toEqual({ fullName: '示例公司' })
    expect(notes).toEqual([
      { kind: 'unknown-head', column: 2, text: '出资比例' },
      { kind: 'unknown-head', column: 3, text: '颜色' },
      { kind: 'unknown-head', column: 4, text: '' },
    ])
  })

  it('takes the surest of two heads for one thing, and names the other', () => {
    const { rows, notes } = members('单位性质\t单位全称\t单位类别\n国有企业\t示例研究院\t科研机构')
    expect(rows[0]?.values).toEqual({ fullName: '示例研究院', kind: 'institute' })
    expect(notes).toEqual([{ kind: 'repeated-head', column: 1, text: '单位性质' }])
  })

  it.each([
    ['9.15E+17', 'exponent-code'],
    ['9.1510107E+17', 'exponent-code'],
    ['915101007091612000', 'rounded-code'],
    ['#REF!', 'cell-error'],
    ['9'.repeat(41), 'too-long'],
  ])('refuses the code %s by name', (code, why) => {
    const { rows, notes } = members(`单位名称\t统一社会信用代码\n示例公司\t${code}`)
    expect(rows[0]?.values).toEqual({ fullName: '示例公司' })
    expect(notes).toEqual([{ kind: 'unread-cell', line: 2, column: 2, text: code, why, isRowLost: false }])
  })

  it('keeps a code that is written as text', () => {
    const { rows } = members('单位名称\t信用代码\n示例公司\t="91510100709161210x"\n乙公司\t\'91510107ＭＡ6例')
    expect(rows[0]?.values.creditCode).toBe('91510100709161210X')
    expect(rows[1]?.values.creditCode).toBe('91510107MA6例')
  })

  it('loses a row whose name is too long, and says so', () => {
    const { rows, notes } = members(`单位名称\t类别\n${'长'.repeat(301)}\t企业`)
    expect(rows).toEqual([])
    expect(notes[0]).toMatchObject({ kind: 'unread-cell', why: 'too-long', isRowLost: true })
  })

  it('does not take what an unquoted line break or comma has shifted', () => {
    expect(kinds('序号,单位名称,类别\n1,示例公司,企业\n2,甲,乙公司,企业')).toEqual(['ragged-row'])
    expect(kinds('序号\t单位名称\t类别\n1\t示例公司\t企业\n2\t四川示例\n有限公司\t企业')).toEqual([
      'ragged-row',
      'ragged-row',
    ])
    expect(kinds('序号\t单位名称\t类别\n2\t四川示例\n有限公司\t企业')).toEqual(['serial-no-number'])
  })

  it('does not take the second line of a merged cell for a unit without a name', () => {
    expect(kinds('单位名称\t法定代表人\n示例公司\t甲示例\n\t乙示例')).toEqual(['row-without-key'])
  })

  it('takes 民办非企业单位 for no enterprise, and what it does not know for nothing', () => {
    const { rows, notes } = members('单位名称\t类别\n示例中心\t民办非企业单位\n示例所\t事业单位')
    expect(rows.map(({ values }) => values.kind)).toEqual(['other', undefined])
    expect(notes).toMatchObject([{ kind: 'unread-cell', text: '事业单位', why: 'unknown-choice' }])
  })

  it('is read as a person says, where that person says what a column means', () => {
    const grid = readGrid('企业\t谁\n示例公司\t甲示例')
    const reading = readTable(grid, memberTable, [
      { key: 'fullName', unit: 'wan' },
      { key: 'representative', unit: 'wan' },
    ])
    expect(reading.rows.at(-1)?.values).toEqual({ fullName: '示例公司', representative: '甲示例' })
  })
})

describe('days and months of a table', () => {
  it.each([
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026/3/1 0:00', '2026-03-01'],
    ['2026-03-01T08:30:00', '2026-03-01'],
    ['2026年3月1日 上午9:00', '2026-03-01'],
    ['2026年3月1日 星期日 9:00', '2026-03-01'],
    ['２０２６．３．１', '2026-03-01'],
    ['20260301', '2026-03-01'],
  ])('reads %s', (cell, day) => {
    expect(members(`单位名称\t加入日期\n示例公司\t${cell}`).rows[0]?.values.joinedOn).toBe(day)
  })

  it.each(['2026-02-30', '46082', '去年', '2026年', '1899-12-31', '3/1/2026'])('does not guess at %s', (cell) => {
    expect(members(`单位名称\t加入日期\n示例公司\t${cell}`).notes).toMatchObject([
      { kind: 'unread-cell', text: cell, why: 'not-a-day' },
    ])
  })

  it('reads months, and two of them in one cell', () => {
    const table = taskTable([])
    const { rows } = readTable(
      readGrid('任务名称\t起止年月\n甲\t2024.01-2026.12\n乙\t2024年1月至2026年12月\n丙\t2024-01—2026-12'),
      table,
    )
    expect(rows.map(({ values }) => values.span)).toEqual(Array(3).fill({ from: '2024-01', to: '2026-12' }))
  })
})

describe('tables of signatures, tasks and money', () => {
  const units = [
    { unitId: 'u-1', fullName: '示例（成都）公司' },
    { unitId: 'u-2', fullName: '示例大学' },
  ]

  it('find a unit by its whole name only, and presume nobody to be a legal representative', () => {
    const { rows, notes } = readTable(
      readGrid(
        '单位\t签署人\t身份\n示例(成都)公司\t甲示例\t\n示例大学\t乙示例\t委托代理人\n示例大\t丙示例\t法定代表人',
      ),
      signatureTable(units),
    )
    expect(rows.map(({ values }) => values)).toEqual([
      { unitId: 'u-1', signer: '甲示例' },
      { unitId: 'u-2', signer: '乙示例', capacity: 'agent' },
    ])
    expect(notes).toMatchObject([{ kind: 'unread-cell', text: '示例大', why: 'unknown-unit', isRowLost: true }])
  })

  it('read several units of one cell, or none if there is a stranger among them', () => {
    const { rows, notes } = readTable(
      readGrid(
        '任务名称\t牵头单位\t参加单位\n甲\t示例大学\t"示例大学、\n示例（成都）公司"\n乙\t示例大学\t示例大学、谁',
      ),
      taskTable(units),
    )
    expect(rows[0]?.values).toEqual({ name: '甲', lead: 'u-2', units: ['u-2', 'u-1'] })
    expect(notes).toMatchObject([{ kind: 'unread-cell', line: 4, why: 'unknown-unit', isRowLost: false }])
  })

  it('take no foreign money for yuan', () => {
    expect(readTable(readGrid('来源\t金额（美元）\n财政\t3'), injectionTable).rows).toEqual([])
    const { notes } = readTable(readGrid('来源\t金额（万元）\n财政\t3万美元\n自筹\t30%\n自筹\t约3'), injectionTable)
    expect(notes.map((note) => note.kind === 'unread-cell' && note.why)).toEqual([
      'foreign-money',
      'ratio',
      'not-an-amount',
    ])
  })
})

describe('every filled cell of any table', () => {
  const cell = fc.constantFrom(
    ...[
      '',
      '',
      '单位全称',
      '单位名称',
      '出资额',
      '出资额（元）',
      '信用代码',
      '法定代表人',
      '颜色',
      '序号',
      '合计',
      '1',
      '2',
    ],
    ...[
      '示例公司',
      '示例大学',
      '甲示例',
      '9.15E+17',
      '500',
      '30%',
      '企业',
      '示例\n中心',
      '注：某',
      '/',
      '长'.repeat(301),
    ],
  )
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 7 })

  it('is part of a row, of a head that is known, or told by name', () => {
    fc.assert(
      fc.property(rows, (grid) => {
        const text = grid
          .map((cells) => cells.map((one) => (one.includes('\n') ? `"${one}"` : one)).join('\t'))
          .join('\n')
        const table = readGrid(text, '\t')
        const reading = readTable(table, memberTable)
        const told = reading.notes
        const toldLines = new Set(
          told.flatMap((note) => ('line' in note && note.kind !== 'unread-cell' ? [note.line] : [])),
        )
        const toldColumns = new Set(
          told.flatMap((note) => ('column' in note && /head/u.test(note.kind) ? [note.column] : [])),
        )
        const toldCells = new Set(
          told.flatMap((note) => (note.kind === 'unread-cell' ? [`${note.line}/${note.column}`] : [])),
        )
        const lostLines = new Set(
          told.flatMap((note) => (note.kind === 'unread-cell' && note.isRowLost ? [note.line] : [])),
        )
        const headLine = told.some(({ kind }) => kind === 'no-head')
          ? 0
          : table.rows.find(
              ({ cells }) =>
                cells.length === reading.heads.length && cells.every((one, at) => tidyCell(one) === reading.heads[at]),
            )?.line
        for (const { line, cells } of table.rows) {
          if (line === headLine || toldLines.has(line)) continue
          const row = reading.rows.find((one) => one.line === line)
          if (row === undefined) {
            expect(lostLines).toContain(line)
            continue
          }
          const filled = cells.flatMap((one, at) => (isBlank(one) ? [] : [{ one, at }]))
          const untold = filled.filter(({ at }) => !toldColumns.has(at + 1) && !toldCells.has(`${line}/${at + 1}`))
          const serials = untold.filter(({ at }) => reading.columns[at] === 'serial')
          expect(Object.keys(row.values)).toHaveLength(untold.length - serials.length)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
