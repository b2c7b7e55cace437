import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeNewFile } from '@host/files/new-file'
import { removeTemporaryFolders, temporaryFolder } from './desk-fixture'

afterAll(removeTemporaryFolders)

describe('A name that somebody else takes in a shared folder while we write', () => {
  it('stays theirs; our file has the next name', async () => {
    const folder = await temporaryFolder()
    const text = '我们的'
    const written = await writeNewFile(folder, {
      fileName: '送审包.lsb',
      content: {
        size: Buffer.byteLength(text),
        write: async (sink) => {
          await writeFile(join(folder, '送审包.lsb'), '他们的')
          await sink.writeFile(Buffer.from(text))
        },
      },
    })
    expect(written.fileName).toBe('送审包 (2).lsb')
    expect(await readFile(join(folder, '送审包.lsb'), 'utf8')).toBe('他们的')
    expect(await readFile(written.path, 'utf8')).toBe('我们的')
    expect((await readdir(folder)).sort()).toEqual(['送审包 (2).lsb', '送审包.lsb'])
  })
})
