import { assertNever } from '../lib/assert-never'
import type { CalendarDate } from '../domain/date'
import { isStale, type JudgedVersion } from '../domain/judged-version'
import type { JudgementVerdict } from '../domain/judgement'
import { divisionOpinionStands, type Proceedings } from '../domain/proceedings'
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

/** What a person said of a rule on an earlier version: it counts for nothing until it is confirmed or done anew. */
export type StaleWord = JudgedVersion & {
  readonly verdict: JudgementVerdict | Proceedings['overrides'][number]['verdict']
  readonly reason: string
  readonly person: string
  readonly on: CalendarDate
  /** Of a division's opinion, which is confirmed whole; else of this one rule. */
  readonly isOfDivision: boolean
}

export type CheckResult = Pick<Rule, 'kind' | 'source' | 'stage' | 'consequence' | 'criterionIds'> & {
  readonly ruleId: RuleId
  readonly article: number
  readonly outcome: Outcome
  /** Beside the outcome, where the last word of a person was about an earlier version. */
  readonly stale: StaleWord | null
  readonly evidence: readonly Evidence[]
}

/**
 * Runs every rule of a version over the facts, in the order of the articles. It knows kinds of rules, never one rule.
 */
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

function run(rule: Rule, facts: Facts): Pick<CheckResult, 'outcome' | 'stale' | 'evidence'> {
  switch (rule.kind) {
    case 'automatic': {
      const { verdict, evidence } = rule.check(facts)
      return { ...overridden(rule.id, verdict, facts), evidence }
    }
    case 'prepared':
    case 'judgement':
      return { ...judged(rule.id, facts), evidence: rule.gather(facts) }
    default:
      return assertNever(rule, 'unknown kind of rule')
  }
}

type Said = Pick<CheckResult, 'outcome' | 'stale'>

function overridden(ruleId: RuleId, systemVerdict: CheckVerdict, { proceedings }: Facts): Said {
  const override = proceedings.overrides.findLast((item) => item.ruleId === ruleId)
  if (override === undefined) return { outcome: { by: 'system', verdict: systemVerdict }, stale: null }
  const { verdict, reason, by: person, on } = override
  if (isStale(override, proceedings)) {
    const stale = { ...versionOf(override), verdict, reason, person, on, isOfDivision: false }
    return { outcome: { by: 'system', verdict: systemVerdict }, stale }
  }
  return { outcome: { by: 'override', verdict, systemVerdict, reason, person, on }, stale: null }
}

/**
 * A division's opinion is later and weightier than a note taken at intake, so it is asked first. What was said of an
 * earlier version answers nothing.
 */
function judged(ruleId: RuleId, { proceedings }: Facts): Said {
  const words = [...wordsOfDivisions(ruleId, proceedings), ...notesOf(ruleId, proceedings)]
  const standing = words.find(({ stands }) => stands)?.word
  if (standing !== undefined) {
    const { verdict: judgement, reason, person, on } = standing
    return { outcome: { by: 'person', judgement, reason, person, on }, stale: null }
  }
  return { outcome: { by: 'person-needed' }, stale: words[0]?.word ?? null }
}

type Word = { readonly stands: boolean; readonly word: StaleWord & { readonly verdict: JudgementVerdict } }

const wordsOfDivisions = (ruleId: RuleId, proceedings: Facts['proceedings']): readonly Word[] =>
  proceedings.divisionOpinions.toReversed().flatMap((opinion) =>
    opinion.items
      .filter((item) => item.ruleId === ruleId)
      .map(({ verdict, reason }) => ({
        stands: divisionOpinionStands(opinion, proceedings),
        word: {
          ...versionOf(opinion),
          verdict,
          reason,
          person: `${opinion.divisionName} ${opinion.signer}`,
          on: opinion.signedOn,
          isOfDivision: true,
        },
      })),
  )

const notesOf = (ruleId: RuleId, proceedings: Facts['proceedings']): readonly Word[] =>
  proceedings.judgements
    .filter((item) => item.ruleId === ruleId)
    .slice(-1)
    .map((note) => ({
      stands: !isStale(note, proceedings),
      word: {
        ...versionOf(note),
        verdict: note.verdict,
        reason: note.reason,
        person: note.by,
        on: note.on,
        isOfDivision: false,
      },
    }))

const versionOf = ({ dossierVersion, dossierHash }: JudgedVersion): JudgedVersion => ({ dossierVersion, dossierHash })

/** The verdict that counts: the override if there is one; `null` where only a person can say. */
export const effectiveVerdict = ({ outcome }: CheckResult): CheckVerdict | null =>
  outcome.by === 'system' || outcome.by === 'override' ? outcome.verdict : null
