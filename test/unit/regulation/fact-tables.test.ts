import { describe, expect, it } from 'vitest'
import { criterionIds } from '@shared/domain/judgement'
import { regulation2010 } from '@shared/regulation/2010/index'
import { checkDossier } from '@shared/regulation/check-dossier'
import { originOf } from '@shared/regulation/fact-origin'
import { dayForms, moneyForms, sourceOf, type FactSource } from '@shared/regulation/fact-sources'
import { factTable } from '@shared/regulation/fact-tables'
import { buildFacts, day } from '../../helpers/facts'
import { pdfPageTexts } from '../../helpers/sample-pdf-text'
import { readSampleDossier, readSampleMaterial } from '../../helpers/samples'

const clean = readSampleDossier('vanadium-clean').content
const resultsOf = (content: typeof clean) => checkDossier(regulation2010, { ...buildFacts(), content })

describe('where a fact stands', () => {
  it('is known for some fact of every criterion', () => {
    for (const id of criterionIds) {
      const facts = resultsOf(clean).filter(({ criterionIds: of }) => of.includes(id))
      const sources = facts.flatMap(({ evidence }) => evidence.flatMap((item) => sourceOf(item, clean) ?? []))
      expect(sources.length, id).toBeGreaterThan(0)
    }
  })

  it('is where the papers of a dossier really have it', async () => {
    const texts = new Map<string, readonly string[]>()
    for (const { id, fileName } of clean.materials) {
      texts.set(id, await pdfPageTexts(readSampleMaterial('vanadium-clean', fileName)))
    }
    const isThere = ({ materialId, page, words }: FactSource): boolean => {
      const pages = texts.get(materialId) ?? []
      const looked = page === null ? pages : [pages[page - 1] ?? '']
      return words.length === 0 || looked.some((text) => words.some((word) => text.includes(word.replace(/\s/gu, ''))))
    }
    const missed = resultsOf(clean)
      .filter(({ criterionIds: of }) => of.length > 0)
      .flatMap(({ evidence }) => evidence)
      .flatMap((item) => {
        const source = sourceOf(item, clean)
        return source === null || isThere(source) ? [] : [`${item.key}: ${JSON.stringify(source)}`]
      })
    expect(missed).toEqual([])
    const rows = (['C12-1', 'C9-4', 'C9-5'] as const).flatMap((id) => factTable(id, clean)?.rows ?? [])
    expect(rows.flatMap(({ id, source }) => (source === null || isThere(source) ? [] : [id]))).toEqual([])
  })

  it('is looked for as papers print days and money', () => {
    expect(dayForms(day('2025-06-02'))).toContain('2025年6月2日')
    expect(moneyForms(123_456_700)).toEqual(['1,234,567.00', '1234567.00', '123.46万元', '123.46万元'])
    expect(moneyForms(300_000_000)).toContain('300万元')
  })
})

describe('the tables beside the page', () => {
  it('have a line for every member, and nothing stands out of a clean dossier', () => {
    const table = factTable('C12-1', clean)!
    expect(table.rows).toHaveLength(36)
    expect(table.rows.every(({ exceptions, source }) => exceptions.length === 0 && source?.page !== null)).toBe(true)
  })

  it.each([
    ['signed-by-agent', 'agent'],
    ['legal-rep-changed', 'not-representative'],
  ])('put what stands out first: %s', (slug, exception) => {
    const { content } = readSampleDossier(slug)
    const [first, ...others] = factTable('C12-1', content)!.rows
    expect(first!.exceptions).toContain(exception)
    expect(others.length).toBeGreaterThan(0)
    expect(others.at(-1)!.exceptions).toEqual([])
  })

  it('show a member that did not sign, and an injection without a proof', () => {
    const signatures = clean.agreement.signatures.slice(1)
    const unsigned = factTable('C12-1', { ...clean, agreement: { ...clean.agreement, signatures } })!.rows[0]!
    expect([unsigned.id, unsigned.exceptions]).toEqual(['u01', ['unsigned']])
    const injections = clean.funds.injections.map((one, at) => (at === 3 ? { ...one, evidenceMaterialId: null } : one))
    const unproved = factTable('C9-4', { ...clean, funds: { ...clean.funds, injections } })!.rows[0]!
    expect([unproved.id, unproved.exceptions, unproved.source]).toEqual(['injection-3', ['no-proof'], null])
  })

  it('are there for the three criteria that have lines to check, and for no other', () => {
    expect(criterionIds.filter((id) => factTable(id, clean) !== null)).toEqual(['C12-1', 'C9-4', 'C9-5'])
  })
})

it('tells what a person noted from what was worked out', () => {
  const of = (key: string) =>
    resultsOf(clean)
      .flatMap(({ evidence }) => evidence)
      .filter((item) => item.key === key)
      .map(originOf)
  expect(new Set(of('agreementSignedOn'))).toEqual(new Set(['noted']))
  expect(new Set(of('clause.fundsBreach'))).toEqual(new Set(['noted']))
  expect(new Set(of('yearsInOperation'))).toEqual(new Set(['computed']))
  expect(new Set(of('memberCount'))).toEqual(new Set(['computed']))
})
