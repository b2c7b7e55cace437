/** ZIP structure: what another hand can do to the container without touching what it holds. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32, gzipSync } from 'node:zlib'
import JSZip from 'jszip'
import { ZipFile } from 'yazl'
import { centralHeader, endRecord, localHeader, zip } from '@host/bundles/zip-format'
import { digestOf } from '@host/files/durable-file'
import { blobEntry } from '@shared/bundle/entry-names'
import { pack, type Entry } from '../integration/host/bundle-fixture'
import { hasTool } from '../helpers/tools'
import { casesOf, type HostileCase } from './case'
import { inFolder, patched, writeInto, type HostileWorld } from './world'
import { assemble, entryOf, layoutOf, partsOf, relocated } from './zip-layout'

type Make = HostileCase['make']

/** One field of the good file's directory, of a local header, or of the end record overwritten. */
const inDirectory =
  (field: number, ...values: number[]): Make =>
  ({ good }) =>
    patched(good, [entryOf(layoutOf(good), 'index').central + field, ...values])
const inLocal =
  (field: number, ...values: number[]): Make =>
  ({ good }) =>
    patched(good, [entryOf(layoutOf(good), 'index').local + field, ...values])
const inBoth =
  (central: number, local: number, ...values: number[]): Make =>
  ({ good }) => {
    const entry = entryOf(layoutOf(good), 'index')
    return patched(good, [entry.central + central, ...values], [entry.local + local, ...values])
  }
const inEnd =
  (field: number, ...values: number[]): Make =>
  ({ good }) =>
    patched(good, [layoutOf(good).end + field, ...values])

const added = (name: string, text = 'x'): Entry => ({ name, bytes: Buffer.from(text) })
const withEntries =
  (change: (entries: readonly Entry[]) => readonly Entry[]): Make =>
  ({ entries }) =>
    pack(change(entries))

/** An extra field in one header or both, lengths put right. */
function withExtra(world: HostileWorld, extra: Buffer, where: 'local' | 'both'): Buffer {
  const parts = partsOf(world.good).map((part) => {
    if (part.entry.name !== 'index.html') return part
    const local = Buffer.concat([localHeader(part.entry), extra])
    local.writeUInt16LE(extra.length, 28)
    return { ...part, local }
  })
  return assemble(
    relocated(parts).map((part) => {
      if (part.entry.name !== 'index.html') return part
      const entry = { ...part.entry, offset: part.entry.offset - extra.length }
      if (where === 'local') return { ...part, central: centralHeader(entry) }
      const central = Buffer.concat([centralHeader(entry), extra])
      central.writeUInt16LE(extra.length, 30)
      return { ...part, central }
    }),
  )
}

const zip64Extra = Buffer.from([1, 0, 16, 0, ...Array.from({ length: 16 }, () => 0xff)])
const zip64Locator = Buffer.concat([
  Buffer.from([0x50, 0x4b, 6, 6]),
  Buffer.alloc(52),
  Buffer.from([0x50, 0x4b, 6, 7]),
  Buffer.alloc(16),
])

/** Sixty thousand empty entries, in a file that is right in every other way. */
function crowd(count: number, stated = count): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let position = 0
  for (let index = 0; index < count; index += 1) {
    const head = { name: blobEntry(digestOf(Buffer.from(String(index))).sha256), size: 0, crc32: 0 }
    const local = localHeader(head)
    locals.push(local)
    position += local.length
    centrals.push(centralHeader({ ...head, offset: position }))
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, endRecord(stated, directory.length, position)])
}

/** Directory entries that all point at one content: a bomb that needs no compression. */
function overlapping({ good }: HostileWorld): Buffer {
  const parts = partsOf(good)
  return assemble(
    parts.map((part) => ({
      ...part,
      central: centralHeader({ ...part.entry, offset: zip.localSize + part.entry.name.length }),
    })),
  )
}

const structure = 'bundle.structure'

const zipStructure = casesOf('zip structure', [
  ['with a byte behind its end', 'bundle.trailing-bytes', ({ good }) => Buffer.concat([good, Buffer.from('\n')])],
  ['with zeros behind its end', 'bundle.trailing-bytes', ({ good }) => Buffer.concat([good, Buffer.alloc(4096)])],
  [
    'with a web page behind its end',
    'bundle.trailing-bytes',
    ({ good }) => Buffer.concat([good, Buffer.from('<script>1</script>')]),
  ],
  ['with itself behind its end', structure, ({ good }) => Buffer.concat([good, good])],
  ['with a second end record', structure, ({ good }) => Buffer.concat([good, good.subarray(-zip.endSize)])],
  [
    'with another end record in a comment',
    'bundle.trailing-bytes',
    ({ good }) => {
      const comment = Buffer.concat([endRecord(0, 0, 0), Buffer.from('x')])
      const file = Buffer.concat([good, comment])
      file.writeUInt16LE(comment.length, good.length - 2)
      return file
    },
  ],
  ['with a comment announced and not there', structure, inEnd(20, 1)],
  [
    'behind a program (a polyglot)',
    'bundle.not-a-bundle',
    ({ good }) => Buffer.concat([Buffer.from('#!/bin/sh\nrm -rf /\n'), good]),
  ],
  [
    'behind the head of a PDF (a polyglot)',
    'bundle.is-document',
    ({ good }) => Buffer.concat([Buffer.from('%PDF-1.7\n'), good]),
  ],
  [
    'behind a picture (a polyglot)',
    'bundle.is-document',
    ({ good }) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), good]),
  ],
  [
    'with bytes between contents and directory',
    structure,
    ({ good }) => assemble(partsOf(good), Buffer.from('hidden')),
  ],
  [
    'with an entry that the directory does not name',
    structure,
    ({ good }) => {
      const parts = partsOf(good)
      const content = Buffer.from('x')
      const entry = { name: blobEntry(digestOf(content).sha256), size: 1, crc32: crc32(content), offset: 0 }
      return assemble(parts, Buffer.concat([localHeader(entry), content]))
    },
  ],
  [
    'with a gap between two entries',
    structure,
    ({ good }) => {
      const parts = partsOf(good)
      return assemble(
        parts.map((part, index) => {
          const shift = index === 0 ? 0 : 3
          const entry = { ...part.entry, offset: part.entry.offset + shift }
          return index === 0 ? { ...part, content: Buffer.concat([part.content, Buffer.alloc(3)]) } : { ...part, entry }
        }),
      )
    },
  ],
  ['whose entries overlap', structure, overlapping],
  [
    'whose directory lists the entries in another order',
    structure,
    ({ good }) => {
      const centrals = partsOf(good)
        .map((part) => centralHeader(part.entry))
        .reverse()
      return Buffer.concat([good.subarray(0, layoutOf(good).directory), ...centrals, good.subarray(-zip.endSize)])
    },
  ],
  ['whose directory states a smaller size', structure, inBoth(24, 22, 1, 0, 0, 0)],
  ['whose directory states a larger size', structure, inDirectory(24, 0xff, 0xff, 0, 0)],
  ['whose directory states a size of 4 GB', structure, inBoth(24, 22, 0xff, 0xff, 0xff, 0xff)],
  ['whose packed size is another than its size', structure, inBoth(20, 18, 1, 0, 0, 0)],
  ['whose local header states another size', structure, inLocal(22, 1, 0, 0, 0)],
  ['whose local header states another checksum', structure, inLocal(14, 1, 2, 3, 4)],
  ['whose two checksums are wrong alike', 'bundle.wrong-hash', inBoth(16, 14, 1, 2, 3, 4)],
  ['whose local header has another name', structure, inLocal(30, 0x49)],
  ['that is packed by Deflate in the directory', 'bundle.compressed', inDirectory(10, 8)],
  ['that is packed by Deflate in the local header', structure, inLocal(8, 8)],
  ['that is packed by an unknown method', 'bundle.compressed', inBoth(10, 8, 99)],
  ['that is encrypted by a ZIP password', structure, inBoth(8, 6, 1)],
  ['with a data descriptor', structure, inBoth(8, 6, 8)],
  ['with names flagged as UTF-8', structure, inBoth(8, 6, 0, 8)],
  ['with strong encryption flagged', structure, inBoth(8, 6, 0x40)],
  ['with an entry that is a link by its attributes', structure, inDirectory(38, 0, 0, 0xff, 0xa1)],
  ['with an entry that is hidden by its attributes', structure, inDirectory(38, 2)],
  ['with internal attributes', structure, inDirectory(36, 1)],
  ['made by a system other than the one agreed', structure, inDirectory(5, 3)],
  ['that needs ZIP 4.5', structure, inBoth(6, 4, 45)],
  ['with times in its headers', structure, inBoth(12, 10, 0x21, 0x43)],
  ['with an entry on another disk', structure, inDirectory(34, 1)],
  ['with a comment to an entry', structure, inDirectory(32, 4)],
  ['with an extra field announced and not there', structure, inDirectory(30, 4)],
  [
    'with an extra field in the local header alone',
    structure,
    (world) => withExtra(world, Buffer.from([0xfe, 0xca, 0, 0]), 'local'),
  ],
  [
    'with an extra field in both headers',
    structure,
    (world) => withExtra(world, Buffer.from([0xfe, 0xca, 0, 0]), 'both'),
  ],
  ['with a zip64 field that says 2⁶⁴ bytes', structure, (world) => withExtra(world, zip64Extra, 'both')],
  [
    'with a zip64 end record of zeros',
    structure,
    ({ good }) => Buffer.concat([good.subarray(0, -zip.endSize), zip64Locator, good.subarray(-zip.endSize)]),
  ],
  ['whose end record sends the reader to zip64', structure, inEnd(8, 0xff, 0xff, 0xff, 0xff)],
  ['whose end record places the directory outside the file', structure, inEnd(16, 0xff, 0xff, 0xff, 0x7f)],
  ['whose end record states a directory larger than the file', structure, inEnd(12, 0xff, 0xff, 0xff, 0x7f)],
  ['whose end record is on another disk', structure, inEnd(4, 1)],
  [
    'whose end record counts one entry less',
    structure,
    ({ good }) => {
      const count = layoutOf(good).entries.length - 1
      return patched(good, [layoutOf(good).end + 8, count], [layoutOf(good).end + 10, count])
    },
  ],
  [
    'whose end record counts one entry more',
    structure,
    ({ good }) => {
      const count = layoutOf(good).entries.length + 1
      return patched(good, [layoutOf(good).end + 8, count], [layoutOf(good).end + 10, count])
    },
  ],
  [
    'whose directory begins in the middle of an entry',
    structure,
    ({ good }) => patched(good, [layoutOf(good).end + 16, 40, 0, 0, 0]),
  ],
  ['with 20,001 entries', 'bundle.too-large', () => crowd(20_001)],
  ['with 60,000 entries', 'bundle.too-large', () => crowd(60_000)],
  ['with 60,000 entries, stated to be ten', structure, () => crowd(60_000, 10)],
  ['with 20,000 empty entries and nothing else', 'bundle.not-a-bundle', () => crowd(20_000)],
])

const entryNames = casesOf('entry names', [
  ...[
    '../../evil.sh',
    '/etc/passwd',
    'C:\\x',
    '\\\\server\\x',
    'records/../manifest.json',
    'blobs/sha256/../../x',
    './mimetype',
    'mimetype\0',
    'mimetype/',
    'records/',
    'MANIFEST.JSON',
    'Mimetype',
    'manifest.json ',
    'nul',
    'index.html.exe',
    '申请表.pdf',
    'index\u202ehtml',
    '',
    'a'.repeat(150),
    `keys/${'A'.repeat(32)}.json`,
    `records/${'a'.repeat(32)}/2-1.jsonl`,
    `records/${'a'.repeat(32)}/01-02.jsonl`,
    `blobs/sha256/${'g'.repeat(64)}`,
    'constructor',
    '__proto__',
  ].map(
    (name) =>
      [
        `named ${JSON.stringify(name.length > 40 ? `${name.slice(0, 24)}…${name.slice(-10)}` : name)}`,
        'bundle.foreign-entry',
        withEntries((entries) => [...entries, added(Buffer.from(name).toString('latin1'))]),
      ] as const,
  ),
  ['with a name of 60,000 characters', structure, ({ good }) => inLongName(good)],
  ['with one name twice', 'bundle.double-name', withEntries((entries) => [...entries, ...entries.slice(-1)])],
  [
    'with two manifests',
    'bundle.double-name',
    withEntries((entries) => [...entries, ...entries.filter(({ name }) => name === 'manifest.json')]),
  ],
  ['whose first entry is not the media type', 'bundle.not-a-bundle', withEntries((entries) => entries.slice(1))],
  [
    'of another media type',
    'bundle.not-a-bundle',
    withEntries(([, ...rest]) => [added('mimetype', 'application/vnd.lianshen+zap'), ...rest]),
  ],
  [
    'whose media type goes on',
    'bundle.not-a-bundle',
    withEntries(([, ...rest]) => [added('mimetype', 'application/vnd.lianshen+zip\n'), ...rest]),
  ],
])

function inLongName(good: Buffer): Buffer {
  const name = 'a'.repeat(60_000)
  const parts = partsOf(good)
  return assemble(relocated([...parts, { entry: { name, size: 0, crc32: 0, offset: 0 }, content: Buffer.alloc(0) }]))
}

/** The parts of the file after which it may be cut. */
const cuts: readonly (readonly [string, (file: Buffer) => number])[] = [
  ...['mimetype', 'manifest.json', 'manifest.sig', 'blobs/', 'index.html', 'keys/', 'records/'].flatMap((name) => [
    [`in the header of ${name}`, (file: Buffer) => entryOf(layoutOf(file), name).local + 12] as const,
    [`behind the header of ${name}`, (file: Buffer) => entryOf(layoutOf(file), name).content] as const,
    [
      `in the middle of ${name}`,
      (file: Buffer) => {
        const { content, end } = entryOf(layoutOf(file), name)
        return (content + end) >> 1
      },
    ] as const,
    [`behind ${name}`, (file: Buffer) => entryOf(layoutOf(file), name).end] as const,
    [`in the directory at ${name}`, (file: Buffer) => entryOf(layoutOf(file), name).central + 20] as const,
  ]),
  ['before the end record', (file: Buffer) => layoutOf(file).end],
  ['in the end record', (file: Buffer) => layoutOf(file).end + 11],
  ['by its last byte', (file: Buffer) => file.length - 1],
]

const truncation = casesOf('truncation', [
  ...cuts.map(
    ([name, at]) =>
      [`cut off ${name}`, 'bundle.truncated', ({ good }: HostileWorld) => good.subarray(0, at(good))] as const,
  ),
  ['of three bytes', 'bundle.not-a-bundle', ({ good }) => good.subarray(0, 3)],
  ['of no bytes', 'bundle.empty', () => new Uint8Array()],
])

const foreign: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: '申请表.pdf', bytes: Buffer.from('x') },
]

const otherFiles = casesOf('other files', [
  ['that is a text', 'bundle.not-a-bundle', () => Buffer.from('示例文字，不是包')],
  ['that is a PDF', 'bundle.is-document', () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  ['that is a gzip file', 'bundle.is-archive', ({ good }) => gzipSync(good)],
  [
    'that is a 7z file',
    'bundle.is-archive',
    () => Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, ...Buffer.alloc(40)]),
  ],
  [
    'that is a RAR file',
    'bundle.is-archive',
    () => Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), Buffer.alloc(40)]),
  ],
  ['that is zeros', 'bundle.not-a-bundle', () => Buffer.alloc(100_000)],
  ['that is an empty ZIP', 'bundle.is-archive', () => endRecord(0, 0, 0)],
  ['that is a ZIP of materials', 'bundle.is-zip', () => byJszip(foreign, 'STORE')],
  ['that another program packed again, deflated', 'bundle.compressed', ({ entries }) => byJszip(entries, 'DEFLATE')],
  ['that another program packed again, stored', structure, ({ entries }) => byJszip(entries, 'STORE')],
  [
    'that a second program packed again, stored',
    structure,
    async ({ entries }) => {
      const file = new ZipFile()
      for (const { name, bytes } of entries) file.addBuffer(bytes, name, { compress: false })
      file.end()
      return buffer(file.outputStream)
    },
  ],
  ...(hasTool('zip')
    ? [['that Info-ZIP packed again', structure, (world: HostileWorld) => byInfoZip(world)] as const]
    : []),
])

async function byJszip(entries: typeof foreign, compression: 'STORE' | 'DEFLATE'): Promise<Uint8Array> {
  const file = new JSZip()
  for (const { name, bytes } of entries) file.file(name, bytes, { createFolders: false })
  return file.generateAsync({ type: 'nodebuffer', compression })
}

const byInfoZip = ({ entries }: HostileWorld): Promise<Uint8Array> =>
  inFolder(async (folder) => {
    const [first] = entries
    if (first === undefined) throw new Error('empty')
    await writeInto(folder, first.name, first.bytes)
    const { status } = spawnSync('zip', ['-0', '-q', '-X', 'out.zip', first.name], { cwd: folder })
    if (status !== 0) throw new Error('zip failed')
    return readFileSync(join(folder, 'out.zip'))
  })

export const zipCases: readonly HostileCase[] = [...zipStructure, ...entryNames, ...truncation, ...otherFiles]
