import { describe, expect, it } from 'vitest'
import { defaultProtection, protectionFor, withoutKey, type Recipient } from '@shared/bundle/protection'
import { keyIdSchema } from '@shared/domain/ids'

const keyId = keyIdSchema.parse('0'.repeat(32))
const known: Recipient = { name: '示例甲', keyId, isConfirmed: true }
const unknown: Recipient = { name: '示例乙', keyId: null, isConfirmed: false }

describe('How a bundle leaves', () => {
  it('is what the office prefers where that can be done', () => {
    expect(defaultProtection('recipient', [known, unknown])).toBe('recipient')
    expect(defaultProtection('recipient', [unknown])).toBe('passphrase')
    expect(defaultProtection('recipient', [])).toBe('passphrase')
    expect(defaultProtection('passphrase', [unknown])).toBe('passphrase')
    expect(defaultProtection('none', [known])).toBe('none')
  })

  it('is never for some of the recipients only', () => {
    const choice = { kind: 'recipient', passphrase: '' } as const
    expect(protectionFor(choice, [known])).toEqual({ kind: 'desks', keyIds: [keyId] })
    expect(protectionFor(choice, [known, unknown])).toBeNull()
    expect(protectionFor(choice, [])).toBeNull()
    expect(withoutKey([known, unknown])).toEqual([unknown])
  })

  it('is not by a short passphrase', () => {
    expect(protectionFor({ kind: 'passphrase', passphrase: '九个字的口令不够长' }, [])).toBeNull()
    expect(protectionFor({ kind: 'passphrase', passphrase: '十个字的口令就够长了' }, [])).toEqual({
      kind: 'passphrase',
      passphrase: '十个字的口令就够长了',
    })
  })
})
