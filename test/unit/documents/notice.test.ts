import { describe, expect, it } from 'vitest'
import { findIncomplete } from '@shared/documents/blocks-complete'
import { composeNotice } from '@shared/documents/notice'
import { parseDocumentNumber, type NoticeFacts } from '@shared/documents/notice-facts'
import { dossierIdSchema } from '@shared/domain/ids'
import { batchSchema, type Notice } from '@shared/domain/pilot'
import type { DossierFile } from '@shared/domain/dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { reviewedFile, settings, textOf } from './panel-review'

const fullNotice = {
  docNo: '川科示〔2026〕27号',
  writtenOn: '2026-12-05',
  printedOn: '2026-12-08',
  issuers: [
    { agencyId: 'b', name: '示例第二部门', isHost: false },
    { agencyId: 'a', name: '示例主办厅', isHost: true },
    { agencyId: 'c', name: '示例第三部门', isHost: false },
  ],
  addressee: '各市（州）科技局，各有关单位：',
  copiedTo: '示例甲、示例乙。',
  printedBy: '示例办公室',
  note: '（此件公开发布）',
}

/** Alliances with names of their own, all settled. */
function settled(count: number): DossierFile[] {
  const file = reviewedFile()
  return Array.from({ length: count }, (_, index) => ({
    ...file,
    id: dossierIdSchema.parse(`0a1f5c60-6a01-4d10-9c11-${String(index + 1).padStart(12, '0')}`),
    content: { ...file.content, alliance: { ...file.content.alliance, name: `示例联盟${index + 1}` } },
  }))
}

function facts(count: number, change: Partial<Record<keyof Notice, unknown>> = {}): NoticeFacts {
  const dossiers = settled(count)
  const batch = batchSchema.parse({
    id: '0bbf5c60-6a01-4d10-9c11-000000000001',
    year: 2026,
    seq: 12,
    dossierIds: dossiers.map((file) => file.id),
    notice: { ...fullNotice, ...change },
  })
  return { batch, dossiers, settings, regulationTitle: regulation2010.title, createdAt: '2026-12-05T00:00:00Z' }
}

function compose(given: NoticeFacts) {
  const composed = composeNotice(given)
  if (!composed.ok) throw new Error(JSON.stringify(composed.error.missing))
  return { model: composed.value, text: textOf(composed.value) }
}

const labelsMissing = (given: NoticeFacts) => {
  const composed = composeNotice(given)
  return composed.ok ? [] : composed.error.missing.map((item) => item.label)
}

describe('公布通知 (Art. 13, 14)', () => {
  const { model, text } = compose(facts(3))

  it('is complete by the gate of the writers, with red head, number and imprint', () => {
    expect(findIncomplete(model)).toEqual([])
    expect(model.layout).toEqual({
      kind: 'official',
      head: {
        agencies: ['示例主办厅', '示例第二部门', '示例第三部门'],
        suffix: true,
        number: { agencyCode: '川科示', year: 2026, serial: 27 },
      },
      imprint: { copyTo: ['示例甲', '示例乙'], printedBy: '示例办公室', printedOn: '2026-12-08' },
    })
  })

  it('has a title whose words join to it, and an addressee without its colon', () => {
    expect(text).toContain('关于公布四川省产业技术创新战略联盟试点名单（第十二批）的通知')
    expect(model.blocks).toContainEqual({ kind: 'addressee', text: '各市（州）科技局，各有关单位' })
  })

  it('counts the list: 等N个 equals the rows, and one alliance alone is not 等', () => {
    expect(text).toContain('确定示例联盟1等3个联盟为四川省产业技术创新战略联盟试点')
    expect(text).toMatch(/^3 \| 示例联盟3 \| 四川示例攀岷钒钛集团有限公司 \| 钒钛钢铁 \| /mu)
    expect(text).not.toMatch(/^4 \|/mu)
    expect(compose(facts(1)).text).toContain('确定示例联盟1为四川省产业技术创新战略联盟试点')
  })

  it('computes the term from the date of the notice and prints no leading zeros', () => {
    expect(text).toContain('试点有效期限三年，自2026年12月5日起至2029年12月5日止。')
    expect(text).toContain('2026年12月5日至\n2029年12月5日')
  })

  it('says the duties of Art. 16 and 18 in the words of the text', () => {
    expect(text).toContain(
      '《办法》第十六条规定，于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处',
    )
    expect(text).toContain('在完成相关手续后30个工作日内将有关情况报省科技厅备案')
  })

  it('follows the order of the batch, whatever the order of the dossiers', () => {
    const given = facts(3)
    const reversed = compose({ ...given, dossiers: given.dossiers.toReversed() })
    expect(reversed.text).toBe(text)
  })

  it('sets one agency with a single signature block', () => {
    const { model: single } = compose(facts(1, { issuers: fullNotice.issuers.slice(1, 2) }))
    expect(single.blocks).toContainEqual({ kind: 'signature', names: ['示例主办厅'], seal: true, date: '2026-12-05' })
  })
})

describe('a notice that lacks something is not made', () => {
  it.each([
    [{ writtenOn: null }, '成文日期'],
    [{ printedBy: '' }, '印发机关'],
    [{ printedOn: null }, '印发日期'],
    [{ addressee: ' ' }, '主送机关'],
    [{ issuers: [] }, '发文机关'],
    [{ issuers: fullNotice.issuers.map((issuer) => ({ ...issuer, isHost: true })) }, '主办机关（须有且只有一个）'],
    [{ docNo: '' }, '发文字号（如“川科高〔2026〕27号”）'],
    [{ docNo: '川科示〔2026〕 号' }, '发文字号的顺序号'],
  ] as const)('case %#', (change, label) => {
    expect(labelsMissing(facts(2, change))).toEqual([label])
  })

  it('names the alliance whose consultation, chair unit or industry is missing', () => {
    const given = facts(2)
    const dossiers = given.dossiers.map((file, index) =>
      index === 0
        ? file
        : {
            ...file,
            content: { ...file.content, alliance: { ...file.content.alliance, chairUnitId: null, industry: null } },
            proceedings: { ...file.proceedings, consultation: null },
          },
    )
    expect(labelsMissing({ ...given, dossiers })).toEqual([
      '示例联盟2的会商结果（确定）',
      '示例联盟2的理事长单位',
      '示例联盟2的产业领域',
    ])
  })

  it('names a dossier of the batch that was not given, and an empty batch', () => {
    const given = facts(2)
    expect(labelsMissing({ ...given, dossiers: given.dossiers.slice(1) })).toEqual([
      `编号${given.batch.dossierIds[0]!}的案卷`,
    ])
    expect(labelsMissing(facts(0))).toEqual(['试点联盟名单'])
  })

  it('lets a draft leave serial and dates open', () => {
    const given = {
      ...facts(2, { writtenOn: null, printedOn: null, docNo: '川科示〔2026〕号' }),
      draft: '征求意见稿' as const,
    }
    const { model, text } = compose(given)
    expect(findIncomplete(model)).toEqual([])
    expect(text).toContain('试点有效期限三年。')
    expect(text).toContain('以正式公布日期为准')
  })
})

describe('发文字号 as typed', () => {
  it.each([
    ['川科高〔2026〕27号', { agencyCode: '川科高', year: 2026, serial: 27 }],
    ['川科高[2026]027号', { agencyCode: '川科高', year: 2026, serial: 27 }],
    ['川科高（2026）第27号', { agencyCode: '川科高', year: 2026, serial: 27 }],
    ['川科高〔2026〕 号', { agencyCode: '川科高', year: 2026 }],
    ['川科高2026-27', undefined],
    ['〔2026〕27号', undefined],
  ])('%s', (typed, parsed) => {
    expect(parseDocumentNumber(typed)).toEqual(parsed)
  })

  it.each(['〔〕', '﹝﹞', '[]', '［］', '（）', '()', '【】', '〖〗', '﹙﹚', '﹛﹜', '{}', '〘〙', '『』', '「」'])(
    'is understood with the year in %s',
    ([open, close]) => {
      const number = { agencyCode: '川科示', year: 2026, serial: 27 }
      expect(parseDocumentNumber(`川科示${open}２０２６${close}２７号`)).toEqual(number)
      expect(parseDocumentNumber(`川科示 ${open}2026${close} 第027号`)).toEqual(number)
    },
  )

  it('that is not understood is not called missing', () => {
    expect(labelsMissing(facts(2, { docNo: '川科示2026-27' }))).toEqual([
      '能够识别的发文字号（现为“川科示2026-27”，应写作“川科高〔2026〕27号”）',
    ])
    expect(labelsMissing(facts(2, { docNo: '' }))).toEqual(['发文字号（如“川科高〔2026〕27号”）'])
  })
})
