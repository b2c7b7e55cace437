import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeIndexPage } from '@host/bundles/index-page'
import { enDivisionExchange } from '@shared/messages/en/division-exchange'
import { zhDivisionExchange } from '@shared/messages/zh/division-exchange'
import { bundleKinds } from '@shared/records/payloads'

/** One word for each kind of bundle, in each language. */
const words = {
  assignment: ['送审包', 'Assignment bundle'],
  opinion: ['评审意见包', 'Opinion bundle'],
  return: ['退回补正包', 'Return bundle'],
  countersign: ['会签包', 'Countersign bundle'],
  dossier: ['卷宗包', 'Dossier bundle'],
  archive: ['归档包', 'Archive bundle'],
} as const

/** Words of earlier days for a bundle or for one kind of it. */
const banned = /任务包|传递包|文件包|数据包|交换包|案卷包|(?<!评审)意见包|退回包|审核包/u
const bannedEnglish =
  /\bpackets?\b|\bparcels?\b|\b(?:data|transfer|dossier|assignment|opinion) packages?\b|\bcountersigning bundles?\b/iu

const root = join(import.meta.dirname, '../..')
const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

const spoken = [
  ...['shared', 'renderer', 'electron'].flatMap((folder) => filesUnder(folder, /\.tsx?$/u)),
  ...filesUnder('docs', /\.md$/u),
  'README.md',
]

describe('the words for bundles', () => {
  it('are never those of earlier days, in what the program and its manuals say', () => {
    const found = spoken.flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .filter((line) => banned.test(line) || bannedEnglish.test(line))
        .map((line) => `${name}: ${line}`),
    )
    expect(spoken.length).toBeGreaterThan(500)
    expect(found).toEqual([])
  })

  it.each(bundleKinds)('name a bundle of the kind %s alike on the screen, on paper and in the glossary', (kind) => {
    const [chinese, english] = words[kind]
    expect(zhDivisionExchange[`bundleKind.${kind}`]).toBe(chinese)
    expect(enDivisionExchange[`bundleKind.${kind}`]).toBe(english)
    const manifest = { bundleId: '', kind, createdAt: '', to: '', from: { keyId: 'a', name: '', unit: '' } } as never
    expect(composeIndexPage(manifest, { fingerprint: '', recordCount: 0, attachmentCount: 0, lockCount: 0 })).toContain(
      chinese,
    )
    expect(readFileSync(join(root, 'docs/glossary.md'), 'utf8')).toContain(`| ${chinese} | ${english} |`)
  })
})
