import { describe, expect, it } from 'vitest'
import { createTranslator } from '@shared/messages/translate'
import { hasWords, sentenceOf, type Translate } from '@shared/messages/translator'
import type { PlainKey } from '@shared/messages/words'

const t = createTranslator('zh-CN')

/** Never called: what the compiler says of each line is what is tested, by `tsc`. */
export function refused(say: Translate, key: PlainKey, status: 'filed' | 'revoked'): readonly string[] {
  return [
    say('common.cancel'),
    say(`status.${status}`),
    say(key),
    say('failure.detail', { detail: '' }),
    // @ts-expect-error a sentence whose place is given nothing
    say('failure.detail'),
    // @ts-expect-error another place than the sentence has
    say('failure.detail', { details: '' }),
    // @ts-expect-error one of three places is missing
    say('error.vault.converted', { records: 1, attachments: 2 }),
    // @ts-expect-error words without a place are given nothing
    say('common.cancel', { name: '' }),
    // @ts-expect-error no such message
    say('common.no-such-message'),
    // @ts-expect-error a sentence with a place is no plain label
    say('failure.detail' satisfies PlainKey),
  ]
}

describe('a message', () => {
  it('is filled place by place, and a value is never read as a place itself', () => {
    expect(t('error.vault.stopped', { converted: 3, total: 7 })).toContain('3 / 7')
    expect(t('failure.detail', { detail: '{{detail}} $& $t(common.cancel)' })).toBe(
      '技术说明：{{detail}} $& $t(common.cancel)',
    )
  })

  it('built from data is said where somebody wrote words, and left to the caller where nobody did', () => {
    expect(sentenceOf(t, 'error.profile.damaged', { path: '甲' })).toContain('“甲”')
    expect(sentenceOf(t, 'error.no-such-code', {})).toBeNull()
    const words = ['common.cancel', 'failure.detail', 'toString'].map((key) => hasWords(t, key))
    expect(words).toEqual([true, false, false])
  })

  it('built from data with too little at hand is a bug, never a sentence with a hole', () => {
    expect(() => sentenceOf(t, 'error.profile.damaged', {})).toThrow(/unfilled place: path/u)
  })
})
