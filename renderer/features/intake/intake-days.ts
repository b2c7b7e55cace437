import type { CalendarDate } from '@shared/domain/date'
import { calendarDateSchema, calendarMonthSchema } from '@shared/domain/date'
import type { DossierContent } from '@shared/domain/dossier'
import type { PlainKey } from '@shared/messages/catalogue'
import type { Translate } from '@shared/messages/translate'

/** One day or month of the form: where it stands, and what it is called in a sentence. */
type Typed = { readonly path: string; readonly label: PlainKey; readonly on: string | null }

/** Days of which the second does not come before the first, by what the paper itself says. */
type Pair = readonly [earlier: Typed, later: Typed]

/**
 * What contradicts what in the days of a form, by place, in a sentence that names both: shown while one types. The form
 * is saved all the same, for a paper may say so; whatever is not a day yet says nothing here.
 */
export function dayContradictions(
  content: DossierContent,
  today: CalendarDate,
  t: Translate,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const typed of pastDays(content)) {
    if (!isDay(typed.on) || typed.on <= today) continue
    found.set(typed.path, t('gap.day-late', { day: t(typed.label), on: typed.on, than: t('day.today'), thanOn: today }))
  }
  for (const [earlier, later] of pairs(content)) {
    const [first, second] = [earlier.on, later.on]
    if (!isTyped(first) || !isTyped(second) || second >= first) continue
    found.set(
      later.path,
      t('gap.day-early', { day: t(later.label), on: second, than: t(earlier.label), thanOn: first }),
    )
  }
  return found
}

const isDay = (on: string | null): on is string => calendarDateSchema.safeParse(on).success
const isTyped = (on: string | null): on is string => isDay(on) || calendarMonthSchema.safeParse(on).success

function pairs({ agreement, filing, application, members, tasks }: DossierContent): readonly Pair[] {
  const signed = at('agreement.signedOn', 'intake.agreement.signedOn', agreement.signedOn)
  const effective = at('agreement.effectiveOn', 'intake.agreement.effectiveOn', agreement.effectiveOn)
  const expires = at('agreement.expiresOn', 'intake.agreement.expiresOn', agreement.expiresOn)
  const submitted = at('filing.submittedOn', 'intake.filing.submittedOn', filing.submittedOn)
  const filed = at('filing.filedOn', 'intake.filing.filedOn', filing.filedOn)
  const applied = at('application.appliedOn', 'intake.application.appliedOn', application.appliedOn)
  const accepted = at('application.acceptedOn', 'intake.application.acceptedOn', application.acceptedOn)
  return [
    [signed, effective],
    [signed, expires],
    [effective, expires],
    [signed, submitted],
    [signed, filed],
    [submitted, filed],
    [filed, applied],
    [applied, accepted],
    ...members.flatMap(({ joinedOn, leftOn, legalRepresentatives }, index): Pair[] => [
      [
        at(`members.${index}.joinedOn`, 'intake.member.joinedOn', joinedOn),
        at(`members.${index}.leftOn`, 'intake.member.leftOn', leftOn),
      ],
      ...legalRepresentatives.map(({ from, to }, row): Pair => {
        const path = `members.${index}.legalRepresentatives.${row}`
        return [
          at(`${path}.from`, 'intake.day.representativeFrom', from),
          at(`${path}.to`, 'intake.day.representativeTo', to),
        ]
      }),
    ]),
    ...tasks.map(({ startMonth, endMonth }, index): Pair => [
      at(`tasks.${index}.startMonth`, 'intake.day.taskStart', startMonth),
      at(`tasks.${index}.endMonth`, 'intake.day.taskEnd', endMonth),
    ]),
  ]
}

/** What a paper says to have happened has happened. */
const pastDays = ({
  alliance,
  agreement,
  filing,
  application,
  members,
  funds,
  materials,
}: DossierContent): readonly Typed[] => [
  at('alliance.establishedOn', 'intake.alliance.establishedOn', alliance.establishedOn),
  at('agreement.signedOn', 'intake.agreement.signedOn', agreement.signedOn),
  at('filing.submittedOn', 'intake.filing.submittedOn', filing.submittedOn),
  at('filing.filedOn', 'intake.filing.filedOn', filing.filedOn),
  at('application.appliedOn', 'intake.application.appliedOn', application.appliedOn),
  at('application.acceptedOn', 'intake.application.acceptedOn', application.acceptedOn),
  at('funds.operationStartedOn', 'intake.funds.operationStartedOn', funds.operationStartedOn),
  ...(funds.rule === null ? [] : [at('funds.rule.adoptedOn', 'intake.funds.ruleAdoptedOn', funds.rule.adoptedOn)]),
  ...members.flatMap(({ joinedOn, leftOn }, index) => [
    at(`members.${index}.joinedOn`, 'intake.member.joinedOn', joinedOn),
    at(`members.${index}.leftOn`, 'intake.member.leftOn', leftOn),
  ]),
  ...agreement.signatures.map(({ signedOn }, index) =>
    at(`agreement.signatures.${index}.signedOn`, 'intake.signature.signedOn', signedOn),
  ),
  ...funds.injections.map(({ receivedOn }, index) =>
    at(`funds.injections.${index}.receivedOn`, 'intake.injection.receivedOn', receivedOn),
  ),
  ...materials.map(({ receivedOn }, index) =>
    at(`materials.${index}.receivedOn`, 'intake.material.receivedOn', receivedOn),
  ),
]

const at = (path: string, label: PlainKey, on: string | null): Typed => ({ path, label, on })
