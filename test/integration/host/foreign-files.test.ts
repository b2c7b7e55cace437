import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, gzipSync } from 'node:zlib'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memorySource } from '@host/bytes/byte-source'
import { recogniseForeign } from '@host/bundles/foreign-file'
import { readZipDirectory } from '@host/bundles/zip-reader'
import { HostFailure } from '@host/lib/failure'
import { inspectPackage } from '@host/inspection/inspect-package'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import { hasTool, runTool } from '../../helpers/tools'
import { runHere } from '../cli/run-cli'
import { failure } from './desk-fixture'
import { setHostileScene, type HostileScene } from './hostile-fixture'
import { pack, unpack } from './bundle-fixture'

const folder = mkdtempSync(join(tmpdir(), '联审 外来 '))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Named = {
  readonly bytes: Buffer
  readonly flags?: number
  readonly madeBy?: number
  readonly extra?: Buffer
}

/** A stored ZIP whose names are the given bytes, as programs of other systems write them. */
function zipOf(
  names: readonly Named[],
  ending: (count: number, size: number, start: number) => Buffer = plainEnd,
): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let position = 0
  for (const { bytes, flags = 0, madeBy = 0, extra = Buffer.alloc(0) } of names) {
    const content = Buffer.from('示例')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(content.length, 18)
    local.writeUInt32LE(content.length, 22)
    local.writeUInt16LE(bytes.length, 26)
    local.writeUInt16LE(extra.length, 28)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(madeBy, 4)
    central.writeUInt16LE(flags, 8)
    central.writeUInt32LE(crc32(content), 16)
    central.writeUInt32LE(content.length, 20)
    central.writeUInt32LE(content.length, 24)
    central.writeUInt16LE(bytes.length, 28)
    central.writeUInt16LE(extra.length, 30)
    central.writeUInt32LE(position, 42)
    locals.push(local, bytes, extra, content)
    centrals.push(central, bytes, extra)
    position += local.length + bytes.length + extra.length + content.length
  }
  const directory = Buffer.concat(centrals)
  return Buffer.concat([...locals, directory, ending(names.length, directory.length, position)])
}

function plainEnd(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return end
}

/** The end of a zip64 file (APPNOTE 4.3.14): the plain end record sends the reader to another. */
function zip64End(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  const end = plainEnd(0xffff, 0xffffffff, 0xffffffff)
  return Buffer.concat([record, locator, end])
}

function unicodePath(name: Buffer, text: string): Buffer {
  const path = Buffer.from(text)
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + path.length, 2)
  field[4] = 1
  field.writeUInt32LE(crc32(name), 5)
  return Buffer.concat([field, path])
}

const gbk = {
  申请表: Buffer.from('c9eac7ebb1ed2e706466', 'hex'),
  目录: Buffer.from('c4bfc2bc', 'hex'),
  联通: Buffer.from('c1aacda8', 'hex'),
}

const office = async (...parts: string[]): Promise<Buffer> => {
  const file = new JSZip()
  for (const part of parts) file.file(part, '示例')
  return file.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const refusalOf = async (bytes: Uint8Array): Promise<{ code: string; params: Readonly<Record<string, unknown>> }> => {
  try {
    await readZipDirectory(memorySource(bytes))
  } catch (error) {
    if (error instanceof HostFailure) return error.error
    throw error
  }
  throw new Error('taken')
}

describe('a name in an archive of another program', () => {
  it.each<[string, Named, string]>([
    ['in GBK', { bytes: gbk.申请表 }, '申请表.pdf'],
    ['in GBK that would pass for UTF-8', { bytes: gbk.目录 }, '目录'],
    ['in GBK that some editors take for UTF-8', { bytes: gbk.联通 }, '联通'],
    ['flagged as UTF-8', { bytes: Buffer.from('申请表.pdf'), flags: 0x800 }, '申请表.pdf'],
    [
      'in UTF-8 without a flag, as macOS writes it',
      { bytes: Buffer.from('申请表.pdf'.normalize('NFD')) },
      '申请表.pdf',
    ],
    ['of two Latin letters, flagged as UTF-8', { bytes: gbk.目录, flags: 0x800 }, 'Ŀ¼'],
    [
      'with its Unicode path beside it',
      { bytes: Buffer.from('?.pdf'), extra: unicodePath(Buffer.from('?.pdf'), '龘.pdf') },
      '龘.pdf',
    ],
    [
      'with the Unicode path of another name beside it',
      { bytes: gbk.申请表, extra: unicodePath(Buffer.from('other'), '别的.pdf') },
      '申请表.pdf',
    ],
    ['in no encoding', { bytes: Buffer.from('ff80ff', 'hex') }, 'ÿ�ÿ'],
    ['with a line end', { bytes: Buffer.from('a\nb') }, 'a�b'],
  ])('%s is shown as its author reads it', async (_, name, shown) => {
    expect(await refusalOf(zipOf([name]))).toEqual({ code: 'bundle.is-zip', params: { name: shown, count: 1 } })
  })

  it('is Chinese where somebody put a file into a bundle', async () => {
    const bundle = await pack([
      { name: 'mimetype', bytes: Buffer.from('application/vnd.lianshen+zip') },
      { name: gbk.申请表.toString('latin1'), bytes: Buffer.from('x') },
    ])
    expect(await refusalOf(bundle)).toEqual({ code: 'bundle.foreign-entry', params: { name: '申请表.pdf' } })
  })

  it('is Chinese in what is found in a package that was handed in', async () => {
    const outside = Buffer.concat([Buffer.from('../'), gbk.申请表])
    expect(await inspectPackage(zipOf([{ bytes: outside }]))).toEqual([
      { kind: 'bad-name', count: 1, detail: '../申请表.pdf' },
    ])
  })
})

describe('a file of another kind', () => {
  const zip64 = zipOf([{ bytes: gbk.申请表 }, { bytes: Buffer.from('b.txt') }], zip64End)
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, object]>([
    [
      'a Word document',
      () => office('[Content_Types].xml', 'word/document.xml'),
      'document',
      { format: 'Word (.docx)' },
    ],
    ['an Excel sheet', () => office('[Content_Types].xml', 'xl/workbook.xml'), 'document', { format: 'Excel (.xlsx)' }],
    ['slides', () => office('[Content_Types].xml', 'ppt/p.xml'), 'document', { format: 'PowerPoint (.pptx)' }],
    ['an OFD document', () => office('OFD.xml'), 'document', { format: 'OFD' }],
    ['a JAR', () => office('META-INF/MANIFEST.MF', 'a/B.class'), 'archive', { format: 'JAR' }],
    [
      'an extension of a browser',
      () => office('manifest.json', 'index.html'),
      'zip',
      { name: 'manifest.json', count: 2 },
    ],
    ['a ZIP around a bundle', () => office('说明.txt', '来包.lsb'), 'zip', { name: '来包.lsb', count: 2 }],
    ['a small zip64 file', () => zip64, 'zip', { name: '申请表.pdf', count: 2 }],
    ['a ZIP cut off', () => zip64.subarray(0, 60), 'zip', { name: '申请表.pdf', count: 1 }],
    [
      'a tar',
      () => Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(300)]),
      'archive',
      { format: 'tar' },
    ],
    [
      'a tar.gz',
      () => gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(300)])),
      'archive',
      { format: 'tar.gz' },
    ],
    ['a gzip file', () => gzipSync('示例'), 'archive', { format: 'gzip' }],
    [
      'an old Word document',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'),
      'document',
      { format: 'Word/Excel/WPS 97-2003' },
    ],
  ])('%s is called what it is', async (_, make, kind, params) => {
    expect(await refusalOf(await make())).toEqual({ code: `bundle.is-${kind}`, params })
  })

  it.skipIf(!hasTool('7z'))('made by 7-Zip, whatever its format, is called what it is', async () => {
    writeFileSync(at('材料.txt'), '示例')
    for (const [name, format] of [
      ['a.7z', '7z'],
      ['a.tar', 'tar'],
      ['a.xz', 'xz'],
      ['a.bz2', 'bzip2'],
    ] as const) {
      expect(runTool('7z', 'a', at(name), at('材料.txt')).status).toBe(0)
      expect(await recogniseForeign(memorySource(readFileSync(at(name))))).toEqual({ kind: 'archive', format })
    }
  })

  it.skipIf(!hasTool('zip'))('of zip64, made by Info-ZIP, is no file of over 4 GB', async () => {
    writeFileSync(at('材料.txt'), '示例')
    expect(runTool('zip', '-q', '-fz', '-j', at('大.zip'), at('材料.txt')).status).toBe(0)
    expect(await refusalOf(readFileSync(at('大.zip')))).toMatchObject({
      code: 'bundle.is-zip',
      params: { name: '材料.txt' },
    })
  })

  it('or of none never fails to be told', async () => {
    const texts = ['', 'PK', 'PK\x03\x04', '示例', '\0'.repeat(5000), 'PK\x05\x06', 'PK\x03\x04'.repeat(99)]
    for (const text of texts) {
      const found = await recogniseForeign(memorySource(Buffer.from(text, 'latin1')))
      expect(found === null || found.kind === 'zip' || found.format === 'ZIP' || found.format === 'tar').toBe(true)
    }
  })
})

describe('at every door of a desk and of the command line', () => {
  let scene: HostileScene
  beforeAll(async () => {
    scene = await setHostileScene()
  })
  afterAll(() => scene.desk.host.close())

  it('a foreign archive is called foreign, in whole sentences of both languages', async () => {
    const foreign = zipOf([{ bytes: gbk.申请表 }])
    const { desk } = scene
    const answers = [
      await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(foreign) }),
      await desk.call('verify:file', { fileName: '来包.lsb', bytes: Uint8Array.from(foreign) }),
    ]
    for (const answer of answers) {
      const { code, params } = failure(answer)
      const key = `error.${code}`
      expect(sentenceOf(createTranslator('zh-CN'), key, params)).toMatch(
        /^“来包\.lsb”不是联审包，而是 ZIP .*“申请表\.pdf”.*请/u,
      )
      expect(sentenceOf(createTranslator('en'), key, params)).toMatch(
        /^“来包\.lsb” is no Lianshen bundle but a ZIP .*choose/u,
      )
    }
  })

  it('a bundle that was packed again as zip64 is no file of over 4 GB either', async () => {
    const entries = await unpack(scene.good)
    const repacked = zipOf(
      entries.map(({ name }) => ({ bytes: Buffer.from(name) })),
      zip64End,
    )
    expect(await refusalOf(repacked)).toEqual({ code: 'bundle.structure', params: { detail: 'zip64' } })
  })

  it.each(['verify', 'inspect', 'check', 'audit'])('lianshen %s ends with 2 and says what it is', async (command) => {
    const files: readonly (readonly [string, Uint8Array, string])[] = [
      ['来包.lsb', zipOf([{ bytes: gbk.申请表 }], zip64End), '“申请表.pdf”'],
      ['申请.lsb', await office('[Content_Types].xml', 'word/document.xml'), 'Word (.docx)'],
      ['包.lsb', Buffer.from('377abcaf271c0004'.padEnd(200, '0'), 'hex'), '7z'],
      ['乱.lsb', Buffer.from('0102030405'.repeat(40), 'hex'), '不是联审包'],
    ]
    for (const [name, bytes, words] of files) {
      writeFileSync(at(name), bytes)
      const { code, stdout, stderr } = await runHere([command, at(name)])
      expect([name, code]).toEqual([name, 2])
      expect(stdout + stderr).toContain('不是联审包')
      expect(stdout + stderr).toContain(words)
    }
  })

  it('a large file of another kind is called so before its size is complained of', async () => {
    const path = join(scene.desk.exchange, '大.lsb')
    writeFileSync(path, await office('材料.txt'))
    truncateSync(path, 5_000_000_000)
    expect(failure(await scene.desk.call('bundle:stage', { kind: 'place', place: path })).code).toBe('bundle.is-zip')
    rmSync(path)
  })
})
