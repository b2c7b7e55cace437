import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readDocumentTables } from '@host/inspection/read-document-tables'
import { readFilledForm } from '@renderer/features/intake/filled-form'
import { emptyContent } from '@renderer/features/intake/intake-actions'
import { composeFilingForm } from '@shared/documents/filing-form'
import { dossierFileSchema, type DossierContent } from '@shared/domain/dossier'
import { renderDocx } from '@shared/publishing/docx/render-docx'

const folder = join(import.meta.dirname, '../../../resources/samples/vanadium-clean')
const sample = dossierFileSchema.parse(JSON.parse(readFileSync(join(folder, 'dossier.json'), 'utf8'))).content

const formOf = (content: DossierContent | null) =>
  renderDocx(
    composeFilingForm({
      createdAt: '2026-11-22T08:00:00Z',
      content,
      regulationTitle: '四川省产业技术创新战略联盟备案、试点实施办法',
    }),
  )

let count = 0
const newId = (prefix: string) => `${prefix}${(count += 1)}`

async function read(bytes: Uint8Array, before = emptyContent()) {
  const reading = await readDocumentTables(Buffer.from(bytes))
  if (reading.problem !== null) throw new Error(reading.problem)
  return readFilledForm(reading.tables, before, newId)
}

/** The document with other words in its main part, as a person writes with another program. */
async function changed(bytes: Uint8Array, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const after = change(xml)
  expect(after).not.toBe(xml)
  return zip.file('word/document.xml', after).generateAsync({ type: 'uint8array' })
}

describe('the filing form', () => {
  it('comes back with everything that it was made of', async () => {
    const form = await read(await formOf(sample))
    expect(form.notes).toEqual([])
    expect(form.listNotes).toEqual([])
    const names = (content: DossierContent) =>
      content.members.map(({ fullName, creditCode, kind, role, city }) => ({ fullName, creditCode, kind, role, city }))
    expect(names(form.content)).toEqual(names(sample))
    const { alliance, agreement, goals } = form.content
    expect(alliance.name).toBe(sample.alliance.name)
    expect(alliance.establishedOn).toBe(sample.alliance.establishedOn)
    expect(form.content.members.find(({ unitId }) => unitId === alliance.chairUnitId)?.fullName).toBe(
      sample.members.find(({ unitId }) => unitId === sample.alliance.chairUnitId)?.fullName,
    )
    expect(agreement.signedOn).toBe(sample.agreement.signedOn)
    expect(goals.overall.replace(/\s/gu, '')).toBe(sample.goals.overall.replace(/\s/gu, ''))
    expect(form.content.tasks.map(({ name, fundFen, chainLink }) => ({ name, fundFen, chainLink }))).toEqual(
      sample.tasks.map(({ name, fundFen, chainLink }) => ({ name, fundFen, chainLink })),
    )
  })

  it('brings nothing that stands there already, and nothing where it is blank', async () => {
    const again = await read(await formOf(sample), sample)
    expect([again.changes, again.members, again.tasks]).toEqual([[], [], []])
    expect(again.known).toHaveLength(sample.members.length + sample.tasks.length)
    const blank = await read(await formOf(null), sample)
    expect([blank.changes, blank.members, blank.notes, blank.listNotes]).toEqual([[], [], [], []])
  })

  it('says what it did not understand: a changed label, a wrong day, a unit that is no member', async () => {
    const { name } = sample.alliance
    const bytes = await changed(await formOf(sample), (xml) =>
      xml
        .replace('>推荐单位<', '>推荐机关（盖章）<')
        .replace('>联盟简称<', '>联 盟 简 称：<')
        .replace(/(>协议签订日期<.*?<w:t[^>]*>)[^<]+/su, '$1二〇二六年春'),
    )
    const form = await read(bytes, { ...emptyContent(), alliance: { ...emptyContent().alliance, name } })
    expect(form.notes).toContainEqual({
      kind: 'unread-field',
      label: '协议签订日期',
      text: '二〇二六年春',
      why: 'not-a-day',
    })
    expect(form.notes.filter(({ kind }) => kind === 'unknown-row').map((note) => note.text)).toEqual([
      `推荐机关（盖章） | ${sample.alliance.recommendedBy}`,
    ])
    expect(form.content.agreement.signedOn).toBeNull()
    expect(form.changes.map(({ label }) => label)).not.toContain('联盟名称')
  })

  it('leaves out what a reviewer struck out, and takes what was put in', async () => {
    const struck = (words: string) => `<w:del w:id="1" w:author="a"><w:r><w:delText>${words}</w:delText></w:r></w:del>`
    const bytes = await changed(await formOf(sample), (xml) =>
      xml.replace(
        />联盟名称<(.*?)<w:t[^>]*>[^<]+<\/w:t>/su,
        (_, between: string) => `>联盟名称<${between}<w:t>示例新名联盟</w:t></w:r>${struck('旧名')}<w:r>`,
      ),
    )
    expect((await read(bytes)).content.alliance.name).toBe('示例新名联盟')
  })
})
