import { describe, expect, it } from 'vitest'
import {
  agendaPaper,
  campaignNoticePaper,
  campaignReminderPaper,
  type CampaignDocumentFacts,
} from '@shared/documents/catalogue-campaign'
import { inBuiltInWords, makePaper, theOne } from '@shared/documents/paper'
import { campaignOfDossier, campaignSchema } from '@shared/domain/campaign'
import { standingOf } from '@shared/domain/campaign-standing'
import { agendaOf } from '@shared/workflow/agenda'
import { articleText } from '@shared/regulation/2010/articles'
import { regulation2010 } from '@shared/regulation/2010/index'
import { hasMessage } from '@shared/messages/translate'
import { day } from '../../helpers/facts'
import { flaws } from './flaws'
import { settings, textOf } from './panel-review'

const alliance = (name: string, group: 'piloting' | 'filed' | null = 'piloting') => ({
  name: `${name}产业技术创新战略联盟（示例）`,
  chairUnit: `${name}示例有限公司`,
  group,
})
const factsOf = (
  change: object = {},
  alliances = [alliance('钒钛'), alliance('中药', 'filed')],
): CampaignDocumentFacts => ({
  campaign: campaignSchema.parse({
    id: '50000000-0000-4000-8000-000000000001',
    kind: 'annual-summary',
    year: 2026,
    noticeNo: '川科示〔2026〕31号',
    issuedOn: '2026-11-24',
    from: '2026-12-11',
    to: '2026-12-20',
    status: 'running',
    dossierIds: alliances.map((_, index) => `20000000-0000-4000-8000-00000000000${index + 1}`),
    copies: 1,
    outline: '一、年度主要工作和成效\n二、存在问题\n三、下年度计划',
    figureIds: settings.annualFigures.slice(0, 4).map(({ id }) => id),
    contact: '示例处 李示例，028-00000000',
    ...change,
  }),
  alliances,
  settings,
  regulationTitle: regulation2010.title,
  createdAt: '2026-11-24T01:00:00.000Z',
})
const typed = { addressee: '各市（州）科技局，各有关联盟：', printedBy: '示例办公室', printedOn: '2026-11-24' }
const make = (facts: CampaignDocumentFacts, words: object = typed) =>
  makePaper(campaignNoticePaper, { facts, typed: words, subject: theOne }, inBuiltInWords)
const textOfMade = async (facts: CampaignDocumentFacts, words: object = typed) => {
  const made = await make(facts, words)
  if (!made.ok) throw new Error(made.error.missing.map(({ label }) => label).join('，'))
  const text = textOf(made.value.model)
  expect(text).not.toMatch(flaws)
  expect(made.value.model.verification).toBeDefined()
  return text
}

describe('年度工作通知', () => {
  it('cites Art. 16 word for word, names whom it asks, for what, until when, where, and whom to call', async () => {
    const text = await textOfMade(factsOf())
    const [quoted = ''] = /“(试点联盟[^”]+)”/u.exec(text)?.slice(1) ?? []
    expect(quoted).not.toBe('')
    expect(articleText('16')).toContain(quoted)
    for (const words of [
      '附件1所列2个联盟，其中试点联盟1个、已备案尚未试点的联盟1个。',
      '已备案尚未试点的联盟参加本项工作，系本通知的安排。',
      '2026年度工作总结和2027年度工作计划，按提纲编写（见附件2）。',
      '2026年度统计表（见附件3）。',
      '请于2026年12月11日至2026年12月20日将上述材料的电子版分别报省科技厅相关业务处、省科技厅政策法规处，另报加盖理事长单位公章的纸质件各1份。',
      '示例处 李示例，028-00000000。',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('cites no article where the round is the office’s own', async () => {
    for (const kind of ['re-examination', 'statistics']) expect(await textOfMade(factsOf({ kind }))).not.toContain('《')
    expect(await textOfMade(factsOf({ kind: 'evaluation' }))).toContain('第十五条、第十七条')
  })

  it('goes to one place, without copies, outline or figures, where the notice says so', async () => {
    const change = { recipients: ['policy'], copies: null, outline: '', figureIds: [] }
    const text = await textOfMade(factsOf(change, [alliance('钒钛')]))
    expect(text).toContain('将上述材料的电子版报省科技厅政策法规处。')
    expect(text).not.toMatch(/附件2|分别报省科技厅政策|份/u)
  })

  it('names nobody as filed or a pilot who is so no more', async () => {
    const made = await make(factsOf({}, [alliance('钒钛'), alliance('中药', null)]))
    expect(made.ok ? [] : made.error.missing.map(({ label }) => label)).toEqual([
      '中药产业技术创新战略联盟（示例）的备案或试点资格（已终止，请移出名单）',
    ])
  })

  it('is a letter of the department where it has no number, and lacks what nobody said', async () => {
    const made = await make(factsOf({ noticeNo: '' }))
    expect(made.ok && made.value.model.layout.kind).toBe('plain')
    expect((await make(factsOf())).ok).toBe(true)
    const lacking = await make(factsOf({ contact: '', issuedOn: null }), {})
    expect(lacking.ok ? [] : lacking.error.missing.map(({ field }) => field)).toEqual([
      'campaign.addressee',
      'campaign.writtenOn',
      'campaign.printedBy',
      'campaign.printedOn',
      'campaign.contact',
    ])
    expect(hasMessage('document.campaign-notice')).toBe(true)
  })
})

describe('年度工作催报', () => {
  const remind = async (change: object, today: string, extension: object | null = null) => {
    const campaign = campaignOfDossier(
      factsOf({ kind: 're-examination', ...change }).campaign,
      extension as never,
      null,
    )!
    const facts = {
      dossierId: factsOf().campaign.dossierIds[0]!,
      name: '示例钒钛产业技术创新战略联盟',
      chairUnit: '示例钒钛有限公司',
      campaign,
      standing: standingOf(campaign, { annualReports: [] }, day(today)),
      settings,
      createdAt: '2026-12-21T01:00:00.000Z',
    }
    const words = { docNo: '川科示函〔2026〕12号', writtenOn: today, printedBy: '示例办公室', printedOn: today }
    const made = await makePaper(campaignReminderPaper, { facts, typed: words, subject: theOne }, inBuiltInWords)
    if (!made.ok) throw new Error(made.error.missing.map(({ label }) => label).join('，'))
    const text = textOf(made.value.model)
    expect(text).not.toMatch(flaws)
    expect(made.value.about).toEqual({ campaignId: campaign.campaignId, dossierId: facts.dossierId })
    return text
  }

  it('rests on the office’s notice alone, and says what is missing and where', async () => {
    const text = await remind({}, '2026-12-21')
    for (const words of [
      '按照2026年11月24日关于开展2026年度复审的通知（川科示〔2026〕31号），材料应于2026年12月11日至2026年12月20日报送。',
      '截至2026年12月21日，示例钒钛产业技术创新战略联盟以下3项尚未收到：',
      '自评报告；',
      '报省科技厅政策法规处的材料。',
      '上述报送时间已过，请收到本通知后尽快报送。',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('《')
  })

  it('knows an extension, and other places by their names', async () => {
    const extension = { to: '2026-12-31', reason: '示例', grantedOn: '2026-12-15', by: '示例' }
    const text = await remind({ recipients: ['other'], otherRecipient: '示例评估中心' }, '2026-12-21', extension)
    expect(text).toContain('经同意，报送时间延至2026年12月31日。')
    expect(text).toContain('报示例评估中心的材料。')
    expect(text).toContain('请在上述时间内报送。')
  })
})

describe('处室日历', () => {
  it('has what is overdue first, then month by month, and neither a code nor a signature', async () => {
    const { campaign } = factsOf()
    const entries = agendaOf({
      settings,
      calendar: new Map(),
      today: day('2026-12-15'),
      dossiers: [],
      campaigns: [{ campaign, name: '2026年度 年度总结', open: 3 }],
      supplements: [{ id: campaign.dossierIds[0]!, name: '示例联盟甲', until: day('2026-12-10') }],
      panels: [{ id: 'p', title: '示例评审会', heldOn: day('2027-01-05') }],
      bars: [{ id: campaign.dossierIds[1]!, name: '示例联盟乙', until: day('2026-12-01') }],
    })
    const facts = { createdAt: '2026-12-15T01:00:00.000Z', entries, today: day('2026-12-15'), office: '示例厅' }
    const made = await makePaper(agendaPaper, { facts, typed: {}, subject: theOne }, inBuiltInWords)
    if (!made.ok) throw new Error('the calendar lacks nothing')
    expect(made.value.isRegistered).toBe(false)
    const text = textOf(made.value.model)
    expect(text).not.toMatch(flaws)
    const at = [
      '已逾期',
      '示例联盟甲',
      '2026年12月(?!\\d)',
      '未报齐3个',
      '2027年1月(?!\\d)',
      '1月5日',
      '示例评审会',
    ].map((words) => text.search(new RegExp(words, 'u')))
    expect(at.every((place) => place >= 0)).toBe(true)
    expect(at.toSorted((a, b) => a - b)).toEqual(at)
    expect(text).not.toContain('示例联盟乙')
  })
})
