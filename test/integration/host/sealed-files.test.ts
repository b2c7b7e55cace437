import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plainSize, sealedSource, writeSealed, type FileSeal } from '@host/vault/sealed-file'
import { createDesk, failure, removeTemporaryFolders, succeeded } from './desk-fixture'

afterEach(removeTemporaryFolders)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '联审 封存-'))
})
afterAll(() => rm(folder, { recursive: true }))

const seal: FileSeal = { key: Buffer.alloc(32, 3), what: '示例' }
const piece = 65_536
const header = 32

const content = (length: number): Buffer => Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31) % 251))

async function sealed(plain: Buffer, pieces: readonly Uint8Array[] = [plain]): Promise<Buffer> {
  const made: Buffer[] = []
  await writeSealed({ writeFile: async (bytes) => void made.push(Buffer.from(bytes)) }, seal, pieces)
  return Buffer.concat(made)
}

/** Reads a range of these bytes as a file. */
async function read(file: Buffer, offset: number, length: number, as: FileSeal = seal): Promise<Buffer> {
  const path = join(folder, 'file')
  await writeFile(path, file)
  const source = await sealedSource(path, as, () => new Error('broken'))
  try {
    return Buffer.from(await source.read(offset, length))
  } finally {
    await source.close()
  }
}

const lengths = [0, 1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 17]

describe('a sealed file', () => {
  it.each(lengths)('of %d bytes reads back, in any range, however it was streamed', async (length) => {
    const plain = content(length)
    const file = await sealed(plain)
    expect(plainSize(file.length)).toBe(length)
    expect((await read(file, 0, length)).equals(plain)).toBe(true)
    const parts = Array.from({ length: Math.ceil(length / 7001) }, (_, index) =>
      plain.subarray(index * 7001, (index + 1) * 7001),
    )
    expect((await read(await sealed(plain, parts), 0, length)).equals(plain)).toBe(true)
    await fc.assert(
      fc.asyncProperty(fc.nat(length), fc.nat(length), async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        expect((await read(file, from, to - from)).equals(plain.subarray(from, to))).toBe(true)
      }),
      { numRuns: 20 },
    )
    await expect(read(file, 0, length + 1)).rejects.toThrow(RangeError)
  })

  it('is not opened with a flipped bit, cut, grown, with pieces swapped, or as something else', async () => {
    const plain = content(3 * piece + 17)
    const file = await sealed(plain)
    const stored = piece + 16
    const at = (index: number) => file.subarray(header + index * stored, header + (index + 1) * stored)
    const all = (changed: Buffer, as?: FileSeal) => read(changed, 0, plainSize(changed.length) ?? 0, as)
    for (const position of [0, 20, header, header + stored, file.length - 1]) {
      const flipped = Buffer.from(file)
      flipped[position] = flipped[position]! ^ 1
      await expect(all(flipped)).rejects.toThrow('broken')
    }
    await expect(all(Buffer.concat([file.subarray(0, header), at(1), at(0), at(2), at(3)]))).rejects.toThrow('broken')
    // Cut at a border of pieces: what is then last was not sealed as the last.
    await expect(all(file.subarray(0, header + 2 * stored))).rejects.toThrow('broken')
    await expect(all(file.subarray(0, file.length - 5))).rejects.toThrow('broken')
    await expect(all(Buffer.concat([file, at(3)]))).rejects.toThrow('broken')
    await expect(all(file.subarray(0, 40))).rejects.toThrow('broken')
    await expect(all(file, { ...seal, what: '别的' })).rejects.toThrow('broken')
    await expect(all(file, { ...seal, key: Buffer.alloc(32, 4) })).rejects.toThrow('broken')
  })

  it('lies differently at every writing', async () => {
    const plain = content(100)
    expect((await sealed(plain)).equals(await sealed(plain))).toBe(false)
  })
})

describe('attachments on the disk', () => {
  it('are refused by name when their file was changed or exchanged for another', async () => {
    const desk = await createDesk('division', '示例处室')
    const folderOfDesk = join(desk.root, '工作目录', 'attachments')
    const put = async (bytes: Buffer) =>
      succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(bytes) })).sha256
    const files = async () =>
      (await readdir(folderOfDesk, { recursive: true }))
        .filter((name) => name.length > 2)
        .map((n) => join(folderOfDesk, n))
    const first = await put(content(1000))
    const [pathOfFirst] = await files()
    const second = await put(content(1000).reverse())
    const pathOfSecond = (await files()).find((path) => path !== pathOfFirst)!
    const range = { offset: 0, length: 10 }
    const bytes = await readFile(pathOfFirst!)
    await writeFile(pathOfSecond, bytes)
    expect(failure(await desk.call('attachment:read', { sha256: second, ...range }))).toEqual({
      code: 'attachment.changed',
      params: { sha256: second },
    })
    bytes[60] = bytes[60]! ^ 1
    await writeFile(pathOfFirst!, bytes)
    expect(failure(await desk.call('attachment:read', { sha256: first, ...range })).code).toBe('attachment.changed')
    await desk.host.close()
  })
})
