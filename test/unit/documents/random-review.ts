import fc from 'fast-check'
import { addDays, calendarDateSchema } from '@shared/domain/date'
import { clauseKeys, dossierContentHash, dossierFileSchema, type DossierFile } from '@shared/domain/dossier'
import { criterionIds, judgementVerdicts } from '@shared/domain/judgement'
import { votes } from '@shared/domain/panel'
import { computeTally, majorityReached } from '@shared/domain/tally'
import { reviewedFile } from './panel-review'

const word = fc.constantFrom(
  '任务',
  '分工',
  '明确',
  '经费',
  '管理',
  '堃喆',
  '䶮',
  '“引号”',
  '（括注）',
  'T03',
  '3.5万元',
)
export const prose = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom('', '。', '；', '，', '\n', '？'))
  .map(([words, end]) => words.join('') + end)
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(calendarDateSchema.parse('2026-09-15'), days))

const member = fc.record({
  kind: fc.constantFrom('enterprise', 'university', 'institute', 'other'),
  independentLegalPerson: fc.constantFrom(true, false, null),
  left: fc.boolean(),
  signer: fc.constantFrom('legal', 'agent', 'stranger', 'none'),
})

const task = fc.record({ lead: fc.option(fc.nat(20), { nil: null }), units: fc.array(fc.nat(20), { maxLength: 4 }) })

const content = fc.record({
  members: fc.array(member, { minLength: 2, maxLength: 20 }),
  tasks: fc.array(task, { maxLength: 6 }),
  injections: fc.array(fc.tuple(fc.integer({ min: 0, max: 9_999_999_999 }), day), { maxLength: 4 }),
  operationStartedOn: fc.option(day, { nil: null }),
  clauses: fc.subarray([...clauseKeys]),
  planned: fc.array(fc.nat(20), { maxLength: 10 }),
  rule: fc.boolean(),
  liable: fc.constantFrom('member', 'entity', 'none'),
})

const review = fc.record({
  verdicts: fc.array(fc.constantFrom(...judgementVerdicts), { minLength: 7, maxLength: 7 }),
  reasons: fc.array(prose, { minLength: 7, maxLength: 7 }),
  votes: fc.array(fc.constantFrom(...votes), { minLength: 7, maxLength: 7 }),
  recused: fc.subarray([1, 2, 3, 4, 5, 6], { maxLength: 2 }),
  majority: fc.constantFrom('1/2', '2/3', '3/4'),
  abstentionsCount: fc.boolean(),
  problems: prose,
  suggestions: prose,
  dissent: fc.option(prose, { nil: null }),
  refusal: fc.option(prose, { nil: null }),
  override: fc.option(prose, { nil: null }),
})

type Valued<A> = A extends fc.Arbitrary<infer T> ? T : never

/** The little that is random; a counterexample prints this, not the dossier. */
export const randomParts = fc.tuple(content, review)

/** A dossier that a panel has judged to the end: any members, signatures, tasks, money, votes and words. */
export function reviewOf([parts, judged]: Valued<typeof randomParts>): DossierFile {
  const base = reviewedFile()
  const unitId = (index: number) => `u${index % parts.members.length}`
  const members = parts.members.map((one, index) => ({
    unitId: `u${index}`,
    fullName: `示例单位${index}（第${index}家）`,
    kind: one.kind,
    independentLegalPerson: one.independentLegalPerson,
    legalRepresentatives: [{ name: `代表${index}` }],
    role: index === 0 ? 'chair' : 'member',
    leftOn: index > 0 && one.left ? '2026-01-01' : null,
  }))
  const signatures = parts.members.flatMap((one, index) =>
    one.signer === 'none'
      ? []
      : [
          {
            unitId: `u${index}`,
            signer: one.signer === 'legal' ? `代表${index}` : `某人${index}`,
            capacity: one.signer === 'agent' ? 'agent' : 'legal-representative',
          },
        ],
  )
  const made = dossierFileSchema.parse({
    ...base,
    content: {
      ...base.content,
      alliance: { ...base.content.alliance, chairUnitId: 'u0', leadUnitId: 'u0', secretariatUnitId: null },
      application: { ...base.content.application, applicantUnitId: 'u0' },
      members,
      agreement: {
        signedOn: '2025-05-18',
        clauses: Object.fromEntries(parts.clauses.map((key, index) => [key, { number: `第${index + 1}条` }])),
        liableBody:
          parts.liable === 'none'
            ? null
            : parts.liable === 'member'
              ? { kind: 'member', unitId: 'u0' }
              : { kind: 'registered-entity', name: '示例登记机构', registrationNo: '1' },
        signatures,
      },
      tasks: parts.tasks.map(({ lead, units }, index) => ({
        id: `t${index}`,
        name: `任务${index}`,
        chainLink: 'research',
        leadUnitId: lead === null ? null : unitId(lead),
        unitIds: [...new Set(units.map(unitId))],
      })),
      funds: {
        injections: parts.injections.map(([amountFen, receivedOn]) => ({ source: 'member', amountFen, receivedOn })),
        operationStartedOn: parts.operationStartedOn,
        rule: parts.rule ? { name: '示例经费办法' } : null,
      },
      plan: {
        overall: '总体',
        division: [...new Set(parts.planned.map(unitId))].map((id) => ({ unitId: id, work: '工作' })),
      },
    },
    proceedings: { ...base.proceedings, overrides: [] },
  })
  return judge(made, judged)
}

function judge(file: DossierFile, judged: Valued<typeof review>): DossierFile {
  const { proceedings } = file
  const dossierHash = dossierContentHash(file.content)
  const panel = {
    ...proceedings.panel!,
    rules: { ...proceedings.panel!.rules, majority: judged.majority, abstentionsCount: judged.abstentionsCount },
  }
  const expertOpinions = proceedings.expertOpinions.map((opinion, index) => ({
    ...opinion,
    dossierHash,
    vote: judged.votes[index]!,
    dissent: index === 0 ? (judged.dissent ?? '') : '',
  }))
  const recusalDecisions = judged.recused.map((index) => ({
    panelId: panel.id,
    dossierId: file.id,
    expertId: panel.experts[index]!.id,
    decision: 'recused' as const,
    grounds: [1 as const],
    reason: '',
    by: '示例处',
    on: panel.heldOn,
  }))
  const tally = computeTally(panel, file.id, recusalDecisions, expertOpinions)
  return dossierFileSchema.parse({
    ...file,
    proceedings: {
      ...proceedings,
      panel,
      expertOpinions,
      recusalDecisions,
      overrides:
        judged.override === null
          ? []
          : [{ ruleId: 'R09-4b', verdict: 'met', reason: judged.override, by: '王示例', on: panel.heldOn }],
      panelOpinion: {
        ...proceedings.panelOpinion!,
        dossierHash,
        tally,
        items: criterionIds.map((criterionId, index) => ({
          criterionId,
          verdict: judged.verdicts[index],
          reason: judged.reasons[index],
        })),
        problems: judged.problems,
        suggestions: judged.suggestions,
        conclusion: majorityReached(tally, panel.rules) ? 'pass' : 'reject',
        dissents: judged.dissent === null ? [] : [{ expertId: panel.experts[0]!.id, text: judged.dissent }],
        refusals: judged.refusal === null ? [] : [{ expertId: panel.experts[0]!.id, reason: judged.refusal }],
      },
    },
  })
}
