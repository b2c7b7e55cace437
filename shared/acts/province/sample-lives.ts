import { addDays, addMonths, addYears, calendarDateSchema, yearOf, type CalendarDate } from '../../domain/date'
import { dossierFileSchema, type DossierContent, type DossierFile } from '../../domain/dossier'
import { termFrom } from '../../domain/pilot-dates'
import { dossierIdSchema, type DossierId } from '../../domain/ids'
import type { DossierStatus } from '../../domain/status'
import type { StatusAction } from '../../workflow/status-actions'
import type { ActionValues } from '../dossier-act'
import type { LifeStep } from './live-out'
import { daysEarlier, shiftDays } from './shift-days'

/** One alliance of 示例省: from which sample it is made, how far its life goes, and where it stands then. */
export type SampleLife = {
  /** The sample that lends its content and materials. */
  readonly slug: string
  /** Last group of its id: the same on every desk, so that it is loaded once. */
  readonly number: number
  /** What it is about, in its name; null: as the sample. */
  readonly trade: string | null
  readonly status: DossierStatus
  readonly plan: (sample: DossierFile, today: CalendarDate) => Plan
}

type Plan = { readonly file: DossierFile; readonly begun: CalendarDate; readonly steps: readonly LifeStep[] }

const act = (on: CalendarDate, action: StatusAction, values: ActionValues = {}): LifeStep => ({
  ...{ on, kind: 'act', action, values },
})

/** Everything that the office itself gave the sample is left out: it is on its way. */
const unfiled = (content: DossierContent, submittedOn: CalendarDate): DossierContent => ({
  ...content,
  filing: { ...content.filing, submittedOn, filedOn: null, filingNo: '' },
  application: { ...content.application, no: '', appliedOn: null, acceptedOn: null, hostDivisionId: null },
})

/** A file as it is before anybody decided on it. */
const untouched = (file: DossierFile): DossierFile['proceedings'] => ({
  ...file.proceedings,
  receivedOn: null,
  filingDecision: null,
  priorRevocations: [],
})

/** It came in so many days ago. */
const asFiling =
  (daysAgo: number, steps: (begun: CalendarDate, today: CalendarDate) => readonly LifeStep[]): SampleLife['plan'] =>
  (sample, today) => {
    const begun = addDays(today, -daysAgo)
    const file = at(sample, sample.content.filing.submittedOn ?? begun, begun)
    return {
      file: { ...file, content: unfiled(file.content, begun), proceedings: untouched(file) },
      begun,
      steps: steps(begun, today),
    }
  }

/** A pilot since a day: its file comes from before this desk, as far as its notice. */
const asPilot =
  (
    since: (today: CalendarDate) => CalendarDate,
    steps: (from: CalendarDate, today: CalendarDate) => readonly LifeStep[],
  ) =>
  (sample: DossierFile, today: CalendarDate): Plan => {
    const from = since(today)
    const file = at(sample, sample.content.application.appliedOn ?? from, addMonths(from, -5))
    const pilotTerm = { ...termFrom(from), batchId: null, noticeNo: numberOf(from, 27), kind: 'first' as const }
    const proceedings = { ...file.proceedings, priorRevocations: [], pilotTerm }
    return { file: { ...file, proceedings }, begun: from, steps: steps(from, today) }
  }

/** The sample with a day of its own moved to another, and every other with it. */
const at = (sample: DossierFile, said: CalendarDate, wanted: CalendarDate): DossierFile =>
  dossierFileSchema.parse(shiftDays(sample, daysEarlier(said, wanted)))

const numberOf = (on: CalendarDate, serial: number): string => `示例省科〔${yearOf(on)}〕${serial}号`

/** The reports of every year whose December lies between, handed in in time. */
function reports(from: CalendarDate, to: CalendarDate): readonly LifeStep[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  return years.flatMap((year): readonly LifeStep[] => {
    const on = calendarDateSchema.parse(`${year}-12-16`)
    if (addDays(from, 30) > on || on > to) return []
    const arrived = { toBusinessOn: addDays(on, -4), toPolicyOn: addDays(on, -2) }
    return [act(on, 'receive-annual-report', { year: String(year), hasSummary: true, hasPlan: true, ...arrived })]
  })
}

/** One of its members takes another name, tells it, and a new version says so (Art. 18). */
function renaming(on: CalendarDate): readonly LifeStep[] {
  const said = { kind: 'member-renamed', unitId: 'u02', completedOn: on }
  const words = '成员单位完成更名登记（示例）'
  return [
    act(addDays(on, 3), 'note-change', { ...said, note: words }),
    act(addDays(on, 20), 'file-change', { ...said, note: words }),
    {
      ...{ on: addDays(on, 21), kind: 'version', note: '按变更备案更名（示例）' },
      change: (content) => ({
        ...content,
        members: content.members.map((member) =>
          member.unitId === 'u02'
            ? {
                ...member,
                fullName: `${member.fullName}（更名后）`,
                formerNames: [...member.formerNames, member.fullName],
              }
            : member,
        ),
      }),
    },
  ]
}

const inOrder = (steps: readonly LifeStep[]): readonly LifeStep[] =>
  steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/**
 * 示例省: invented alliances in every state of a life, as of the day on which they are loaded. A new one is a line here;
 * what it says and does is done by the acts that people use, so that a life that cannot be is not loaded.
 */
export const sampleLives: readonly SampleLife[] = [
  {
    ...{ slug: 'liability-missing', number: 1, trade: null, status: 'accepted' },
    plan: asFiling(9, (begun) => [act(addDays(begun, 1), 'accept')]),
  },
  {
    ...{ slug: 'image-only-scan', number: 2, trade: null, status: 'supplement' },
    plan: asFiling(20, (begun, today) => [
      act(addDays(begun, 1), 'accept'),
      act(addDays(begun, 5), 'request-supplement', {
        note: '协议书为影像件，请补交可核对的文本和组建必要性说明（示例）。',
        until: addDays(today, 6),
      }),
    ]),
  },
  {
    ...{ slug: 'short-operation', number: 3, trade: null, status: 'filed' },
    plan: (sample, today) => {
      const begun = addDays(today, -120)
      const file = at(sample, sample.proceedings.receivedOn ?? begun, begun)
      const { filing } = file.content
      const content = { ...unfiled(file.content, filing.submittedOn ?? begun), filing }
      return { file: { ...file, content }, begun: filing.filedOn ?? begun, steps: [] }
    },
  },
  {
    ...{ slug: 'funds-breach-missing', number: 4, trade: null, status: 'withdrawn' },
    plan: asFiling(45, (begun) => [
      act(addDays(begun, 2), 'accept'),
      act(addDays(begun, 12), 'withdraw-filing', {
        paper: '关于撤回备案申请的函（示例）',
        note: '成员单位调整出资方案，撤回后另行申请（示例）。',
      }),
    ]),
  },
  {
    ...{ slug: 'branch-office', number: 5, trade: null, status: 'division-review' },
    plan: (sample, today) => {
      const appliedOn = addDays(today, -25)
      const file = at(sample, sample.content.application.appliedOn ?? appliedOn, appliedOn)
      const begun = file.content.application.acceptedOn ?? appliedOn
      return { file, begun, steps: [act(addDays(begun, 2), 'start-division-review')] }
    },
  },
  {
    ...{ slug: 'legal-rep-changed', number: 6, trade: null, status: 'piloting' },
    plan: asPilot(
      (today) => addMonths(today, -18),
      (from, today) =>
        inOrder([
          ...reports(from, today),
          ...renaming(addDays(from, 200)),
          {
            ...{ on: addDays(from, 300), kind: 'support' },
            draft: {
              ...{ kind: 'platform', basis: '试点联盟创新服务平台建设（示例）', amount: '800000.00' },
              ...{ document: numberOf(addDays(from, 300), 61), recipient: '示例智造装备联盟', note: '' },
            },
          },
        ]),
    ),
  },
  {
    ...{ slug: 'member-without-task', number: 7, trade: null, status: 'expired' },
    plan: asPilot(
      (today) => addYears(addDays(today, -40), -3),
      (from, today) => reports(from, today),
    ),
  },
  {
    ...{ slug: 'rare-names', number: 8, trade: null, status: 'piloting' },
    plan: asPilot(
      (today) => addMonths(today, -35),
      (from, today) =>
        inOrder([
          ...reports(from, addDays(today, -15)),
          act(addDays(today, -14), 'open-evaluation'),
          act(addDays(today, -2), 'evaluate', {
            result: 'not-qualified',
            note: '两项任务没有开展，测评组建议限期整改或者按第十七条办理（示例）。',
          }),
        ]),
    ),
  },
  {
    ...{ slug: 'signed-by-agent', number: 9, trade: null, status: 'revoked' },
    plan: asPilot(
      (today) => addMonths(today, -27),
      (from, today) =>
        inOrder([
          ...reports(from, addYears(from, 1)),
          act(addDays(today, -60), 'revoke', {
            ground: '19.2',
            note: '自上一年度起未召开理事会，协议约定的任务均未开展（示例）。',
            evidence: '年度工作总结、现场核查记录（示例）',
            heardOn: addDays(today, -85),
            noticeNo: numberOf(addDays(today, -60), 5),
          }),
        ]),
    ),
  },
  {
    ...{ slug: 'signed-by-agent', number: 10, trade: '道地药材', status: 'accepted' },
    plan: asFiling(6, (begun) => [act(addDays(begun, 2), 'accept')]),
  },
  {
    ...{ slug: 'within-bar', number: 11, trade: null, status: 'piloting' },
    plan: asPilot(
      (today) => addYears(addDays(today, -70), -3),
      (from, today) => {
        const { to } = termFrom(from)
        const registered = addDays(to, -5)
        return inOrder([
          ...reports(from, today),
          act(addMonths(to, -4), 'open-evaluation'),
          act(addMonths(to, -2), 'evaluate', { result: 'qualified' }),
          act(registered, 're-register', { noticeNo: numberOf(registered, 12) }),
        ])
      },
    ),
  },
]

/** Its id, which says by how it begins that nobody drew it. */
export const provinceId = ({ number }: Pick<SampleLife, 'number'>): DossierId =>
  dossierIdSchema.parse(`0e0a0000-0000-4000-8000-${String(number).padStart(12, '0')}`)

/** A sample as the alliance of a life: another id, another name, everything marked 示例. */
export function asAllianceOf(sample: DossierFile, { number, trade }: SampleLife): DossierFile {
  const { alliance, filing, application } = sample.content
  const inProvince = (name: string) => name.replace('四川省示例', '示例省')
  const name = trade === null ? inProvince(alliance.name) : `示例省${trade}产业技术创新战略联盟`
  return dossierFileSchema.parse({
    ...sample,
    id: provinceId({ number }),
    content: {
      ...sample.content,
      alliance: { ...alliance, name, shortName: trade === null ? alliance.shortName : `示例${trade}联盟` },
      filing: { ...filing, filingNo: `示例省联备${number}号` },
      application: { ...application, no: `示例省试申${number}号` },
    },
    proceedings: {
      ...sample.proceedings,
      filingDecision:
        sample.proceedings.filingDecision === null
          ? null
          : { ...sample.proceedings.filingDecision, no: `示例省联备${number}号` },
    },
  })
}
