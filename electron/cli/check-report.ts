import type { WorkCalendar } from '@shared/calendar/work-calendar'
import type { CalendarDate } from '@shared/domain/date'
import { dossierContentHash, type DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { CheckVerdict } from '@shared/domain/rule-ids'
import { regulationOf } from '@shared/regulation/versions'
import { checkDossier, effectiveVerdict, type CheckResult } from '@shared/regulation/check-dossier'

/** What `lianshen check --json` says of one rule. `verdict` is null where only a person can judge. */
export type RuleReport = {
  readonly id: CheckResult['ruleId']
  readonly article: number
  readonly kind: CheckResult['kind']
  readonly source: CheckResult['source']
  readonly stage: CheckResult['stage']
  readonly consequence: CheckResult['consequence']
  readonly verdict: CheckVerdict | null
  /** The machine's own verdict under an override, with who changed it and why. */
  readonly override: Extract<CheckResult['outcome'], { by: 'override' }> | null
  /** A person's judgement if one is on file. */
  readonly judgement: Extract<CheckResult['outcome'], { by: 'person' }> | null
  readonly evidence: CheckResult['evidence']
}

export type DossierReport = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly contentHash: string
  readonly regulation: string
  readonly summary: {
    readonly met: number
    readonly notMet: number
    readonly provisional: number
    readonly notApplicable: number
    readonly judged: number
    readonly open: number
  }
  readonly rules: readonly RuleReport[]
}

/** Checks one dossier by every rule on a day. */
export function reportDossier(
  file: DossierFile,
  { settings, on, calendar }: { settings: OfficeSettings; on: CalendarDate; calendar: WorkCalendar },
): DossierReport {
  const { content, proceedings } = file
  const facts = { content, proceedings, settings, today: on, calendar }
  const rules = checkDossier(regulationOf(file), facts).map(ruleReport)
  const verdicts = (verdict: CheckVerdict) => rules.filter((rule) => rule.verdict === verdict).length
  return {
    id: file.id,
    name: content.alliance.name,
    version: file.version,
    contentHash: dossierContentHash(content),
    regulation: file.regulationVersionId,
    summary: {
      met: verdicts('met'),
      notMet: verdicts('not-met'),
      provisional: verdicts('provisional'),
      notApplicable: verdicts('not-applicable'),
      judged: rules.filter((rule) => rule.judgement !== null).length,
      open: rules.filter((rule) => rule.verdict === null && rule.judgement === null).length,
    },
    rules,
  }
}

function ruleReport(result: CheckResult): RuleReport {
  const { ruleId, article, kind, source, stage, consequence, outcome, evidence } = result
  return {
    id: ruleId,
    article,
    kind,
    source,
    stage,
    consequence,
    verdict: effectiveVerdict(result),
    override: outcome.by === 'override' ? outcome : null,
    judgement: outcome.by === 'person' ? outcome : null,
    evidence,
  }
}
