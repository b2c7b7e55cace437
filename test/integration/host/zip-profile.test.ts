import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memorySource } from '@host/bytes/byte-source'
import { readZipDirectory } from '@host/bundles/zip-reader'
import { zipSize } from '@host/bundles/zip-writer'
import { HostFailure } from '@host/lib/failure'
import { digestOf } from '@host/files/durable-file'
import { blobEntry } from '@shared/bundle/entry-names'
import { fromBuffer, type Entry } from 'yauzl'
import { pack, unpack } from './bundle-fixture'

const contents = fc
  .uniqueArray(fc.uint8Array({ maxLength: 300 }), { maxLength: 6, selector: (bytes) => digestOf(bytes).sha256 })
  .map((list) => [
    { name: 'mimetype', bytes: Buffer.from('application/vnd.lianshen+zip') },
    ...list.map((bytes) => ({ name: blobEntry(digestOf(bytes).sha256), bytes: Buffer.from(bytes) })),
  ])

describe('the strict ZIP profile', () => {
  it('reads back what it writes, of the size it foretold', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (list) => {
        const file = await pack(list)
        expect(file.length).toBe(zipSize(list))
        expect(await unpack(file)).toEqual(list)
      }),
      { numRuns: 60 },
    )
  })

  it('writes what another program opens with the same content and valid checksums', async () => {
    const file = await pack([
      { name: 'mimetype', bytes: Buffer.from('application/vnd.lianshen+zip') },
      { name: 'index.html', bytes: Buffer.from('示例') },
    ])
    expect(await readByYauzl(file)).toEqual([
      ['mimetype', 'application/vnd.lianshen+zip'],
      ['index.html', '示例'],
    ])
  })

  it('refuses every file with one byte of its structure changed', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), async (list, where, change) => {
        const file = await pack(list)
        const isInside = await contentPlaces(file)
        const places = [...file.keys()].filter((at) => !isInside.has(at))
        const at = places[where % places.length]!
        const changed = Buffer.from(file)
        changed[at] = changed[at]! ^ change
        // A CRC-32 or a name is written twice, so one changed byte never agrees with its twin.
        await expect(readZipDirectory(memorySource(changed))).rejects.toBeInstanceOf(Error)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses every file cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.nat(), async (list, where) => {
        const file = await pack(list)
        const cut = readZipDirectory(memorySource(file.subarray(0, where % file.length)))
        await expect(cut).rejects.toBeInstanceOf(HostFailure)
      }),
      { numRuns: 200 },
    )
  })
})

/** Offsets that belong to the content of an entry, which hashes protect. */
async function contentPlaces(file: Buffer): Promise<ReadonlySet<number>> {
  const places = new Set<number>()
  for (const { offset, size } of await readZipDirectory(memorySource(file))) {
    for (let at = offset; at < offset + size; at += 1) places.add(at)
  }
  return places
}

/** Name and text of every entry, as an independent reader finds them. */
function readByYauzl(file: Buffer): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error !== null) return reject(error)
      const found: [string, string][] = []
      zip.on('error', reject)
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return reject(failed)
          const pieces: Buffer[] = []
          stream.on('error', reject)
          stream.on('data', (piece: Buffer) => pieces.push(piece))
          stream.on('end', () => {
            found.push([entry.fileName, Buffer.concat(pieces).toString('utf8')])
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}
