import { describe, expect, it } from 'vitest'
import { checkFileName } from '@host/files/new-file'
import { kindOfName } from '@host/exchange/file-names'
import type { CalendarDate } from '@shared/domain/date'
import { createTranslator } from '@shared/messages/translate'
import { bundleFileName, bundleNames } from '@shared/messages/bundle-file-name'

const today = '2026-11-22' as CalendarDate
const nameOf = (kind: (typeof bundleNames)[number], name = '严伯衡', locale: 'zh-CN' | 'en' = 'zh-CN') =>
  bundleFileName(createTranslator(locale), kind, { name, today })

describe('the name that a bundle goes out under', () => {
  it.each([
    ['assign.fileName', '送审包-致严伯衡-2026-11-22.lsb', 'assignment-bundle-to-严伯衡-2026-11-22.lsb'],
    ['returning.fileName', '退回补正包-致严伯衡-2026-11-22.lsb', 'return-bundle-to-严伯衡-2026-11-22.lsb'],
    ['countersign.bundleName', '会签包-致严伯衡-2026-11-22.lsb', 'countersign-bundle-to-严伯衡-2026-11-22.lsb'],
    ['signing.bundleName', '会签包-严伯衡-2026-11-22.lsb', 'countersign-bundle-from-严伯衡-2026-11-22.lsb'],
    ['expert.export.opinionsName', '评审意见包-严伯衡-2026-11-22.lsb', 'opinion-bundle-from-严伯衡-2026-11-22.lsb'],
    ['expert.export.hashesName', '封存哈希-严伯衡-2026-11-22.lsb', 'sealed-hashes-from-严伯衡-2026-11-22.lsb'],
    ['documents.archiveName', '归档包-严伯衡-2026-11-22.lsb', 'archive-bundle-严伯衡-2026-11-22.lsb'],
    ['protection.card.fileName', '名片-严伯衡-2026-11-22.lsb', 'card-严伯衡-2026-11-22.lsb'],
  ] as const)('tells kind, person or alliance, and day: %s', (kind, chinese, english) => {
    expect(nameOf(kind)).toBe(chinese)
    expect(nameOf(kind, '严伯衡', 'en')).toBe(english)
  })

  it('differs from kind to kind, so that two files of one person and day are told apart', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(new Set(bundleNames.map((kind) => nameOf(kind, '严伯衡', locale))).size).toBe(bundleNames.length)
    }
  })

  it.each([
    ['a name as long as a form takes', '示'.repeat(200)],
    ['what a path forbids', '../张/三\\:*?"<>|\u0000\n四'],
    ['letters that turn the direction or are not seen', '张\u202e三\u2066四\u200f五\u200b六\ufeff'],
    ['nothing but such letters', '\u202e'],
    ['a trailing dot and a device of old', 'CON.'],
    ['letters of two parts', '\u{20bb7}'.repeat(120)],
  ])('is taken by every file system, and keeps kind, day and ending, with %s', (_, name) => {
    for (const kind of bundleNames) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const fileName = nameOf(kind, name, locale)
        expect(() => {
          checkFileName(`${fileName}.age`)
        }).not.toThrow()
        expect(fileName).not.toMatch(/\p{Cs}/u)
        expect(fileName).toMatch(/^\p{L}[\p{L}-]+-.*-2026-11-22\.lsb$/u)
        expect(kindOfName(fileName)).toBe('bundle')
      }
    }
  })
})
