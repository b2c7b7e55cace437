import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '@shared/domain/date'
import { findIncomplete } from '@shared/documents/blocks-complete'
import { canPrintSlip, composeRefusalSlip } from '@shared/documents/refusal-slip'
import { refusals } from '@shared/documents/vocabulary/refusals'
import { messages } from '@shared/messages/catalogue'

const codes = Object.keys(messages['zh-CN'])
  .filter((key) => key.startsWith('error.'))
  .map((key) => key.slice('error.'.length))

const words = [
  'detail',
  'name',
  'path',
  'format',
  'suite',
  'keyId',
  'record',
  'problem',
  'seq',
  'seconds',
  'line',
  'segment',
  'least',
  'factor',
  'most',
  'lockId',
  'what',
  'count',
]
const params = Object.fromEntries(words.map((word) => [word, 7]))

const slipOf = (code: string, by = '示例处室 示例甲') =>
  composeRefusalSlip({
    createdAt: '2026-11-22T08:00:00Z',
    fileName: '来包（示例）.lsb',
    code,
    params,
    by,
    on: '2026-11-22' as CalendarDate,
  })
const textOf = (code: string): string => JSON.stringify(slipOf(code).blocks)

describe('a refusal slip', () => {
  it('names the file, the cause and what the other side must do, each apart', () => {
    const text = textOf('bundle.trailing-bytes')
    expect(text).toContain('["文件名","来包（示例）.lsb"]')
    expect(text).toContain('"该文件末尾多出了不属于它的内容。"')
    expect(text).toContain('"请让对方重新导出，不要经其他软件转存。"')
    expect(text).toContain('2026年11月22日')
    expect(text).toContain('示例处室 示例甲')
  })

  it('cuts a long name in the middle, so that its end can still be read', () => {
    const model = composeRefusalSlip({
      createdAt: '2026-11-22T08:00:00Z',
      fileName: `${'来'.repeat(200)}.lsb`,
      code: 'bundle.missing-entry',
      params: { name: `records/${'a'.repeat(300)}.json` },
      by: '',
      on: '2026-11-22' as CalendarDate,
    })
    const text = JSON.stringify(model.blocks)
    expect(text).toMatch(/"来{45}…来{40}\.lsb"/u)
    expect(text).toMatch(/缺少“records\/a{42}…a{44}\.json”/u)
  })

  it('is whole with and without a person’s name', () => {
    for (const by of ['', '示例处室 示例甲']) expect(findIncomplete(slipOf('bundle.truncated', by))).toEqual([])
  })

  it('can be made of every refusal of a bundle, and never of what is wrong with this computer', () => {
    const printable = codes.filter(canPrintSlip)
    expect(printable.length).toBeGreaterThan(30)
    for (const code of printable) expect(textOf(code)).not.toContain('undefined')
    for (const code of ['disk.full', 'space.read-only', 'bundle.no-stage', 'profile.locked', 'constructor']) {
      expect(canPrintSlip(code)).toBe(false)
    }
  })

  it('says a cause and a remedy of every refusal of a bundle, or is none of the sender’s matters', () => {
    for (const [cause, remedy] of Object.values(refusals)) {
      expect([cause, remedy]).toEqual([expect.stringMatching(/。$/u), expect.stringMatching(/^请.*。$/u)])
    }
    const ofBundles = codes.filter((code) => /^(?:bundle|envelope)\./u.test(code))
    expect(ofBundles.filter((code) => !canPrintSlip(code)).toSorted()).toEqual([
      'bundle.export-too-large',
      'bundle.no-stage',
      'bundle.nothing-to-import',
      'envelope.bad-recipient',
      'envelope.needs-desk',
      'envelope.no-recipient-key',
      'envelope.passphrase-needed',
      'envelope.wrong-passphrase',
    ])
  })
})
