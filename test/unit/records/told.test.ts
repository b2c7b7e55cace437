import { describe, expect, it } from 'vitest'
import { locales } from '@shared/messages/languages'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import { toldSorts } from '@shared/records/kinds/told'
import { kindOf, recordTypes } from '@shared/records/record-kinds'
import { isDossierTab } from '@shared/workflow/dossier-tabs'
import { recordSamples } from '../../helpers/record-samples'
import { dossierId } from '../../helpers/facts'

/** What the history of an alliance tells of the sample of a kind. */
const toldOf = (type: (typeof recordTypes)[number]) => {
  const { schema, told } = kindOf(type)
  return told(schema.parse(recordSamples[type][0]), dossierId)
}

describe('the history of an alliance', () => {
  it.each(recordTypes)('tells %s in words of both languages', (type) => {
    expect(toldSorts).toContain(kindOf(type).sort)
    const words = (toldOf(type)?.about ?? []).flatMap((word) => ('key' in word ? [word] : []))
    for (const locale of locales) {
      const t = createTranslator(locale)
      for (const { key, params } of words) expect(sentenceOf(t, key, params), key).not.toBeNull()
      for (const sort of toldSorts) expect(sentenceOf(t, `told.sort.${sort}`), sort).not.toBeNull()
    }
  })

  it('opens parts of the page that there are, and pages of their own', () => {
    for (const type of recordTypes) {
      const opens = toldOf(type)?.opens
      if (opens === undefined) continue
      const tab = new URLSearchParams(opens.startsWith('?') ? opens : '').get('tab')
      if (opens.startsWith('?')) expect(isDossierTab(tab), `${type} opens ${opens}`).toBe(true)
      else expect(opens, type).toMatch(/^\/(?:panels|batches|campaigns|exchange)(?:\/|$)/u)
    }
  })

  it('says nothing of what an expert sealed but who and when', () => {
    expect(toldOf('opinion.sealed')).toEqual({
      on: expect.any(String) as string,
      by: expect.any(String) as string,
      opens: '?tab=opinions',
    })
  })
})
