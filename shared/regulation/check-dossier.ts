import { assertNever } from '../lib/assert-never'
import type { CalendarDate } from '../domain/date'
import type { JudgementVerdict } from '../domain/judgement'
import type { CheckVerdict, RuleId } from '../domain/rule-ids'
import { articleOf } from './clause-ref'
import type { Evidence } from './evidence'
import type { Facts, RegulationVersion, Rule } from './rule'

/** Who said what. An override never hides the machine's own verdict. */
export type Outcome =
  | { readonly by: 'system'; readonly verdict: CheckVerdict }
  | {
      readonly by: 'override'
      readonly verdict: CheckVerdict
      readonly systemVerdict: CheckVerdict
      readonly reason: string
      readonly person: string
      readonly on: CalendarDate
    }
  | {
      readonly by: 'person'
      readonly judgement: JudgementVerdict
      readonly reason: string
      readonly person: string
      readonly on: CalendarDate
    }
  | { readonly by: 'person-needed' }

export type CheckResult = Pick<Rule, 'kind' | 'source' | 'stage' | 'consequence' | 'criterionIds'> & {
  readonly ruleId: RuleId
  readonly article: number
  readonly outcome: Outcome
  readonly evidence: readonly Evidence[]
}

/** Runs every rule of a version over the facts, in the order of the articles. It knows kinds of rules, never one rule. */
export const checkDossier = (regulation: RegulationVersion, facts: Facts): readonly CheckResult[] =>
  regulation.rules.map((rule) => checkRule(rule, facts))

/** Runs one rule: the machine's verdict with a person's override, or a person's judgement, or the need for one. */
export function checkRule(rule: Rule, facts: Facts): CheckResult {
  const { kind, source, stage, consequence, criterionIds } = rule
  return {
    ruleId: rule.id,
    article: source.kind === 'statute' ? articleOf(source.clause) : source.article,
    kind,
    source,
    stage,
    consequence,
    criterionIds,
    ...run(rule, facts),
  }
}

function run(rule: Rule, facts: Facts): Pick<CheckResult, 'outcome' | 'evidence'> {
  switch (rule.kind) {
    case 'automatic': {
      const { verdict, evidence } = rule.check(facts)
      return { outcome: overridden(rule.id, verdict, facts), evidence }
    }
    case 'prepared':
    case 'judgement':
      return { outcome: judged(rule.id, facts), evidence: rule.gather(facts) }
    default:
      return assertNever(rule, 'unknown kind of rule')
  }
}

function overridden(ruleId: RuleId, systemVerdict: CheckVerdict, { proceedings }: Facts): Outcome {
  const override = proceedings.overrides.findLast((item) => item.ruleId === ruleId)
  if (override === undefined) return { by: 'system', verdict: systemVerdict }
  const { verdict, reason, by: person, on } = override
  return { by: 'override', verdict, systemVerdict, reason, person, on }
}

/** A division's opinion is later and weightier than a note taken at intake, so it is asked first. */
function judged(ruleId: RuleId, { proceedings }: Facts): Outcome {
  for (const opinion of proceedings.divisionOpinions.toReversed()) {
    const item = opinion.items.find((candidate) => candidate.ruleId === ruleId)
    if (item !== undefined) {
      return {
        by: 'person',
        judgement: item.verdict,
        reason: item.reason,
        person: `${opinion.divisionName} ${opinion.signer}`,
        on: opinion.signedOn,
      }
    }
  }
  const note = proceedings.judgements.findLast((item) => item.ruleId === ruleId)
  if (note === undefined) return { by: 'person-needed' }
  return { by: 'person', judgement: note.verdict, reason: note.reason, person: note.by, on: note.on }
}

/** The verdict that counts: the override if there is one; `null` where only a person can say. */
export const effectiveVerdict = ({ outcome }: CheckResult): CheckVerdict | null =>
  outcome.by === 'system' || outcome.by === 'override' ? outcome.verdict : null
