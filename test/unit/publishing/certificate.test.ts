import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeSigner } from '../../helpers/signers'

describe('the serial number of a certificate', () => {
  // Seen once in some hundred first runs: a random serial that began with zeros made a certificate nobody could read.
  test.each([
    ['00155433e4224fadb1561d2c40b0ea39', '155433E4224FADB1561D2C40B0EA39'],
    ['0000000000000000000000000000ff01', 'FF01'],
    ['00ff', 'FF'],
    ['ff00', 'FF00'],
    ['7f', '7F'],
    ['0000', '01'],
  ])('%s is written as short as DER wants it and read back by OpenSSL as %s', async (serial, read) => {
    const { certificate } = await makeSigner('严伯衡（示例）', serial)
    expect(new X509Certificate(certificate).serialNumber).toBe(read)
  })
})
