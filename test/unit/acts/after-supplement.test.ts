import { describe, expect, it } from 'vitest'
import { fileChanges, goOnWith, pageChanges, standingOf, touchesOf } from '@shared/acts/after-supplement'
import { changeItem, emptyDraft, remarksOn, type OpinionDraft } from '@shared/acts/expert-opinion'
import { dossierContentSchema, materialSchema, type Material } from '@shared/domain/dossier'
import { criterionIds, type EvidencePin } from '@shared/domain/judgement'
import { buildFacts } from '../../helpers/facts'

const hash = (letter: string): string => letter.repeat(64)
const file = (id: string, code: string, letter: string): Material =>
  materialSchema.parse({ id, code, title: `示例${code}`, fileName: `${id}.pdf`, sha256: hash(letter), size: 1 })
const fold = (words: string): string => words.replaceAll(/\s+/gu, '')

const old = [file('m1', 'agreement', 'a'), file('m2', 'funds-proof', 'b'), file('m3', 'strategy-plan', 'c')]
const base = { ...buildFacts().content, materials: old }
const judged = (content: typeof base) => ({ content, results: [] })
const about = { dossierHash: hash('1'), dossierVersion: 1 }
const next = { dossierHash: hash('2'), dossierVersion: 2 }

const pin = (more: Partial<EvidencePin> = {}): EvidencePin => ({
  materialId: 'm1',
  materialTitle: '示例agreement',
  sha256: hash('a'),
  page: 2,
  quote: '违约责任 由各方承担',
  region: { x: 0.1, y: 0.1, width: 0.5, height: 0.1 },
  ...more,
})
const pages =
  (files: Readonly<Record<string, readonly string[]>>) =>
  (sha256: string): readonly string[] | null =>
    files[sha256.slice(0, 1)] ?? null
const before = ['第一页', '违约责任由各方承担。', '签署页']

describe('files after a supplement', () => {
  it('are told by their bytes and their place: new, replaced, gone, and the same under another name', () => {
    const after = [
      file('m1', 'agreement', 'd'),
      { ...file('m9', 'funds-proof', 'b'), title: '另一个名字' },
      file('m7', 'proxy', 'e'),
    ]
    expect(fileChanges(old, after).map(({ kind, before: was, after: is }) => [kind, was?.id, is?.id])).toEqual([
      ['replaced', 'm1', 'm1'],
      ['gone', 'm3', undefined],
      ['new', undefined, 'm7'],
    ])
  })

  it('are replaced where one of their kind is left on either side, whatever its id, and not where two are', () => {
    expect(fileChanges([file('x', 'funds-rule', 'a')], [file('y', 'funds-rule', 'b')])[0]?.kind).toBe('replaced')
    const two = [file('y', 'other', 'b'), file('z', 'other', 'c')]
    expect(fileChanges([file('x', 'other', 'a')], two).map(({ kind }) => kind)).toEqual(['gone', 'new', 'new'])
  })
})

describe('a pin after a supplement', () => {
  const present = [file('m1', 'agreement', 'd'), ...old.slice(1)]
  const changes = fileChanges(old, present)
  const stand = (after: readonly string[], more: Partial<EvidencePin> = {}) =>
    standingOf(pin(more), present, changes, pages({ a: before, d: after }), fold)

  it('stays with a file that did not change', () => {
    expect(standingOf(pin({ sha256: hash('b') }), present, changes, () => null, fold)).toEqual({ kind: 'present' })
  })

  it('lies on the new file where its page says the same, with its place on it', () => {
    expect(stand(before)).toEqual({ kind: 'found', isSame: true, pin: pin({ sha256: hash('d') }) })
  })

  it('follows its words to another page, and says so', () => {
    const moved = stand(['第一页', '新的一页', '违约责任由各方承担，另加一句', '签署页'])
    expect(moved).toEqual({
      kind: 'found',
      isSame: false,
      pin: pin({ sha256: hash('d'), page: 3, region: null }),
    })
  })

  it('is on changed text where its words are gone, or in two places that are not its own, or never were words', () => {
    expect(stand(['第一页', '违约责任由理事长单位承担。'])).toEqual({ kind: 'changed' })
    expect(stand(['违约责任由各方承担', '别的', '违约责任由各方承担'])).toEqual({ kind: 'changed' })
    expect(stand(before, { quote: '' })).toEqual({ kind: 'changed' })
    expect(standingOf(pin(), present, changes, () => null, fold)).toEqual({ kind: 'changed' })
  })

  it('is gone with its file', () => {
    expect(standingOf(pin(), old.slice(1), fileChanges(old, old.slice(1)), () => null, fold)).toEqual({ kind: 'gone' })
  })
})

describe('criteria after a supplement', () => {
  const written = criterionIds.reduce<OpinionDraft>(
    (draft, id) => changeItem(draft, id, { verdict: 'conforms', reason: `理由${id}` }),
    emptyDraft(about),
  )
  const touched = (after: typeof base, draft = written, files = {}) => [
    ...touchesOf(judged(base), judged(after), draft, pages(files), fold).keys(),
  ]

  it('are none where nothing changed', () => {
    expect(touched(base)).toEqual([])
  })

  it('are those that judge the paper, and no others', () => {
    expect(touched({ ...base, materials: [old[0]!, file('m2', 'funds-proof', 'f'), old[2]!] })).toEqual(['C9-4'])
    expect(touched({ ...base, materials: [...old, file('m8', 'proxy', 'f')] })).toEqual(['C12-1'])
  })

  it('are those whose facts say otherwise, and no others', () => {
    const funds = {
      ...base.funds,
      operationStartedOn: dossierContentSchema.shape.funds.parse({ operationStartedOn: '2009-01-05' })
        .operationStartedOn,
    }
    expect(touched({ ...base, funds })).toEqual(['C9-4'])
    expect(touched({ ...base, plan: { ...base.plan, overall: '改写的总体目标' } })).toEqual(['C9-5'])
  })

  it('are those with a pin whose page says otherwise, and not the one whose page says the same', () => {
    const materials = [old[0]!, old[1]!, file('m3', 'strategy-plan', 'f')]
    const plan = (page: number, quote: string) => pin({ materialId: 'm3', sha256: hash('c'), page, quote })
    const pinned = changeItem(changeItem(written, 'C9-1', { evidence: [plan(1, '成员单位')] }), 'C9-2', {
      evidence: [plan(2, '授权程序')],
    })
    const files = { c: ['成员单位名单', '授权程序如下'], f: ['成员单位名单', '授权程序改为如下'] }
    expect(touched({ ...base, materials }, pinned, files)).toEqual(['C9-2', 'C9-5'])
  })

  it('are all of them where the version before is not at hand', () => {
    expect([...touchesOf(null, judged(base), written, () => null, fold).keys()]).toEqual([...criterionIds])
  })

  it('wait for a person, one by one, and block the sealing until then; the others go along', () => {
    const after = { ...base, materials: [old[0]!, file('m2', 'funds-proof', 'f'), old[2]!] }
    const touches = touchesOf(judged(base), judged(after), written, () => null, fold)
    const going = goOnWith(written, next, touches, () => ({ kind: 'present' }))
    expect(criterionIds.filter((id) => going.items[id].looked !== undefined)).toEqual(['C9-4'])
    const owed = (draft: OpinionDraft) =>
      remarksOn(draft, next, () => '').filter(({ code }) => code === 'not-looked-at' || code === 'other-version')
    expect(owed(written).map(({ code }) => code)).toEqual(['other-version'])
    expect(owed(going).map(({ criterionId }) => criterionId)).toEqual(['C9-4'])
    expect(owed(changeItem(going, 'C9-4', { looked: undefined }))).toEqual([])
  })

  it('keep waiting through the next supplement', () => {
    const touches = new Map([['C9-4', { files: [], facts: true, pins: [] }]] as const)
    const going = goOnWith(written, next, touches, () => ({ kind: 'present' }))
    const later = goOnWith(going, { dossierHash: hash('3'), dossierVersion: 3 }, new Map(), () => ({ kind: 'present' }))
    expect(later.items['C9-4'].looked).toEqual(about)
  })
})

describe('pages of a replaced file', () => {
  it('that say the same are no change, though others came before them', () => {
    expect(pageChanges(['甲', '乙', '丙'], ['甲', '新', '乙', '丙'])).toEqual([{ before: null, after: 2 }])
  })

  it('are paired where one stands for another', () => {
    expect(pageChanges(['甲', '乙', '丙', '丁'], ['甲', '乙二', '丙'])).toEqual([
      { before: 2, after: 2 },
      { before: 4, after: null },
    ])
  })

  it('are never the same without words', () => {
    expect(pageChanges(['', '乙'], ['', '乙'])).toEqual([{ before: 1, after: 1 }])
  })
})
