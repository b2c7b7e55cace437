import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameDictionary } from '@host/journal/frame-dictionary'
import { frameKinds } from '@host/journal/frames'
import { isRecordType } from '@shared/records/record-kinds'
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

  it('is read also as it was packed before there was a dictionary, or where another Brotli packs', async () => {
    const group = { records: [{ id: '示例'.repeat(500) }] } as unknown as RecordGroup
    const payload = brotliCompressSync(await encodeGroup(group))
    expect(decodeGroup({ kind: frameKinds.packedRecords, payload })).toEqual(group)
    expect(await decodeGroupInSlices({ kind: frameKinds.packedRecords, payload })).toEqual(group)
  })
})

describe('the dictionary of frames', () => {
  it('is for ever what it was when the first frame was packed behind it', () => {
    const sum = createHash('sha256').update(frameDictionary.plain).digest('hex')
    expect(sum).toBe('76ecc55325d7516cf88ab3ad984864795443b03ea2a90e3010f905d98e225bae')
    const { records } = JSON.parse(frameDictionary.plain.toString('utf8')) as { records: { type: string }[] }
    expect(records.map(({ type }) => type).filter((type) => !isRecordType(type))).toEqual([])
  })

  it('is left out of a frame, and any reader of Brotli has the group again that puts it before', async () => {
    const { records: like } = JSON.parse(frameDictionary.plain.toString('utf8')) as RecordGroup
    const group = { records: like.map((record, index) => ({ ...record, id: `${index}`.padStart(64, 'e') })) }
    const { kind, payload } = await packGroup(group)
    expect(kind).toBe(frameKinds.tersePackedRecords)
    expect(payload.length * 5).toBeLessThan(brotliCompressSync(await encodeGroup(group)).length)
    const whole = brotliDecompressSync(Buffer.concat([frameDictionary.packed, payload]))
    expect(whole.subarray(frameDictionary.plain.length).equals(await encodeGroup(group))).toBe(true)
  })
})
