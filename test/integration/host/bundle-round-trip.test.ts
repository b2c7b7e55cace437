import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '@host/bytes/byte-source'
import { readBundle } from '@host/bundles/read-bundle'
import type { Identity } from '@host/keys/identity'
import { inBundleOrder } from '@shared/bundle/manifest'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { opinionReturned, panelSaved } from './review-actions'

let office: Identity
let expert: Identity
beforeAll(async () => {
  office = await makeIdentity('division', '示例处室')
  expert = await makeIdentity('expert', '示例专家')
})

/** Any text a person may type, any script, and some of a chain left out. */
const chains = fc.record({
  office: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 6 }),
  expert: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { maxLength: 6 }),
  kept: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
})

describe('a bundle gives back the very records that went in', () => {
  it('for any texts, several authors and gaps in the numbers, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(chains, async (drawn) => {
        const all = [
          ...writeRecords(office, [panelSaved(), ...drawn.office.map(opinionReturned)]),
          ...writeRecords(expert, drawn.expert.map(opinionReturned)),
        ]
        const records = all.filter((record, index) => record.seq === 1 || drawn.kept[index % drawn.kept.length])
        const bytes = await makeBundle({
          kind: 'dossier',
          from: office,
          records: [...records].reverse(),
          statements: [expert.statement, office.statement],
        })
        const opened = await readBundle(memorySource(bytes))
        const expected = inBundleOrder(records)
        expect(opened.records.map((incoming) => incoming.envelope)).toEqual(expected)
        expect(opened.manifest.records.count).toBe(records.length)
        const again = await makeBundle({
          kind: 'dossier',
          from: office,
          records: opened.records.map((incoming) => incoming.envelope),
          statements: opened.statements,
          bundleId: opened.manifest.bundleId,
        })
        expect((await readBundle(memorySource(again))).manifest).toEqual(opened.manifest)
      }),
      { numRuns: 40 },
    )
  })
})
