import { describe, expect, it } from 'vitest'
import { blobEntry, keyEntry, readEntryName, recordsEntry } from '@shared/bundle/entry-names'

describe('names of entries follow a closed grammar', () => {
  const key = 'a'.repeat(32)
  it('reads back what it writes', () => {
    expect(readEntryName(keyEntry(key))).toEqual({ kind: 'key', keyId: key })
    expect(readEntryName(recordsEntry(key, 1, 12))).toEqual({ kind: 'records', author: key, from: 1, to: 12 })
    expect(readEntryName(blobEntry('0'.repeat(64)))).toEqual({ kind: 'blob', sha256: '0'.repeat(64) })
    expect(readEntryName('mimetype')).toEqual({ kind: 'mimetype' })
  })
  it('has one room for what a newer version adds', () => {
    expect(readEntryName('more/seals/one-2.json')).toEqual({ kind: 'more' })
  })
  it.each([
    '../manifest.json',
    '/manifest.json',
    'C:\\manifest.json',
    'blobs\\sha256\\00',
    'manifest.json/',
    'MANIFEST.JSON',
    'manifest.json ',
    'manifest.json\0',
    'records/../../x',
    `records/${key}/0-1.jsonl`,
    `records/${key}/2-1.jsonl`,
    `records/${key}/01-2.jsonl`,
    `blobs/sha256/${'A'.repeat(64)}`,
    '申请表.pdf',
    'toString',
    'more/a',
    'more/seals/',
    'more/seals/../a',
    'more/seals/.a',
    'more/seals/a..b',
    'more/Seals/a',
    'more/seals/印章',
    `more/seals/${'a'.repeat(120)}`,
    'more/seals/a/b',
    'more\\seals\\a',
    '__proto__',
    '',
  ])('refuses %j', (name) => {
    expect(readEntryName(name)).toBeNull()
  })
})
