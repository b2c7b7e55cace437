import { type statfs } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { kindOfName } from '@host/exchange/file-names'
import { checkZipSize } from '@host/bundles/zip-writer'
import { patienceMs, patiently } from '@host/files/patience'
import { requireRoom } from '@host/files/space'

const failing = (code: string) => Object.assign(new Error(code), { code })

describe('a file that another program holds', () => {
  it.each(['EPERM', 'EBUSY'])('is tried again after %s, and nobody hears of it', async (code) => {
    let tries = 0
    const step = () => ((tries += 1) < 4 ? Promise.reject(failing(code)) : Promise.resolve('written'))
    expect(await patiently(step, () => Promise.resolve())).toBe('written')
    expect(tries).toBe(4)
  })

  it('is waited for two seconds in all, then told', async () => {
    const pauses: number[] = []
    const pause = (ms: number) => Promise.resolve(pauses.push(ms))
    await expect(patiently(() => Promise.reject(failing('EBUSY')), pause)).rejects.toMatchObject({ code: 'EBUSY' })
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(patienceMs)
  })

  it.each(['ENOSPC', 'ENOENT', 'EMFILE', 'ENAMETOOLONG'])('is not waited for where %s will not pass', async (code) => {
    let tries = 0
    const step = () => Promise.reject(failing(code)).finally(() => (tries += 1))
    await expect(patiently(step, () => Promise.resolve())).rejects.toMatchObject({ code })
    expect(tries).toBe(1)
  })
})

describe('a drive', () => {
  const drive = (type: number, free: number) => () => Promise.resolve({ type, bsize: 1, bavail: free })
  const room = (size: number, type: number, free = 1e13) =>
    requireRoom('/示例', size, drive(type, free) as unknown as typeof statfs)

  it('of FAT32 takes no file of 4 GB, however much is free, and is called by its name', async () => {
    await expect(room(2 ** 32, 0x4d44)).rejects.toMatchObject({ error: { code: 'disk.fat' } })
    await expect(room(2 ** 32 - 1, 0x4d44)).resolves.toBeUndefined()
    await expect(room(2 ** 32, 0xef53)).resolves.toBeUndefined()
  })

  it('that is full is called full', async () => {
    await expect(room(1_000, 0x4d44, 1_000)).rejects.toMatchObject({ error: { code: 'disk.full' } })
  })
})

describe('names in the exchange folder', () => {
  it('of what a Mac writes beside a bundle are no bundles', () => {
    expect(kindOfName('._送审包.lsb')).toBe('other')
    expect(kindOfName('._送审包.lsb.age')).toBe('other')
    expect(kindOfName('送审包.lsb')).toBe('bundle')
  })
})

describe('a bundle', () => {
  const part = (name: string, size: number) => ({
    name,
    size,
    sha256: '',
    open: () => Promise.reject(new Error('nobody reads it')),
  })

  it('of more than 4 GB is refused before anything is read or written, in words of an export', () => {
    expect(() => {
      checkZipSize([part('a', 2.5e9), part('b', 2.5e9)])
    }).toThrow(expect.objectContaining({ error: { code: 'bundle.export-too-large', params: {} } }) as Error)
    expect(() => {
      checkZipSize([part('a', 2.5e9)])
    }).not.toThrow()
  })
})
