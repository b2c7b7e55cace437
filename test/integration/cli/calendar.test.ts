import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendar2027 } from '../../helpers/calendars'
import { runHere } from './run-cli'

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '联审 日历-'))
  file = join(folder, '2027.json')
  await writeFile(file, JSON.stringify(calendar2027))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const dossier = 'resources/samples/vanadium-clean/dossier.json'

describe('lianshen with further calendar files', () => {
  it('gives a firm deadline (Art. 18)', async () => {
    const asked = ['deadline', '--from', '2026-11-25', '--json']
    expect(JSON.parse((await runHere(asked)).stdout)).toMatchObject({ provisional: true })
    const { code, stdout } = await runHere([...asked, '--calendar', file])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ lastDay: '2027-01-07', provisional: false })
  })

  it('names a file that is none, in check as well', async () => {
    await writeFile(join(folder, '坏.json'), JSON.stringify({ ...calendar2027, year: 1999 }))
    for (const asked of [
      ['deadline', '--from', '2026-11-25'],
      ['check', dossier],
    ]) {
      const { code, stderr } = await runHere([...asked, '--calendar', join(folder, '坏.json')])
      expect(code).toBeGreaterThan(0)
      expect(stderr).toContain('坏.json')
    }
    expect((await runHere(['check', dossier, '--calendar', file])).stdout).not.toBe('')
  })
})
