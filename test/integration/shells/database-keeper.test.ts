import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepDatabase } from '../../../electron/shell/database-keeper'

let dataFolder: string
let databases: string
let hasRoom = true
let now = Date.parse('2026-11-22T12:00:00Z')

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), '联审 database-'))
  databases = join(dataFolder, 'browser', 'IndexedDB')
  hasRoom = true
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

/** A start of the program: another one each time. */
function start() {
  const keeper = keepDatabase({
    dataFolder,
    folders: [join(dataFolder, 'browser'), databases],
    clock: () => new Date((now += 1000)),
    hasRoom: () => hasRoom,
  })
  keeper.begin()
  return keeper
}

const origin = 'http_127.0.0.1_20000.indexeddb'
const logOf = (folder: string): string => join(folder, `${origin}.leveldb`, '000003.log')

function writeDatabase(rows: string): void {
  mkdirSync(join(databases, `${origin}.leveldb`), { recursive: true })
  mkdirSync(join(databases, `${origin}.blob`, '1', '00'), { recursive: true })
  writeFileSync(logOf(databases), rows)
  writeFileSync(join(databases, `${origin}.leveldb`, '000005.ldb'), 'table')
  writeFileSync(join(databases, `${origin}.leveldb`, 'LOCK'), '')
  writeFileSync(join(databases, `${origin}.blob`, '1', '00', '7'), 'value')
}

describe('a database that the page finds damaged', () => {
  it('is kept as it was before the browser began, whatever the browser made of it', async () => {
    writeDatabase('damaged')
    const keeper = start()
    rmSync(databases, { recursive: true })
    const kept = await keeper.judge('gone')
    expect(readFileSync(logOf(kept!), 'utf8')).toBe('damaged')
    expect(readFileSync(join(kept!, `${origin}.blob`, '1', '00', '7'), 'utf8')).toBe('value')
    expect(await keeper.kept()).toMatchObject({ path: kept, bytes: 'damagedtablevalue'.length })
    expect(readdirSync(dataFolder).sort()).toEqual(['browser', 'damaged-database'])
  })

  it('is copied as it is now if it was judged before', async () => {
    writeDatabase('whole')
    const keeper = start()
    expect(await keeper.judge('sound')).toBeNull()
    expect(readdirSync(dataFolder)).toEqual(['browser'])
    writeFileSync(logOf(databases), 'damaged since')
    expect(readFileSync(logOf((await keeper.judge('damaged'))!), 'utf8')).toBe('damaged since')
  })

  it('is held on over starts in which nobody unlocked the desk', async () => {
    writeDatabase('damaged')
    start()
    writeDatabase('what the browser made of it')
    expect(readFileSync(logOf((await start().judge('damaged'))!), 'utf8')).toBe('damaged')
  })

  it('takes the place of the one kept before: there is one at most, and it can be removed', async () => {
    writeDatabase('first')
    await start().judge('damaged')
    writeDatabase('second')
    const keeper = start()
    const kept = await keeper.judge('damaged')
    expect(readdirSync(join(dataFolder, 'damaged-database'))).toHaveLength(1)
    expect(readFileSync(logOf(kept!), 'utf8')).toBe('second')
    await keeper.remove()
    expect(await keeper.kept()).toBeNull()
  })

  it('is not kept where the disk is short of space', async () => {
    writeDatabase('damaged')
    hasRoom = false
    expect(await start().judge('damaged')).toBeNull()
    expect(readdirSync(dataFolder)).toEqual(['browser'])
  })

  it('costs a second name, not a second copy, of what the engine never writes again', () => {
    writeDatabase('whole')
    start()
    const numberOf = (folder: string, file: string) => statSync(join(folder, `${origin}.leveldb`, file)).ino
    const held = join(dataFolder, 'held-database')
    expect(numberOf(held, '000005.ldb')).toBe(numberOf(databases, '000005.ldb'))
    expect(numberOf(held, '000003.log')).not.toBe(numberOf(databases, '000003.log'))
  })
})

describe('what is no folder and stands where the browser needs one', () => {
  it.each([
    ['a file for the browser', () => join(dataFolder, 'browser')],
    ['a file for its databases', () => databases],
    ['a file for the rows', () => join(databases, `${origin}.leveldb`)],
  ])('%s is put aside and told', async (_, where) => {
    const path = where()
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, '示例')
    const keeper = start()
    const [notice, ...others] = keeper.notices()
    expect(others).toEqual([])
    expect(notice).toMatchObject({ code: 'database.no-folder', params: { path } })
    const { path: aside } = (await keeper.kept())!
    expect(notice?.params['aside']).toBe(aside)
    expect(readdirSync(aside).map((name) => readFileSync(join(aside, name), 'utf8'))).toEqual(['示例'])
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('a link to nothing as well; a link to a folder is a folder', () => {
    mkdirSync(join(dataFolder, 'elsewhere'))
    symlinkSync(join(dataFolder, 'elsewhere'), join(dataFolder, 'browser'))
    symlinkSync(join(dataFolder, 'nothing'), databases)
    expect(start().notices()).toMatchObject([{ code: 'database.no-folder', params: { path: databases } }])
    expect(start().notices()).toEqual([])
  })
})
