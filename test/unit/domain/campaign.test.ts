import { describe, expect, it } from 'vitest'
import { campaignOfDossier, campaignSchema, type CampaignOfDossier, type CohortQuery } from '@shared/domain/campaign'
import { isAnswered, standingOf } from '@shared/domain/campaign-standing'
import { cohortOf, type Candidate } from '@shared/domain/cohort'
import { ownerOfFile, partsOfFile } from '@shared/domain/file-owner'
import { annualReportSchema } from '@shared/domain/pilot'
import { hasArrived, reportTermsOf } from '@shared/domain/report-terms'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { day, dossierId } from '../../helpers/facts'

const id = '50000000-0000-4000-8000-000000000001'
const campaign = (change: object = {}) =>
  campaignSchema.parse({
    id,
    kind: 'annual-summary',
    year: 2012,
    noticeNo: '',
    issuedOn: '2013-01-05',
    from: '2013-01-05',
    to: '2013-01-30',
    recipients: ['policy'],
    status: 'running',
    dossierIds: [dossierId],
    ...change,
  })
const extension = { to: day('2013-02-28'), reason: '换届（示例）', grantedOn: day('2013-01-20'), by: '示例人员' }
const known = (change: object = {}, granted: typeof extension | null = null): CampaignOfDossier =>
  campaignOfDossier(campaign(change), granted, null)!
const report = (said: object) => annualReportSchema.parse({ year: 2012, ...said })

describe('a round of yearly reports', () => {
  it('says when and where to report in the place of the work rule, for its year alone', () => {
    const settings = defaultOfficeSettings()
    const about = { annualReports: [], campaigns: [known()] }
    expect(reportTermsOf(2012, about, settings)).toMatchObject({
      from: '2013-01-05',
      to: '2013-01-30',
      remindFrom: '2012-12-01',
      recipients: ['policy'],
    })
    expect(reportTermsOf(2013, about, settings)).toMatchObject({
      from: '2013-12-11',
      to: '2013-12-20',
      recipients: ['business', 'policy'],
    })
  })

  it('gives one alliance the days of its own extension', () => {
    const about = { annualReports: [], campaigns: [known({}, extension)] }
    expect(reportTermsOf(2012, about, defaultOfficeSettings()).to).toBe('2013-02-28')
  })

  it('owes nobody anything while it is prepared', () => {
    expect(campaignOfDossier(campaign({ status: 'preparing' }), null, null)).toBeNull()
  })

  it('has arrived when it came to the one place that the notice names', () => {
    const whole = report({ hasSummary: true, hasPlan: true, toPolicyOn: '2013-01-20' })
    expect(hasArrived(whole, known())).toBe(true)
    expect(hasArrived(whole, known({ recipients: ['business', 'policy'] }))).toBe(false)
    expect(hasArrived(report({ hasSummary: true, toPolicyOn: '2013-01-20' }), known())).toBe(false)
  })
})

describe('the board of a campaign', () => {
  const standing = (said: object | null, today: string, change: object = {}, granted: typeof extension | null = null) =>
    standingOf(known(change, granted), { annualReports: said === null ? [] : [report(said)] }, day(today)).kind
  const whole = { hasSummary: true, hasPlan: true }

  it.each([
    ['awaited', null, '2013-01-30'],
    ['absent', null, '2013-01-31'],
    ['incomplete', { hasSummary: true, toPolicyOn: '2013-01-20' }, '2013-02-10'],
    ['incomplete', whole, '2013-01-20'],
    ['in', { ...whole, toPolicyOn: '2013-01-30' }, '2013-06-01'],
    ['late', { ...whole, toPolicyOn: '2013-01-31' }, '2013-06-01'],
  ] as const)('has %s', (kind, said, today) => {
    expect(standing(said, today)).toBe(kind)
  })

  it('counts an extended day and nobody as absent before it', () => {
    expect(standing(null, '2013-02-10', {}, extension)).toBe('awaited')
    expect(standing({ ...whole, toPolicyOn: '2013-02-10' }, '2013-06-01', {}, extension)).toBe('in')
  })

  it('asks the day of the last place, and other papers of other rounds', () => {
    const both = { recipients: ['business', 'policy'] }
    expect(standing({ ...whole, toPolicyOn: '2013-01-20', toBusinessOn: '2013-02-01' }, '2013-06-01', both)).toBe(
      'late',
    )
    const review = campaign({ kind: 're-examination' })
    const returned = { parts: ['self-report' as const], files: [], toBusinessOn: null, toOtherOn: null, lacking: '' }
    const of = (change: object) =>
      campaignOfDossier(review, null, { ...returned, toPolicyOn: day('2013-01-20'), ...change })!
    expect(isAnswered(of({}), { annualReports: [] })).toBe(true)
    expect(isAnswered(of({ lacking: '缺盖章页' }), { annualReports: [] })).toBe(false)
    expect(isAnswered(of({ parts: [] }), { annualReports: [] })).toBe(false)
  })
})

const candidate = (name: string, change: Partial<Candidate> = {}): Candidate => ({
  dossierId: name as Candidate['dossierId'],
  name,
  names: [name],
  chairUnit: '示例有限公司',
  group: 'piloting',
  fixedOn: day('2010-03-01'),
  isSample: false,
  ...change,
})

describe('whom a campaign asks', () => {
  it('is a question of group and day; one whose day nobody knows is found', () => {
    const all = [
      candidate('甲'),
      candidate('乙', { group: 'filed', fixedOn: day('2009-05-01') }),
      candidate('丙', { group: 'filed', fixedOn: null }),
      candidate('丁', { group: 'expired', fixedOn: day('2012-01-01') }),
    ]
    const names = (groups: CohortQuery['groups'], before: string | null) =>
      cohortOf({ groups, fixedBefore: before === null ? null : day(before) }, all).map(({ name }) => name)
    expect(names(['piloting'], null)).toEqual(['甲'])
    expect(names(['piloting', 'filed', 'expired'], '2010-01-01')).toEqual(['乙', '丙'])
  })
})

describe('whose a file is', () => {
  const titanium = candidate('示例钛材产业技术创新战略联盟', { names: ['示例钛材产业技术创新战略联盟', '钛材联盟'] })
  const vanadium = candidate('示例钒钛材产业技术创新战略联盟', {
    names: ['示例钒钛材产业技术创新战略联盟', '钒钛材联盟', '示例攀西钒钛联盟'],
  })
  const all = [titanium, vanadium]

  it.each([
    ['示例钛材产业技术创新战略联盟2026年总结.pdf', titanium],
    ['1-钒钛材联盟（盖章）.docx', vanadium],
    ['2026 示例攀西钒钛 联盟_总结.pdf', vanadium],
  ])('%s is recognised by a name, a short one or a former one', (fileName, owner) => {
    expect(ownerOfFile(fileName, all)).toMatchObject({ kind: 'found', owner })
  })

  it('is asked where two names stand in it, and where none does', () => {
    expect(ownerOfFile('钛材联盟与钒钛材联盟合作计划.pdf', all)).toMatchObject({ kind: 'ambiguous' })
    expect(ownerOfFile('年度总结（最终版）.pdf', all)).toEqual({ kind: 'unknown' })
    const namesake = candidate('另一个联盟', { names: ['另一个联盟', '钛材联盟'] })
    expect(ownerOfFile('钛材联盟总结.pdf', [titanium, namesake])).toMatchObject({ kind: 'ambiguous' })
  })

  it('does not take part of a longer name for another alliance', () => {
    expect(ownerOfFile('钒钛材联盟总结.pdf', [candidate('材联盟'), ...all])).toMatchObject({ owner: vanadium })
  })

  it.each([
    ['钒钛材联盟2026年度工作总结.pdf', ['summary']],
    ['钒钛材联盟2027年计划.docx', ['plan']],
    ['钒钛材联盟2026年总结及2027年计划.pdf', ['summary', 'plan']],
    ['钒钛材联盟统计表.xlsx', ['statistics']],
    ['钒钛材联盟.pdf', []],
  ])('%s says what it is', (fileName, parts) => {
    expect(partsOfFile(fileName, vanadium, 'annual-summary')).toEqual(parts)
  })
})
