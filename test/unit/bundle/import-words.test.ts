import { describe, expect, it } from 'vitest'
import type { BundleRecord, ImportRefusal } from '@shared/bundle/incoming'
import { messages } from '@shared/messages/catalogue'
import { locales } from '@shared/messages/languages'
import { createTranslator, hasMessage } from '@shared/messages/translate'

type Reason = ImportRefusal | Extract<BundleRecord, { kind: 'not-understood' }>['reason'] | 'fork'

/** Complete by type: a new reason without words fails to compile here, and then fails below. */
const reasons: Readonly<Record<Reason, true>> = {
  'newer-format': true,
  'not-for-this-desk': true,
  'sender-role': true,
  'unknown-author': true,
  'author-role': true,
  'type-not-allowed': true,
  'other-author': true,
  'unknown-panel': true,
  'not-a-member': true,
  'other-expert-key': true,
  'expert-has-other-key': true,
  'sealed-already': true,
  'wrong-person': true,
  'no-round': true,
  'other-opinion': true,
  'opinion-superseded': true,
  'round-closed': true,
  'not-to-sign': true,
  'scan-missing': true,
  'signed-already': true,
  'lock-without-key': true,
  'unknown-type': true,
  'bad-payload': true,
  'newer-version': true,
  'unknown-fields': true,
  fork: true,
}

describe('every reason for not taking a record', () => {
  it.each(Object.keys(reasons))('%s has words', (reason) => {
    expect(hasMessage(`import.${reason}`)).toBe(true)
  })
})

describe('every refusal', () => {
  const codes = Object.keys(messages['zh-CN']).filter((key) => key.startsWith('error.'))
  it.each(codes)('%s names the same things in both languages', (key) => {
    const fieldsOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort()
    const texts = locales.map((locale) => messages[locale][key as keyof (typeof messages)['zh-CN']])
    expect(new Set(texts.map((text) => fieldsOf(text).join())).size).toBe(1)
  })

  it('of a bundle or PDF has the same words as a finding of verifying', () => {
    const t = createTranslator('zh-CN')
    const params = { fileName: '来包.lsb' }
    expect(t('verify.bundle.truncated', params)).toBe(t('error.bundle.truncated', params))
    expect(t('verify.pdf.broken', params)).toContain('来包.lsb')
  })
})
