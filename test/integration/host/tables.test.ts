import { mkdir, readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TableToRender } from '@shared/ipc/table'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'

let desk: Desk
beforeEach(async () => {
  desk = await createDesk('division', '示例政策法规处')
  await mkdir(desk.exchange, { recursive: true })
})
afterEach(() => desk.host.close())
afterAll(removeTemporaryFolders)

async function written(table: TableToRender, ending: string): Promise<Buffer> {
  const { artifact } = succeeded(await desk.call('document:table', table))
  const items = [{ artifactId: artifact.artifactId, fileName: `台账${ending}` }]
  const { files } = succeeded(await desk.call('document:write', { items }))
  return readFile(files[0]!.path)
}

const workbook: TableToRender = {
  kind: 'workbook',
  sheets: [
    {
      name: '台账',
      title: '2026年度 年度总结 台账',
      columns: [
        { header: '联盟', width: 42 },
        { header: '研发投入（万元）', width: 14 },
        { header: '收到', width: 14 },
      ],
      rows: [
        [
          { kind: 'text', text: '=cmd|calc' },
          { kind: 'number', digits: '1200.50' },
          { kind: 'day', day: '2026-12-12' as never },
        ],
        [{ kind: 'text', text: '甲 & <乙>' }, { kind: 'empty' }, { kind: 'empty' }],
      ],
    },
  ],
}

describe('a table for a spreadsheet', () => {
  it('has types, widths, a head that stays and is printed on every page, a print area, and no formula', async () => {
    const zip = await JSZip.loadAsync(await written(workbook, '.xlsx'))
    const part = async (path: string) => (await zip.file(path)?.async('string')) ?? ''
    const book = await part('xl/workbook.xml')
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'台账'!$A$1:$C$4</definedName>`)
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:$2</definedName>`)
    const sheet = await part('xl/worksheets/sheet1.xml')
    expect(sheet).not.toMatch(/<f[ >]/u)
    expect(sheet).toMatch(/<pane[^>]*ySplit="2"/u)
    expect(sheet).toMatch(/<v>1200\.5<\/v>/u)
    // 2026-12-12 counted from 1899-12-30.
    expect(sheet).toMatch(/<v>46368<\/v>/u)
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/u)
    const words = (await part('xl/sharedStrings.xml')) + sheet
    expect(words).toContain("'=cmd|calc")
    expect(words).toContain('甲 &amp; &lt;乙&gt;')
  })
})

describe('days for another calendar', () => {
  it('are whole days in UTF-8 with CRLF, no line longer than 75 octets, texts escaped', async () => {
    const title = `年度报告截止：${'示例钒钛材料产业技术创新战略联盟'.repeat(4)}; 甲, 乙\\丙`
    const events = [{ uid: 'a/annual-report/2026-12-20', day: '2026-12-20' as never, title, note: '第一行\n第二行' }]
    const text = (
      await written({ kind: 'calendar', name: '处室日历', stamp: '2026-12-01T02:03:04.000Z', events }, '.ics')
    ).toString('utf8')
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    for (const line of lines) expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75)
    const whole = text.replaceAll('\r\n ', '')
    expect(whole).toContain('DTSTAMP:20261201T020304Z\r\nDTSTART;VALUE=DATE:20261220\r\nDTEND;VALUE=DATE:20261221\r\n')
    expect(whole).toContain(`SUMMARY:${title.replace(/[\\;,]/gu, (mark) => `\\${mark}`)}\r\n`)
    expect(whole).toContain('DESCRIPTION:第一行\\n第二行\r\n')
  })
})
