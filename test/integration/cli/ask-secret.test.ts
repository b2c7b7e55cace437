import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { typeAtTerminal } from '../../helpers/at-terminal'
import { hasTool } from '../../helpers/tools'

const program = fileURLToPath(new URL('./ask-at-terminal.ts', import.meta.url))
const asking = `'${process.execPath}' --import tsx '${program}'`

const hex = (text: string): string => Buffer.from(text).toString('hex')

describe.skipIf(!hasTool('script'))('a passphrase asked for at a terminal', () => {
  it.each([
    ['a whole one', '第一把 钥匙 shili\r', hex('第一把 钥匙 shili')],
    ['one with a mistake taken back', 'shilii\u007f 示例错\u007f\r', hex('shili 示例')],
    ['an empty one', '\r', ''],
    ['Ctrl+C', 'shili\u0003', null],
    ['Ctrl+D', 'shili\u0004', null],
  ])('is taken without an echo, and the terminal is as it was: %s', async (_, keys, answer) => {
    const { shown } = await typeAtTerminal(`${asking}; stty -a`, '口令：', keys)
    expect(shown).toContain(`answer ${answer ?? 'none'}.`)
    expect(shown).not.toMatch(/shili|示例|钥匙/u)
    const settings = shown.slice(shown.indexOf('answer')).split(/[\s;]+/u)
    expect(settings).toEqual(expect.arrayContaining(['icanon', 'isig', 'echo']))
  })

  it('is not asked for where there is no terminal', async () => {
    const piped = spawn(process.execPath, ['--import', 'tsx', program], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    piped.stdin.end('shili\n')
    let said = ''
    for await (const text of piped.stdout.setEncoding('utf8')) said += String(text)
    expect(said).toBe('answer none.\n')
  })
})
