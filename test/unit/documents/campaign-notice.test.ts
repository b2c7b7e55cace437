import { describe, expect, it } from 'vitest'
import { campaignNoticePaper, type CampaignDocumentFacts } from '@shared/documents/catalogue-campaign'
import { inBuiltInWords, makePaper, theOne } from '@shared/documents/paper'
import { campaignSchema } from '@shared/domain/campaign'
import { articleText } from '@shared/regulation/2010/articles'
import { regulation2010 } from '@shared/regulation/2010/index'
import { hasMessage } from '@shared/messages/translate'
import { flaws } from './flaws'
import { settings, textOf } from './panel-review'

const alliance = (name: string, group: 'piloting' | 'filed' = 'piloting') => ({
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
