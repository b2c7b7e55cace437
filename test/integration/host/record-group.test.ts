import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeGroup, decodeGroupInSlices, encodeGroup, type RecordGroup } from '@host/journal/record-group'

const records = fc.array(
  fc.record({ id: fc.string(), payload: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })) }),
  { maxLength: 5 },
) as unknown as fc.Arbitrary<RecordGroup['records']>

describe('the payload of a frame of records', () => {
  it('reads the same at once and in slices, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, async (list, quarantined) => {
        const group = { records: list, ...(quarantined.length > 0 && { quarantined }) }
        const payload = await encodeGroup(group)
        const plain = JSON.parse(JSON.stringify(group)) as RecordGroup
        expect(decodeGroup(payload)).toEqual(plain)
        expect(await decodeGroupInSlices(payload)).toEqual(plain)
      }),
    )
  })

  it('is read also as it was written before, on one line', async () => {
    const group = { records: [{ id: 'a\n],"quarantined":[' }] } as unknown as RecordGroup
    expect(await decodeGroupInSlices(Buffer.from(JSON.stringify(group)))).toEqual(group)
  })
})
