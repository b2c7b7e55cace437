import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeAtTerminal } from '../../helpers/at-terminal'
import { hasTool } from '../../helpers/tools'
import { createDesk, hashTree, removeTemporaryFolders, succeeded } from '../host/desk-fixture'
import { dossierSaved } from '../host/review-actions'
import { runCli, runHere } from './run-cli'

const secret = '示例封包口令-2026'
const folder = mkdtempSync(join(tmpdir(), '联审 封包 '))
const at = (name: string) => join(folder, name)
const secretFile = at('口令.txt')
const wrongFile = at('错口令.txt')
let sealed: string
let open: string

beforeAll(async () => {
  writeFileSync(secretFile, `${secret}\r\n第二行不算\n`)
  writeFileSync(wrongFile, '不是这个口令\n')
  const desk = await createDesk('division', '示例处室')
  succeeded(await desk.call('journal:append', { actions: [dossierSaved(1)] }))
  const { records } = await desk.call('journal:read', { after: 0, limit: 10 })
  const exported = async (fileName: string, protect: { kind: 'none' } | { kind: 'passphrase'; passphrase: string }) => {
    const recordIds = records.map(({ id }) => id)
    const asked = { kind: 'dossier' as const, to: '示例', recordIds, attachments: [], fileName, folder, protect }
    return succeeded(await desk.call('bundle:export', asked)).file.path
  }
  sealed = await exported('封包.lsb', { kind: 'passphrase', passphrase: secret })
  open = await exported('未封.lsb', { kind: 'none' })
  await desk.host.close()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await removeTemporaryFolders()
})

describe('lianshen verify of a bundle encrypted by passphrase', () => {
  it('opens it by --passphrase-file in a process of its own, and leaves nothing of it behind', async () => {
    expect(sealed).toMatch(/\.lsb\.age$/u)
    const before = await hashTree(folder)
    const temporary = mkdtempSync(join(tmpdir(), '联审 临时 '))
    const home = mkdtempSync(join(tmpdir(), '联审 家 '))
    const run = await runCli(['verify', sealed, '--json', '--passphrase-file', secretFile], {
      TMPDIR: temporary,
      HOME: home,
      XDG_CACHE_HOME: home,
      TSX_DISABLE_CACHE: '1',
    })
    const left = [await hashTree(temporary), await hashTree(home)]
    for (const path of [temporary, home]) rmSync(path, { recursive: true })
    expect(run.code).toBe(3)
    expect(JSON.parse(run.stdout)).toMatchObject({ files: [{ file: sealed, verdict: 'intact', format: 'bundle' }] })
    expect(run.stdout + run.stderr).not.toContain(secret)
    expect(await hashTree(folder)).toEqual(before)
    expect(left).toEqual([{}, {}])
  })

  it('asks at the terminal for the one file that needs it, by its name', async () => {
    const asked: string[] = []
    const run = await runHere(['verify', open, sealed], async (prompt) => {
      asked.push(prompt)
      return secret
    })
    expect(asked).toEqual([`请输入“${sealed}”的口令：`])
    expect(run.code).toBe(3)
    expect(run.stdout.match(/：内容没有改动，签名人不明$/gmu)).toHaveLength(2)
    expect(run.stdout + run.stderr).not.toContain(secret)
  })

  it('asks for that of the register, and inspect and check ask as well', async () => {
    let asked = 0
    const answer = async () => {
      asked += 1
      return secret
    }
    const register = await runHere(['verify', open, '--register', sealed], answer)
    expect(register.stderr).not.toContain('口令')
    expect((await runHere(['inspect', sealed], answer)).code).toBe(0)
    expect((await runHere(['check', sealed, '--json'], answer)).stdout).toContain(
      '四川省示例新材料产业技术创新战略联盟',
    )
    expect(asked).toBe(3)
    const checked = await runHere(['check', sealed, '--passphrase-file', secretFile])
    expect(checked.stdout).toContain('四川省示例新材料产业技术创新战略联盟')
  })

  it.each([
    ['a wrong one from the file', () => runHere(['verify', sealed, '--passphrase-file', wrongFile]), '口令不对'],
    ['a wrong one that was typed', () => runHere(['verify', sealed], async () => '不是这个口令'), '口令不对'],
    ['an empty one', () => runHere(['verify', sealed], async () => ''), '口令不对'],
    ['none, where there is no terminal', () => runHere(['verify', sealed]), '没有终端可以询问'],
  ])('judges nothing by %s', async (_, verify, words) => {
    const before = await hashTree(folder)
    const run = await verify()
    expect(run.code).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain(words)
    expect(await hashTree(folder)).toEqual(before)
  })

  it('takes a file that is not encrypted as it is, whatever passphrase is given', async () => {
    const run = await runHere(['verify', open, '--passphrase-file', wrongFile])
    expect(run.code).toBe(3)
    const missing = await runHere(['verify', open, '--passphrase-file', at('没有.txt')])
    expect(missing.code).toBe(2)
  })

  it.skipIf(!hasTool('script'))('takes it at a real terminal without an echo', async () => {
    const command = `'${process.execPath}' --import tsx '${resolve('electron/cli/index.ts')}' verify '${sealed}'`
    const { shown, code } = await typeAtTerminal(command, '的口令：', `${secret}\r`)
    expect(code).toBe(3)
    expect(shown).toContain('示例处室')
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain('2026\r')
  })
})
