import { describe, expect, it } from 'vitest'
import { headlineOf, toneOf, verifyHeadlines, type Registered } from '@shared/ipc/verify-headline'
import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'

const signature = (trust: SignatureReport['trust'], namesake?: 'self' | 'known'): SignatureReport => ({
  signer: '示例处室',
  unit: '示例厅',
  certificateFingerprint: 'ab',
  signedAt: null,
  intact: true,
  coversWholeFile: true,
  trust,
  ...(namesake === undefined ? {} : { namesake }),
})

const say = (verdict: VerifyReport['verdict'], signatures: SignatureReport[], registered: Registered = 'none') =>
  headlineOf({ verdict, signatures }, registered)

describe('what is said first of a file', () => {
  it('is what the register says, whatever the signatures say', () => {
    for (const verdict of ['intact', 'other-form', 'not-signed', 'damaged'] as const) {
      expect(say(verdict, [signature('unknown', 'self')], 'same')).toBe('registered')
      expect(say(verdict, [], 'superseded')).toBe('superseded')
    }
  })

  it('is never simply intact for a paper of this desk that is not in its register', () => {
    expect(say('intact', [signature('self')], 'absent')).toBe('not-registered')
    expect(say('intact', [signature('confirmed'), signature('self')], 'absent')).toBe('not-registered')
    expect(say('intact', [signature('unknown', 'self')], 'absent')).toBe('namesake')
  })

  it('is intact only where every key is the own one or was confirmed', () => {
    expect(say('intact', [signature('self'), signature('confirmed')])).toBe('intact')
    expect(say('intact', [signature('self'), signature('known')])).toBe('unconfirmed')
    expect(say('intact', [signature('known'), signature('unknown')])).toBe('stranger')
    expect(say('intact', [signature('self'), signature('unknown', 'known')])).toBe('namesake')
    expect(say('other-form', [signature('unknown')])).toBe('other-form')
  })

  it('is good news for what is registered or intact, and for nothing else', () => {
    expect(verifyHeadlines.filter((headline) => toneOf(headline) === 'success')).toEqual(['registered', 'intact'])
  })
})
