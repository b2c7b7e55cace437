import { uncoveredYears } from '../../../calendar/calendar-file'
import { workDayDeadline } from '../../../calendar/work-calendar'
import type { Change } from '../../../domain/change'
import { measures } from '../../../domain/measure'
import { changesToFile } from '../../../domain/pilot-dates'
import type { CheckVerdict } from '../../../domain/rule-ids'
import { contrary, fact, hint, missing, type Evidence } from '../../evidence'
import type { AutomaticRule, Facts } from '../../rule'

const base = { source: { kind: 'statute', clause: '18' }, stage: 'pilot', criterionIds: [] } as const

/**
 * Art. 18: 应在完成相关手续后30个工作日内将有关情况报省科技厅备案. The day of completion is not counted; filing on the last day is in time; a
 * change not filed yet is in time as long as the last day has not passed. Provisional where a year on the way has no
 * calendar.
 */
export const changeFiledInTime: AutomaticRule = {
  ...base,
  id: 'R18-1',
  kind: 'automatic',
  consequence: 'late-mark',
  check: (facts) => {
    const findings = changesToFile(facts.proceedings).map((change) => changeFinding(change, facts))
    return {
      verdict: worst(findings.map(({ verdict }) => verdict)),
      evidence: findings.flatMap(({ evidence }) => evidence),
    }
  },
}

function changeFinding(
  change: Change,
  { calendar, today }: Facts,
): { verdict: CheckVerdict; evidence: readonly Evidence[] } {
  const { lastDay, provisional } = workDayDeadline(change.completedOn, measures['2010'].changeWorkDays, calendar)
  const actOn = change.filedOn ?? today
  // Up to the day of the act every calendar is known, so the count so far is firm even if the last day is not.
  const firm = !provisional || uncoveredYears(change.completedOn, actOn, calendar).length === 0
  const inTime = actOn <= lastDay
  const verdict = inTime && firm ? 'met' : provisional ? 'provisional' : 'not-met'
  return {
    verdict,
    evidence: [
      fact.code('changeKind', `change.${change.kind}`, change.unitId === null ? {} : { unitId: change.unitId }),
      fact.day('changeCompletedOn', change.completedOn),
      (provisional ? hint : fact).day(provisional ? 'changeLastDayProvisional' : 'changeLastDay', lastDay),
      change.filedOn === null
        ? (inTime ? hint : contrary).flag('changeFiled', false)
        : (inTime ? fact : contrary).day('changeFiledOn', change.filedOn),
      ...uncoveredYears(change.completedOn, lastDay, calendar).map((year) => hint.count('calendarLacking', year)),
    ],
  }
}

function worst(verdicts: readonly CheckVerdict[]): CheckVerdict {
  for (const verdict of ['not-met', 'provisional', 'met'] as const) if (verdicts.includes(verdict)) return verdict
  return 'not-applicable'
}

/** Art. 18: 试点联盟牵头单位发生更名、重组等重大调整的，或联盟成员单位发生调整的. Any change of members counts (note 24); each is filed. */
export const changeMustBeFiled: AutomaticRule = {
  ...base,
  id: 'R18-2',
  kind: 'automatic',
  consequence: 'must-be-filed',
  check: (facts) => {
    const changes = changesToFile(facts.proceedings)
    if (changes.length === 0) return { verdict: 'not-applicable', evidence: [] }
    return {
      verdict: changes.every(({ filedOn }) => filedOn !== null) ? 'met' : 'not-met',
      evidence: changes.flatMap((change) => {
        const subject = change.unitId === null ? {} : { unitId: change.unitId }
        return [
          fact.code('changeKind', `change.${change.kind}`, subject),
          change.filedOn === null ? missing('change.filedOn', subject) : fact.day('changeFiledOn', change.filedOn),
        ]
      }),
    }
  },
}
