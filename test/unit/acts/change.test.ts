import { describe, expect, it } from 'vitest'
import type { ActingDossier } from '@shared/acts/act'
import { carryChange, carryGaps, markPublished, recordChange, renamesForNotice } from '@shared/acts/change'
import { changeGaps, emptyChange, type ChangeDraft } from '@shared/acts/change-gaps'
import { changeStanding } from '@shared/workflow/change-standing'
import { changeSchema, type Change } from '@shared/domain/change'
import { carriedContent } from '@shared/domain/carried-content'
import { currentMembers, dossierContentHash, type DossierContent } from '@shared/domain/dossier'
import { changesToFile } from '@shared/domain/pilot-dates'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { sameAllianceHints } from '@shared/regulation/same-alliance'
import { buildFacts, day, dossierId } from '../../helpers/facts'
import { acting } from './acting'

const today = day('2026-11-22')
const said = { by: '陈守玉（示例）', today }
const settings = buildFacts().settings
const content = buildFacts().content
const [chair, second, third] = content.members.map(({ unitId }) => unitId) as [string, string, string]
const nameOf = (id: string, of: DossierContent = content) => of.members.find(({ unitId }) => unitId === id)?.fullName

const change = (said: object): Change =>
  changeSchema.parse({ id: 'c-1', completedOn: '2026-10-09', filedOn: '2026-10-20', ...said })
const draft = (said: Partial<ChangeDraft>): ChangeDraft => ({ ...emptyChange, completedOn: '2026-10-09', ...said })
const codes = (gaps: readonly { code: string }[]) => gaps.map(({ code }) => code)

/** A dossier with changes on record, as a desk assembles it. */
const withChanges = (...changes: Change[]): AssembledDossier & ActingDossier => {
  const dossier = acting('piloting', { proceedings: (said) => void (said.changes = [...changes]) })
  return { ...dossier, isHandlingRecorded: true } as unknown as AssembledDossier & ActingDossier
}

describe('a change that is noted', () => {
  it('is known before it is filed, and filed with its paper later as that very one', () => {
    const known = draft({ kind: 'member-left', unitId: second, knownOn: '2026-10-12' })
    const noted = recordChange(acting('piloting'), known, { ...said, id: 'c-1' })
    expect(noted.ok && noted.value.map(({ type, payload }) => [type, payload])).toMatchObject([
      ['change.saved', { change: { id: 'c-1', kind: 'member-left', filedOn: null, knownOn: '2026-10-12' } }],
      ['status.set', { action: 'note-change', on: '2026-10-12' }],
    ])
    const first = (noted.ok ? noted.value[0]?.payload : null) as { change: Change }
    const dossier = acting('piloting', { proceedings: (kept) => void (kept.changes = [first.change]) })
    const filed = recordChange(
      dossier,
      { ...known, filedOn: '2026-10-20', paper: '示例变更报告〔2026〕3号' },
      { ...said, id: 'c-1' },
    )
    expect(filed.ok && filed.value.map(({ type, payload }) => [type, payload])).toMatchObject([
      ['change.saved', { change: { id: 'c-1', filedOn: '2026-10-20', paper: '示例变更报告〔2026〕3号' } }],
      ['status.set', { action: 'file-change', on: '2026-10-20' }],
    ])
  })

  it('is refused where it contradicts the register of members', () => {
    const gapsOf = (said: Partial<ChangeDraft>) => codes(changeGaps(acting('piloting'), draft(said), today))
    expect(gapsOf({ kind: 'member-left', unitId: 'nobody' })).toEqual(['change-not-member'])
    const unit = { unitId: 'u-new', fullName: ` ${nameOf(second)} `, kind: 'enterprise' as const, creditCode: '' }
    expect(gapsOf({ kind: 'member-joined', units: [unit] })).toEqual(['change-is-member'])
    expect(gapsOf({ kind: 'lead-renamed', unitId: second, newName: '示例新名' })).toEqual(['change-not-lead'])
    expect(gapsOf({ kind: 'alliance-renamed', newName: content.alliance.name })).toEqual(['change-same-name'])
    expect(gapsOf({ kind: 'member-renamed', unitId: second, newName: '示例新名' })).toEqual([])
  })

  it('is not filed without its paper, nor before its formalities, nor tomorrow', () => {
    const gapsOf = (said: Partial<ChangeDraft>) =>
      changeGaps(acting('piloting'), draft({ kind: 'other', ...said }), today)
    expect(gapsOf({ filedOn: '2026-10-20' })).toMatchObject([{ code: 'needed', field: 'paper' }])
    expect(gapsOf({ filedOn: '2026-10-08', paper: '示例' })).toMatchObject([{ code: 'day-early', field: 'filedOn' }])
    expect(gapsOf({ knownOn: '2026-11-23' })).toMatchObject([{ code: 'day-late', field: 'knownOn' }])
  })
})

describe('the thirty working days', () => {
  const proceedings = buildFacts({
    proceedings: (said) => {
      said.pilotTerm = { batchId: null, noticeNo: '', from: day('2026-01-05'), to: day('2029-01-05'), kind: 'first' }
      said.changes = [
        change({ id: 'c-1', kind: 'member-left', completedOn: '2026-11-25', filedOn: null }),
        change({ id: 'c-2', kind: 'alliance-renamed', completedOn: '2026-11-19', filedOn: null }),
      ]
    },
  }).proceedings
  const { calendar } = buildFacts()
  const standing = (index: number, years = calendar) =>
    changeStanding(proceedings.changes[index]!, { proceedings, calendar: years, today })

  it('run provisionally where a year has no calendar, and are counted anew once it is there', () => {
    expect(standing(0)).toMatchObject({ provisional: true, state: 'running', isStatute: true })
    const holidays = new Set([day('2027-01-01')])
    const year = { year: 2027, holidays, makeUpWorkdays: new Set<never>(), sourceNotice: '示例' }
    const known = standing(0, new Map([...calendar, [2027, year]]))
    expect(known).toMatchObject({ provisional: false })
    expect(known!.lastDay > standing(0)!.lastDay).toBe(true)
  })

  it('are no matter of Art. 18 where the alliance itself is renamed', () => {
    expect(standing(1)).toMatchObject({ isStatute: false, lastDay: '2026-12-31' })
    expect(changesToFile(proceedings).map(({ id }) => id)).toEqual(['c-1'])
  })
})

describe('a change that is carried', () => {
  it('lets members join, leave and be renamed, and keeps the old names findable', () => {
    const unit = { unitId: 'u-new', fullName: '示例新材料有限公司', kind: 'enterprise' }
    const joined = carriedContent(content, change({ kind: 'member-joined', effect: { units: [unit] } }))
    expect(joined.members.at(-1)).toMatchObject({ ...unit, joinedOn: '2026-10-09', leftOn: null, role: 'member' })
    const left = carriedContent(content, change({ kind: 'member-left', unitId: second }))
    expect(currentMembers(left).map(({ unitId }) => unitId)).not.toContain(second)
    expect(left.members).toHaveLength(content.members.length)
    const renamed = carriedContent(content, change({ kind: 'alliance-renamed', effect: { newName: '示例新联盟' } }))
    expect(renamed.alliance).toMatchObject({ name: '示例新联盟', formerNames: [content.alliance.name] })
    const register = [{ names: [content.alliance.name], leadNames: [], members: [], ground: '19.1', decidedOn: today }]
    expect(sameAllianceHints(renamed, register as never, settings)).toMatchObject([{ sameName: true }])
  })

  it('takes over offices and tasks where members merge, and no signature', () => {
    const into = change({ kind: 'members-merged', effect: { unitIds: [chair, second], toUnitId: second } })
    const merged = carriedContent(content, into)
    expect(merged.alliance.chairUnitId).toBe(second)
    expect(merged.members.find(({ unitId }) => unitId === second)).toMatchObject({
      formerNames: [nameOf(chair)],
      leftOn: null,
      role: 'chair',
    })
    expect(merged.tasks.flatMap((task) => [task.leadUnitId, ...task.unitIds])).not.toContain(chair)
    expect(merged.agreement.signatures).toEqual(content.agreement.signatures)
    const unit = { unitId: 'u-new', fullName: '示例合并公司', kind: 'enterprise' }
    const anew = carriedContent(
      content,
      change({ kind: 'members-merged', effect: { unitIds: [second, third], units: [unit] } }),
    )
    expect(anew.members.at(-1)).toMatchObject({
      fullName: '示例合并公司',
      formerNames: [nameOf(second), nameOf(third)],
    })
    expect(currentMembers(anew)).toHaveLength(content.members.length - 1)
  })

  it('splits a member into others, of which one may be itself', () => {
    const units = [
      { unitId: 'u-a', fullName: nameOf(second), kind: 'enterprise' },
      { unitId: 'u-b', fullName: '示例分立公司', kind: 'enterprise' },
    ]
    const split = carriedContent(content, change({ kind: 'member-split', unitId: second, effect: { units } }))
    expect(currentMembers(split)).toHaveLength(content.members.length + 1)
    expect(split.members.at(-1)).toMatchObject({ fullName: '示例分立公司', formerNames: [] })
  })

  it('gives the dossier one new version, and is not carried twice', () => {
    const renaming = change({ kind: 'member-renamed', unitId: second, effect: { newName: '示例新名公司' } })
    const carried = carryChange(withChanges(renaming), 'c-1', { ...said, note: '结转变更' })
    const [version, saved] = carried.ok ? carried.value.map(({ payload }) => payload) : []
    expect(version).toMatchObject({ version: 2, note: '结转变更' })
    expect(saved).toMatchObject({ change: { carried: { version: 2, on: today, oldName: nameOf(second) } } })
    const again = withChanges((saved as { change: Change }).change)
    expect(carryChange(again, 'c-1', { ...said, note: '' })).toMatchObject({
      ok: false,
      error: [{ code: 'change-carried' }],
    })
    const altered = recordChange(again, draft({ kind: 'other' }), { ...said, id: 'c-1' })
    expect(altered).toMatchObject({ ok: false, error: [{ code: 'change-carried' }] })
  })

  it('is refused before it is filed, where nothing changes, and where an office would stay empty', () => {
    expect(codes(carryGaps(content, change({ kind: 'member-left', unitId: second, filedOn: null })))).toEqual([
      'change-not-filed',
    ])
    expect(codes(carryGaps(content, change({ kind: 'other' })))).toEqual(['change-nothing'])
    expect(codes(carryGaps(content, change({ kind: 'member-left', unitId: chair })))).toEqual(['change-holds-office'])
    const gone = carriedContent(content, change({ kind: 'member-left', unitId: second }))
    expect(codes(carryGaps(gone, change({ kind: 'member-left', unitId: second })))).toEqual(['change-not-member'])
  })

  it('leaves the dossier that it was made of as it was', () => {
    const before = dossierContentHash(content)
    carriedContent(content, change({ kind: 'chair-changed', effect: { toUnitId: second } }))
    expect(dossierContentHash(content)).toBe(before)
  })
})

describe('renamings for the next notice', () => {
  const carried = { on: today, by: said.by, version: 2, oldName: '示例旧联盟' }
  const renaming = change({ kind: 'alliance-renamed', effect: { newName: '示例新联盟' }, carried })

  it('are those that were carried and that no notice has published', () => {
    const { file } = withChanges(
      renaming,
      change({ id: 'c-2', kind: 'member-renamed', unitId: second, effect: { newName: '示例' } }),
    )
    expect(renamesForNotice([file])).toMatchObject([
      { dossierId, changeId: 'c-1', of: 'alliance', from: '示例旧联盟', to: '示例新联盟' },
    ])
    const marked = markPublished(file, 'c-1', '川科函〔2026〕9号')
    const saved = (marked.ok ? marked.value[0]?.payload : null) as { change: Change }
    expect(renamesForNotice([withChanges(saved.change).file])).toEqual([])
    expect(markPublished(file, 'c-1', ' ')).toMatchObject({ ok: false, error: [{ code: 'needed' }] })
  })
})
