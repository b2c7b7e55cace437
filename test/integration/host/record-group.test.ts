import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameKinds } from '@host/journal/frames'
import { decodeGroup, decodeGroupInSlices, encodeGroup, packGroup, type RecordGroup } from '@host/journal/record-group'

const records = fc.array(
  fc.record({ id: fc.string(), payload: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })) }),
  { maxLength: 5 },
) as unknown as fc.Arbitrary<RecordGroup['records']>

describe('the payload of a frame of records', () => {
  it('reads the same at once and in slices, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (list, quarantined) => {
        const group = { records: list, ...(quarantined.length > 0 && { quarantined }) }
        const plainFrame = { kind: frameKinds.records, payload: await encodeGroup(group) }
        const plain = JSON.parse(JSON.stringify(group)) as RecordGroup
        for (const frame of [plainFrame, await packGroup(group)]) {
          expect(decodeGroup(frame)).toEqual(plain)
          expect(await decodeGroupInSlices(frame)).toEqual(plain)
        }
      }),
    )
  })

  it('is read also as it was written before, on one line', async () => {
    const group = { records: [{ id: 'a\n],"quarantined":[' }] } as unknown as RecordGroup
    expect(
      await decodeGroupInSlices({ kind: frameKinds.records, payload: Buffer.from(JSON.stringify(group)) }),
    ).toEqual(group)
  })
})
