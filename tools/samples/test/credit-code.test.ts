import { describe, expect, it } from 'vitest'
import { checkCharacter, inventedCreditCode } from '../credit-code'
import { sampleSlugs, readSampleDossier } from '../../../test/helpers/samples'

describe('Unified social credit codes of the samples', () => {
  it('computes the check character of GB 32100-2015 as its worked example does', () => {
    expect(checkCharacter('91350100M000100Y4')).toBe('3')
  })

  it('have the right shape and fail the check, so that they belong to nobody', () => {
    for (const slug of sampleSlugs) {
      for (const { fullName, creditCode } of readSampleDossier(slug).content.members) {
        expect(creditCode, fullName).toMatch(/^[0-9A-HJ-NP-RTUW-Y]{18}$/u)
        expect(creditCode!.slice(17), fullName).not.toBe(checkCharacter(creditCode!.slice(0, 17)))
      }
    }
  })

  it('are the same for the same name and differ between names', () => {
    expect(inventedCreditCode('示例甲', true)).toBe(inventedCreditCode('示例甲', true))
    expect(inventedCreditCode('示例甲', true)).not.toBe(inventedCreditCode('示例乙', true))
  })
})
