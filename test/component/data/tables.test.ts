// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { DeskDatabase, projectionVersion } from '@renderer/data/database'
import { RowCipher } from '@renderer/data/row-cipher'
import { contentHash } from '@shared/lib/sha256'

/** The tables of each version of the database, as one hash. What a version had is history: add a line, change none. */
const tablesOfVersion: Readonly<Record<number, string>> = {
  7: '37dd6a688c55948f07df3d41381fd534d653ecfc05070b1d30506e66fe47a326',
  8: '6f5c40b67f138d45e135837e89e51c6abf2f4642ac9cc6e648cb673f07bec307',
  // A written paper names its document.
  9: '6f5c40b67f138d45e135837e89e51c6abf2f4642ac9cc6e648cb673f07bec307',
  // What people judged names its version.
  10: '466f3bffb66e80db5c957ab4bbf8a29d9d94b1fe8df20caaff4418ae37356c41',
  // Campaigns, their extensions and returns, the figures of a year.
  11: 'c441528feb5cfdfad88a229620aedfb217406278ac91b8e789c1e573d2deb3ad',
  // How the office handles a dossier is a record of its own.
  12: 'e409d15709876e66f659c140cbda1139922a4f532e7577b1701e36cd4595a6c9',
  // What stands around a publication: display, objections, corrections, sealed originals; drawing of experts; support.
  13: '4cfaf64c02a22f8016ba9b559708e2679df352df40097cda461010d3dd0bf584',
  // Marks that go along with an opinion.
  14: '05319e9de6c68bffae726e75c90e74a0f91d0b3f3ea00d6c2cefa082fee64921',
}

describe('the tables of the desk', () => {
  it('are those of this version: whoever adds or changes one raises `projectionVersion`, so that desks are built anew', () => {
    const db = new DeskDatabase('lianshen-tables', new RowCipher(new Uint8Array(32)))
    const tables = db.tables
      .map(({ name, schema }) => [name, schema.primKey.src, ...schema.indexes.map(({ src }) => src)])
      .sort()
    expect(contentHash(tables)).toBe(tablesOfVersion[projectionVersion])
  })
})
