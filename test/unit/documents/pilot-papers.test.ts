import { describe, expect, it } from 'vitest'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { composeAnnualReminder } from '@shared/documents/annual-reminder'
import { composeChangeReceipt } from '@shared/documents/change-receipt'
import { composeEvaluationNotice } from '@shared/documents/evaluation-notice'
import { composePublicDisplay } from '@shared/documents/public-display'
import { composeRevocationNotice } from '@shared/documents/revocation-notice'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { changeSchema, type Change } from '@shared/domain/change'
import {
  annualReportSchema,
  batchSchema,
  evaluationSchema,
  noticeSchema,
  pilotTermSchema,
  revocationSchema,
} from '@shared/domain/pilot'
import type { Proceedings } from '@shared/domain/proceedings'
import { regulation2010 } from '@shared/regulation/2010/index'
import { labels, textOfGood } from './good-text'
import { reviewedFile, settings } from './panel-review'

const day = (text: string) => calendarDateSchema.parse(text)
const frame = { createdAt: '2029-12-05T00:00:00Z', settings, regulationTitle: regulation2010.title }
const department = { agencyId: 'department', name: settings.departmentName, isHost: true }
const notice = noticeSchema.parse({
  docNo: '川科示〔2029〕9号',
  writtenOn: '2029-12-05',
  printedOn: '2029-12-06',
  issuers: [department],
  addressee: '各市（州）科技局',
  printedBy: '示例办公室',
})

/** The clean sample as a pilot from 20 November 2026 to 20 November 2029. */
function pilotFile(changes: Partial<Proceedings> = {}): DossierFile {
  const file = reviewedFile()
  const pilotTerm = pilotTermSchema.parse({ from: '2026-11-20', to: '2029-11-20', noticeNo: '川科示〔2026〕27号' })
  return { ...file, proceedings: { ...file.proceedings, pilotTerm, ...changes } }
}

describe('公示: a work rule, never statute', () => {
  const file = reviewedFile()
  const batch = batchSchema.parse({
    id: '0a9e1000-7e57-4a10-8a9e-0000000000b1',
    year: 2026,
    seq: 2,
    dossierIds: [file.id],
  })
  const facts = {
    ...frame,
    batch,
    dossiers: [file],
    from: day('2026-11-09'),
    to: day('2026-11-13'),
    contact: '示例处，028-00000000',
    issuedOn: day('2026-11-09'),
  }

  it('names the period that people fixed and cites Art. 13 for the list alone', () => {
    const text = textOfGood(composePublicDisplay(facts))
    expect(text).toContain('按工作规则，现予公示（名单见附件），公示期自2026年11月9日起至2026年11月13日止。')
    expect(text).toContain('试点名单（第二批）的公示')
    expect(text).not.toContain('第十四条')
    expect(text).not.toContain('试点期')
  })

  it('says how its days were counted, and the second contact, where they are known', () => {
    const text = textOfGood(composePublicDisplay({ ...facts, days: '5个工作日', supervisor: '示例监督处 12345' }))
    expect(text).toContain('2026年11月13日止（5个工作日）。')
    expect(text).toContain('监督：示例监督处 12345。')
    expect(text).toContain('匿名和逾期提出的异议，按工作规则不予受理。')
  })

  it('takes a period of one day, and no period that ends before it begins', () => {
    expect(textOfGood(composePublicDisplay({ ...facts, to: day('2026-11-09') }))).toContain('止。')
    expect(labels(composePublicDisplay({ ...facts, to: day('2026-11-08') }))).toEqual([
      '公示截止日期（不得早于开始日期）',
    ])
  })

  it('invents neither period nor contact', () => {
    expect(labels(composePublicDisplay({ ...facts, from: null, to: null, contact: ' ', issuedOn: null }))).toEqual([
      '公示开始日期',
      '公示截止日期',
      '受理异议的部门和联系方式',
      '成文日期',
    ])
  })

  it('shows nothing that the group did not settle', () => {
    const open = { ...file, proceedings: { ...file.proceedings, consultation: null } }
    expect(labels(composePublicDisplay({ ...facts, dossiers: [open] }))).toEqual([
      `${file.content.alliance.name}的会商结果（确定）`,
    ])
  })
})

describe('年度报告催报 (Art. 16)', () => {
  const compose = (report: object | null, writtenOn = '2027-12-15', year = 2027) =>
    composeAnnualReminder({
      ...frame,
      file: pilotFile({ annualReports: report === null ? [] : [annualReportSchema.parse({ year, ...report })] }),
      year,
      notice: { ...notice, writtenOn: day(writtenOn) },
    })

  it('asks for both parts at both divisions where nothing has arrived', () => {
    const text = textOfGood(compose(null))
    expect(text).toContain('以下4项尚未收到')
    expect(text).toContain('### 2 2028年度工作计划；')
    expect(text).toContain('按工作规则，本年度的报送时间为2027年12月11日至2027年12月20日。')
  })

  it('names the one division that has nothing, and is not made once all has arrived', () => {
    const arrived = { hasSummary: true, hasPlan: true, toBusinessOn: '2027-12-12' }
    expect(textOfGood(compose(arrived))).toContain('### 1 报政策法规处的材料。')
    expect(labels(compose({ ...arrived, toPolicyOn: '2027-12-12' }))).toEqual([
      '尚未报送的年度材料（已报齐，不必催报）',
    ])
  })

  it('is in time on the last day and late on the next, without any penalty', () => {
    expect(textOfGood(compose(null, '2027-12-20'))).toContain('请在上述时间内分别报送。')
    const late = textOfGood(compose(null, '2027-12-21'))
    expect(late).toContain('上述报送时间已过')
    expect(late).not.toContain('撤销')
  })

  it('follows a yearly notice by its number', () => {
    const override = { from: '2027-12-15', to: '2027-12-31', noticeNo: '示例通知5号' }
    const text = textOfGood(compose({ override }))
    expect(text).toContain('按本年度通知（示例通知5号），报送时间为2027年12月15日至2027年12月31日。')
    expect(text).not.toContain('工作规则')
  })

  it('asks for no report of a year that the term does not owe', () => {
    expect(labels(compose(null, '2029-12-15', 2029))).toEqual(['2029年度的报送义务（不在试点期须报送的年度之内）'])
  })
})

describe('变更备案回执 (Art. 18)', () => {
  const change = (values: object): Change =>
    changeSchema.parse({ id: 'c1', kind: 'member-left', completedOn: '2026-11-25', filedOn: '2026-12-31', ...values })
  const compose = (made: Change, listed = true) =>
    composeChangeReceipt({
      ...frame,
      file: pilotFile({
        changes: listed ? [made] : [],
        pilotTerm: pilotTermSchema.parse({ from: '2024-11-20', to: '2027-11-20' }),
      }),
      change: made,
      calendar: vendoredCalendar,
      issuedOn: day('2027-01-04'),
    })

  it('is in time on the thirtieth working day and late on the day after', () => {
    const on = (filedOn: string) => textOfGood(compose(change({ completedOn: '2026-09-20', filedOn })))
    expect(on('2026-11-06')).toContain('期限最后一日为2026年11月6日；变更备案于2026年11月6日收到，未超过该期限。')
    expect(on('2026-11-07')).toContain('已超过该期限。')
    expect(on('2026-11-06')).not.toContain('暂定')
  })

  it('calls a deadline provisional that runs into a year without a calendar', () => {
    const text = textOfGood(compose(change({})))
    expect(text).toContain('期限最后一日暂定为')
    expect(text).toContain('按暂定的日期未超过该期限。')
  })

  it('is a receipt and no approval', () => {
    expect(textOfGood(compose(change({ description: '示例单位退出，手续已办结' })))).toContain(
      '按工作规则，本回执只说明收到变更备案，不表示对变更事项的批准。',
    )
  })

  it('is given only for a change that arrived and that the office has filed', () => {
    expect(labels(compose(change({ filedOn: null })))).toEqual(['收到变更备案的日期'])
    const beyond = '试点期内的变更（“其他”除外）'
    expect(labels(compose(change({ kind: 'other' })))).toEqual([beyond])
    expect(labels(compose(change({}), false))).toEqual([beyond])
  })

  it('says what changes into what, and that the text does not name the alliance itself', () => {
    const renamed = textOfGood(compose(change({ kind: 'alliance-renamed', effect: { newName: '示例新名联盟' } })))
    expect(renamed).toContain('新名称为示例新名联盟。')
    expect(renamed).toContain('该条未列明本项变更，按工作规则参照办理。')
    expect(textOfGood(compose(change({ kind: 'chair-changed' })))).not.toContain('未列明')
  })
})

describe('测评结果与重新登记公布 (Art. 17)', () => {
  const evaluated = (result: 'qualified' | 'not-qualified' | null, changes: Partial<Proceedings> = {}) =>
    pilotFile({ evaluations: [evaluationSchema.parse({ decidedOn: '2029-09-01', result })], ...changes })
  const compose = (dossiers: DossierFile[], changes = {}) =>
    composeEvaluationNotice({ ...frame, dossiers, notice, ...changes })

  it('registers the qualified anew from the day after the old term, by a work rule', () => {
    const text = textOfGood(compose([evaluated('qualified')]))
    expect(text).toContain('测评合格1个，予以重新登记')
    expect(text).toContain('按工作规则，自原试点期届满次日起算。')
    expect(text).toContain('2029年11月21日至\n2032年11月21日')
    expect(text).not.toContain('撤销')
  })

  it('lists who failed apart, citing Art. 17, with no bar', () => {
    const text = textOfGood(compose([evaluated('qualified'), evaluated('not-qualified')]))
    expect(text).toContain('等2个联盟进行了测评')
    expect(text).toContain('测评不合格1个，依据《办法》第十七条，撤销其试点联盟资格（名单见附件2）。')
    expect(text).not.toContain('不得重新申请')
  })

  it('keeps a new term that is already on file, found by the number or by its place', () => {
    const opened = (noticeNo: string) =>
      pilotTermSchema.parse({ kind: 're-registered', from: '2029-11-21', to: '2032-11-21', noticeNo })
    for (const noticeNo of [notice.docNo, '另一文号']) {
      const text = textOfGood(compose([evaluated('qualified', { pilotTerm: opened(noticeNo) })]))
      expect(text).toContain('2029年11月21日至\n2032年11月21日')
    }
  })

  it('counts from the notice where the office says so, and leaves it open in a draft without date', () => {
    const byNotice = {
      ...settings,
      interpretation: { ...settings.interpretation, reRegistrationStart: 'notice' as const },
    }
    expect(textOfGood(compose([evaluated('qualified')], { settings: byNotice }))).toContain(
      '2029年12月5日至\n2032年12月5日',
    )
    const draft = { settings: byNotice, draft: '草稿' as const, notice: { ...notice, writtenOn: null } }
    expect(textOfGood(compose([evaluated('qualified')], draft))).toContain('以正式公布日期为准')
  })

  it('is not made without a result', () => {
    expect(labels(compose([evaluated(null)]))).toEqual([`${reviewedFile().content.alliance.name}的测评结果`])
    expect(labels(compose([]))).toEqual(['测评的试点联盟'])
  })
})

describe('撤销通知 (Art. 17, 19)', () => {
  const revocation = (values: object) =>
    revocationSchema.parse({
      ground: '19.2',
      facts: '自2028年3月起未开展协议约定的活动。',
      evidence: '2028年度报告（示例）',
      decidedOn: '2029-12-01',
      ...values,
    })
  const compose = (values: object, changes = {}) =>
    composeRevocationNotice({ ...frame, file: pilotFile({ revocation: revocation(values) }), notice, ...changes })

  it('quotes the ground in the words of the text and computes the bar', () => {
    const text = textOfGood(compose({}))
    expect(text).toContain('第十九条第二项规定的“一年内不能按照联盟协议开展技术创新活动”的情形')
    expect(text).toContain(
      '三年内不得重新申请备案确定。按工作规则，该期限自决定撤销之日起算，至2032年12月1日止，2032年12月2日起可以重新申请。',
    )
    expect(text).toContain('证据：2028年度报告（示例）')
    expect(text).not.toContain('陈述意见')
  })

  it('says that it heard the alliance only if it did', () => {
    expect(textOfGood(compose({ heardOn: '2029-11-10' }))).toContain(
      '按工作规则，已于2029年11月10日告知该联盟并听取其陈述意见。',
    )
  })

  it('prints no bar for a failed evaluation, unless the office has a rule of its own', () => {
    const failed = { ground: '17', evidence: '' }
    expect(textOfGood(compose(failed))).toContain('《办法》第十七条未规定不得重新申请的期限。')
    const barring = {
      settings: { ...settings, interpretation: { ...settings.interpretation, barAfterFailedEvaluation: true } },
    }
    expect(textOfGood(compose(failed, barring))).toContain('未规定不得重新申请的期限。按工作规则，三年内不得重新申请')
  })

  it('ends the filing by a work rule that can be switched off', () => {
    expect(textOfGood(compose({}))).toContain('按工作规则，该联盟的备案随试点资格一并终止。')
    const kept = {
      settings: { ...settings, interpretation: { ...settings.interpretation, filingEndsWithRevocation: false } },
    }
    expect(textOfGood(compose({}, kept))).not.toContain('备案随试点资格')
  })

  it('wants decision, facts, evidence and term', () => {
    expect(labels(compose({ facts: ' ', evidence: '' }))).toEqual(['撤销所依据的事实', '事实的证据'])
    expect(labels(composeRevocationNotice({ ...frame, file: reviewedFile(), notice }))).toEqual(['试点期', '撤销决定'])
  })

  it('names everything that a 公文 lacks', () => {
    const bare = noticeSchema.parse({})
    expect(labels(compose({}, { notice: bare }))).toEqual([
      '发文机关',
      '发文字号（如“川科高〔2026〕27号”）',
      '主送机关',
      '成文日期',
      '印发机关',
      '印发日期',
    ])
  })
})
