import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pdfPageTexts } from '../../helpers/sample-pdf-text'
import { readSampleDossier, readSampleMaterial, samplesFolder, sampleSlugs } from '../../helpers/samples'

const required = [
  'filing-form',
  'agreement',
  'necessity',
  'pilot-application',
  'strategy-plan',
  'funds-rule',
  'funds-proof',
] as const

describe.each(sampleSlugs)('sample %s', (slug) => {
  const dossier = readSampleDossier(slug)
  const { content } = dossier
  const material = (code: string) => content.materials.find((m) => m.code === code)!
  const textsOf = (code: string) => pdfPageTexts(readSampleMaterial(slug, material(code).fileName))

  it('is marked as an example by its name and by those of all its members', () => {
    expect(content.alliance.name).toContain('示例')
    for (const member of content.members) expect(member.fullName).toContain('示例')
  })

  it('has every paper of a filing and of a pilot application', () => {
    expect(content.materials.map((m) => m.code)).toEqual(expect.arrayContaining([...required]))
    expect(readdirSync(join(samplesFolder, slug, 'materials')).sort()).toEqual(
      content.materials.map((m) => m.fileName).sort(),
    )
  })

  it('names the hash, size and page count that its files really have', async () => {
    for (const { fileName, sha256, size, pages } of content.materials) {
      const bytes = readSampleMaterial(slug, fileName)
      expect(createHash('sha256').update(bytes).digest('hex'), fileName).toBe(sha256)
      expect(bytes.length, fileName).toBe(size)
      expect((await pdfPageTexts(bytes)).length, fileName).toBe(pages)
    }
  })

  it('prints on every page with text that it is invented', async () => {
    for (const { code, textLayer } of content.materials) {
      if (textLayer !== 'present') continue
      for (const text of await textsOf(code)) expect(text).toContain('示例材料，虚构')
    }
  })

  it('has an agreement of 12 to 30 pages', () => {
    expect(material('agreement').pages).toBeGreaterThanOrEqual(12)
    expect(material('agreement').pages).toBeLessThanOrEqual(30)
  })
})

describe.each(sampleSlugs.filter((slug) => slug !== 'image-only-scan'))('the agreement of sample %s', (slug) => {
  it('prints each clause and each signing party where the dossier says', async () => {
    const { content } = readSampleDossier(slug)
    const texts = await pdfPageTexts(readSampleMaterial(slug, '02-agreement.pdf'))
    for (const [key, clause] of Object.entries(content.agreement.clauses)) {
      const printed = clause!.number.includes('（') ? clause!.number.replace(/^[^（]+/u, '') : clause!.number
      expect(texts[clause!.page! - 1], `${key} ${clause!.number}`).toContain(printed)
    }
    for (const { unitId, page } of content.agreement.signatures) {
      const name = content.members.find((m) => m.unitId === unitId)!.fullName
      expect(texts[page! - 1]).toContain(Array.from(name).slice(0, 17).join(''))
    }
  })
})

describe('the scanned agreement', () => {
  it('has no text at all and stays under 3 MB', async () => {
    const { content } = readSampleDossier('image-only-scan')
    const agreement = content.materials.find((m) => m.code === 'agreement')!
    expect(agreement.textLayer).toBe('absent')
    expect(agreement.size).toBeLessThan(3 * 1024 * 1024)
    const texts = await pdfPageTexts(readSampleMaterial('image-only-scan', agreement.fileName))
    expect(texts.join('')).toBe('')
  })
})

describe('the rare names', () => {
  it('survive in the text of the papers', async () => {
    const form = (await pdfPageTexts(readSampleMaterial('rare-names', '01-filing-form.pdf'))).join('')
    for (const character of ['堃', '喆', '䶮', '\u{23C98}', '\u{249DB}']) expect(form).toContain(character)
  })
})

describe('all samples', () => {
  it('number at least nine, carry different ids and stay under 25 MB together', () => {
    expect(sampleSlugs.length).toBeGreaterThanOrEqual(9)
    expect(new Set(sampleSlugs.map((slug) => readSampleDossier(slug).id)).size).toBe(sampleSlugs.length)
    const files = readdirSync(samplesFolder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
    const total = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
    expect(total).toBeLessThan(25 * 1024 * 1024)
  })
})
