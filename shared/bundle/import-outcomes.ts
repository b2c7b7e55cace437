import type { ImportItem, ImportOutcome, ImportReport } from './import-report'

/** Outcomes in the order in which a person wants to know of them. */
const order = [
  'conflicting',
  'rejected',
  'quarantined',
  'not-for-you',
  'changed',
  'new',
  'superseded',
  'identical',
  'read-only',
] as const satisfies readonly ImportOutcome[]

/** Whether a record will not be taken. */
export const isTrouble = (outcome: ImportOutcome): boolean =>
  outcome === 'rejected' || outcome === 'quarantined' || outcome === 'not-for-you'

type Items = Pick<ImportReport, 'items'>

/** Records of a bundle that will not be taken. */
export const troubled = ({ items }: Items): readonly ImportItem[] => items.filter(({ outcome }) => isTrouble(outcome))

/** How many records of a bundle meet each outcome; outcomes that none meets are left out. */
export const countOutcomes = ({ items }: Items): readonly (readonly [ImportOutcome, number])[] =>
  order
    .map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)

type Trouble = Pick<ImportItem, 'type' | 'outcome' | 'reason'> & { readonly count: number }

/** Records that will not be taken, alike ones together, so that a person reads each reason once. */
export function groupTroubles(report: Items): readonly Trouble[] {
  const groups = new Map<string, Trouble>()
  for (const { type, outcome, reason } of troubled(report)) {
    const key = `${type}/${outcome}/${reason ?? ''}`
    groups.set(key, { type, outcome, reason, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}
