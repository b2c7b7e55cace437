import { lastMoveSchema } from '@shared/domain/proceedings'
import fc from 'fast-check'
import { addDays, calendarDateSchema } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import { changeKinds, changeSchema } from '@shared/domain/change'
import {
  annualReportSchema,
  consultationSchema,
  evaluationSchema,
  pilotTermSchema,
  revocationGrounds,
  revocationSchema,
} from '@shared/domain/pilot'
import { termFrom } from '@shared/domain/pilot-dates'
import { prose } from './random-review'

const dayFrom = (from: string) =>
  fc.integer({ min: 0, max: 1000 }).map((days) => addDays(calendarDateSchema.parse(from), days))
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const report = fc.record({
  year: fc.integer({ min: 2024, max: 2029 }),
  hasSummary: fc.boolean(),
  hasPlan: fc.boolean(),
  toBusinessOn: orNone(dayFrom('2024-12-01')),
  toPolicyOn: orNone(dayFrom('2024-12-01')),
  override: orNone(
    fc.record({ from: dayFrom('2024-12-01'), to: dayFrom('2027-12-01'), noticeNo: fc.constantFrom('', '示例通知5号') }),
  ),
})
const change = fc.record({
  kind: fc.constantFrom(...changeKinds),
  description: fc.oneof(fc.constant(''), prose),
  completedOn: dayFrom('2024-06-01'),
  filedOn: orNone(dayFrom('2024-06-01')),
})
const secondLook = fc.record({ on: dayFrom('2026-01-01'), isDone: fc.boolean(), findings: prose })
const course = fc.record({
  feedback: fc.record({ problems: prose, suggestions: prose }),
  rectification: fc.record({
    items: prose,
    orderedOn: dayFrom('2025-06-01'),
    until: dayFrom('2025-09-01'),
    secondLook: fc.option(secondLook, { nil: undefined }),
  }),
})
const evaluation = fc.record(
  {
    decidedOn: orNone(dayFrom('2025-01-01')),
    result: orNone(fc.constantFrom('qualified', 'not-qualified')),
    course,
  },
  { requiredKeys: ['decidedOn', 'result'] },
)
const revocation = fc.record({
  ground: fc.constantFrom(...revocationGrounds),
  facts: prose,
  evidence: fc.oneof(fc.constant(''), prose),
  heardOn: orNone(dayFrom('2026-01-01')),
  decidedOn: dayFrom('2026-01-01'),
})

/** What may happen to a pilot: reports, changes, evaluations, a revocation. */
export const randomPilot = fc.record({
  from: dayFrom('2023-06-01'),
  kind: fc.constantFrom('first', 're-registered'),
  reports: fc.array(report, { maxLength: 3 }),
  changes: fc.array(change, { maxLength: 3 }),
  evaluations: fc.array(evaluation, { maxLength: 2 }),
  revocation: orNone(revocation),
  lastMove: fc.record({
    action: fc.constantFrom(
      ...(['not-accept', 'refuse-filing', 'close-unsupplemented', 'return-application', 'reject-by-division'] as const),
      ...(['reject-by-panel', 'not-decide', 'defer', 'withdraw-filing', 'withdraw-application'] as const),
    ),
    from: fc.constantFrom('accepted', 'supplement', 'pilot-applied', 'panel-review'),
    on: dayFrom('2023-06-01'),
    note: prose,
    until: orNone(dayFrom('2023-06-01')),
  }),
})

type Pilot = typeof randomPilot extends fc.Arbitrary<infer T> ? T : never

/** The dossier as a pilot with such a life. */
export const pilotOf = (
  file: DossierFile,
  life: Omit<Pilot, 'lastMove'> & Partial<Pick<Pilot, 'lastMove'>>,
): DossierFile => ({
  ...file,
  proceedings: {
    ...file.proceedings,
    consultation: consultationOf(file, life.lastMove?.action),
    pilotTerm: pilotTermSchema.parse({ ...termFrom(life.from), kind: life.kind }),
    annualReports: life.reports.map((one) => annualReportSchema.parse(one)),
    changes: life.changes.map((one, index) => changeSchema.parse({ ...one, id: `c${index}`, unitId: 'u1' })),
    evaluations: life.evaluations.map((one) => evaluationSchema.parse(one)),
    lastMove: life.lastMove === undefined ? null : lastMoveSchema.parse(life.lastMove),
    revocation: life.revocation === null ? null : revocationSchema.parse(life.revocation),
  },
})

/** What a meeting said of a dossier that it did not decide: such ones may be on the list of those to be cultivated. */
const consultationOf = (
  { proceedings: { consultation } }: DossierFile,
  action: string | undefined,
): DossierFile['proceedings']['consultation'] => {
  if (consultation === null || (action !== 'defer' && action !== 'not-decide')) return consultation
  const isDeferred = action === 'defer'
  return consultationSchema.parse({
    ...consultation,
    decision: isDeferred ? 'deferred' : 'not-decided',
    isCultivated: true,
    ...(isDeferred && { until: '2027-03-01', condition: '补签协议（示例）' }),
  })
}
