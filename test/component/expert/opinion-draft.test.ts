import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criterionIds, judgementVerdicts } from '@shared/domain/judgement'
import { expertOpinionSchema, votes } from '@shared/domain/panel'
import { articleText } from '@shared/regulation/2010/articles'
import { criterionOf } from '@shared/regulation/criteria'
import {
  answeredCount,
  changeItem,
  draftOfOpinion,
  emptyDraft,
  opinionOfDraft,
  pinAtPlaceOf,
  remarksOn,
  type OpinionDraft,
} from '@shared/acts/expert-opinion'
import { readDraft } from '@renderer/data/opinion-draft'

const about = { dossierHash: 'a'.repeat(64), dossierVersion: 2 }
const sealing = {
  panelId: '10000000-0000-4000-8000-000000000001',
  dossierId: '20000000-0000-4000-8000-000000000001',
  expertId: '30000000-0000-4000-8000-00000000000a',
  expertName: '严伯衡（示例）',
  regulationVersionId: '2010',
  version: 1,
  handwriting: null,
  signedOn: '2026-11-22',
} as unknown as Parameters<typeof opinionOfDraft>[1]
const clause = (id: Parameters<typeof criterionOf>[0]) => articleText(criterionOf(id).clause)

const pin = fc.record({
  materialId: fc.constantFrom('m1', 'm2'),
  materialTitle: fc.constant('联盟协议书'),
  sha256: fc.constant('b'.repeat(64)),
  page: fc.integer({ min: 1, max: 40 }),
  quote: fc.string({ maxLength: 40 }),
  region: fc.constantFrom(null, { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }),
})
const reason = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '')
const item = fc.record({
  verdict: fc.constantFrom(...judgementVerdicts),
  reason,
  evidence: fc.array(pin, { maxLength: 3 }),
})
const complete: fc.Arbitrary<OpinionDraft> = fc.record({
  dossierHash: fc.constant(about.dossierHash),
  dossierVersion: fc.constant(about.dossierVersion),
  items: fc
    .tuple(...criterionIds.map(() => item))
    .map(
      (items) =>
        Object.fromEntries(criterionIds.map((id, index) => [id, items[index]])) as unknown as OpinionDraft['items'],
    ),
  overall: reason,
  problems: fc.string({ maxLength: 40 }),
  suggestions: fc.string({ maxLength: 40 }),
  vote: fc.constantFrom(...votes),
  dissent: fc.string({ maxLength: 40 }),
})

describe('the draft of an opinion', () => {
  it('begins with nothing judged and cannot be sealed', () => {
    const draft = emptyDraft(about)
    expect(criterionIds.every((id) => draft.items[id].verdict === null)).toBe(true)
    expect(draft.vote).toBeNull()
    expect(answeredCount(draft)).toBe(0)
    expect(opinionOfDraft(draft, sealing)).toBeNull()
  })

  it('becomes, once complete, exactly the opinion that its author wrote, and back again for a correction', () => {
    fc.assert(
      fc.property(complete, (draft) => {
        const opinion = opinionOfDraft(draft, sealing)
        expect(expertOpinionSchema.parse(opinion)).toEqual(opinion)
        expect(draftOfOpinion(opinion!)).toEqual(draft)
      }),
    )
  })

  it('cannot be sealed while any verdict, reason, the overall opinion or the vote is missing, and each is named', () => {
    fc.assert(
      fc.property(complete, fc.constantFrom(...criterionIds), (draft, id) => {
        const without = [
          ['no-verdict', changeItem(draft, id, { verdict: null })],
          ['no-reason', changeItem(draft, id, { reason: ' \n' })],
          ['no-overall', { ...draft, overall: ' ' }],
          ['no-vote', { ...draft, vote: null }],
        ] as const
        for (const [code, broken] of without) {
          expect(opinionOfDraft(broken, sealing)).toBeNull()
          expect(
            remarksOn(broken, about, clause)
              .filter((remark) => remark.blocks)
              .map((remark) => remark.code),
          ).toContain(code)
        }
      }),
    )
  })

  it('survives being stored, whatever else stands in the store', () => {
    fc.assert(
      fc.property(complete, (draft) => {
        expect(readDraft(JSON.parse(JSON.stringify(draft)), about)).toEqual(draft)
      }),
    )
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(answeredCount(readDraft(junk, about))).toBe(0)
      }),
    )
  })

  it('keeps every reason when one field of it is of another age', () => {
    const draft = changeItem(emptyDraft(about), 'C9-4', { verdict: 'conforms', reason: '已运行一年以上。' })
    const stored = {
      ...draft,
      vote: 'yes',
      items: { ...draft.items, 'C9-1': 7, 'C9-4': { ...draft.items['C9-4'], evidence: 3 } },
    }
    expect(readDraft(stored, about).items['C9-4']).toEqual({
      verdict: 'conforms',
      reason: '已运行一年以上。',
      evidence: [],
    })
    expect(readDraft(stored, about).vote).toBeNull()
  })
})

describe('hints to the author', () => {
  const filled = criterionIds.reduce<OpinionDraft>(
    (draft, id) => changeItem(draft, id, { verdict: 'conforms', reason: `${id} 的理由` }),
    { ...emptyDraft(about), overall: '好', vote: 'agree' as const },
  )
  const hints = (draft: OpinionDraft) => remarksOn(draft, about, clause).filter((remark) => !remark.blocks)

  it('are silent about a complete opinion', () => {
    expect(remarksOn(filled, about, clause)).toEqual([])
  })

  it('speak of a negative verdict without evidence, and block nothing', () => {
    for (const verdict of ['does-not-conform', 'cannot-tell'] as const) {
      const draft = changeItem(filled, 'C9-3', { verdict })
      expect(hints({ ...draft, vote: 'abstain' })).toEqual([
        { code: 'no-evidence', blocks: false, criterionId: 'C9-3' },
      ])
      expect(opinionOfDraft(draft, sealing)).not.toBeNull()
    }
  })

  it('notice a reason that only repeats the regulation, whatever its punctuation', () => {
    const draft = changeItem(filled, 'C12-1', {
      reason: '联盟协议由成员单位法定代表人共同签署 ,建立的合作关系应受法律保护',
    })
    expect(hints(draft)).toEqual([{ code: 'repeats-criterion', blocks: false, criterionId: 'C12-1' }])
  })

  it('notice the same reason twice', () => {
    const draft = changeItem(filled, 'C9-2', { reason: filled.items['C9-1'].reason })
    expect(hints(draft)).toEqual([{ code: 'same-reason', blocks: false, criterionId: 'C9-2' }])
  })

  it('name a dossier that changed since, and that one blocks', () => {
    expect(remarksOn(filled, { ...about, dossierHash: 'c'.repeat(64) }, clause)).toEqual([
      { code: 'other-version', blocks: true, criterionId: null },
    ])
  })
})

describe('a pin', () => {
  const pin = {
    materialId: 'm1',
    materialTitle: '协议书（示例）',
    sha256: 'b'.repeat(64),
    page: 3,
    quote: '',
    region: { x: 0.1, y: 0.2, width: 0.3, height: 0.1 },
  }
  it('is there already where the same bytes, page and part are pinned, to the eye', () => {
    expect(pinAtPlaceOf([pin], { ...pin, region: { ...pin.region, x: 0.101 } })).toBe(pin)
  })
  it.each([
    ['another page', { page: 4 }],
    ['other bytes', { sha256: 'c'.repeat(64) }],
    ['the whole page', { region: null }],
    ['other words', { quote: '第三条' }],
    ['another part', { region: { ...pin.region, y: 0.25 } }],
  ])('is not there of %s', (_, other) => {
    expect(pinAtPlaceOf([pin], { ...pin, ...other })).toBeUndefined()
  })
})
