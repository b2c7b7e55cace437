import { expertLabel } from '../domain/expert-label'
import type { Expert } from '../domain/panel'
import { foldName } from '../lib/names'
import type { DeskState } from '../records/desk-state'
import type { JournalRecord } from '../records/record'
import type { BundleRecord } from './incoming'

/**
 * Experts of one name who are not one person, as each is called among them, where what would be taken brings one of
 * them or speaks for one; every group once, in the order of their names here and in the bundle. Pure.
 */
export function namesakesIn(
  records: readonly BundleRecord[],
  isTaken: (recordId: string) => boolean,
  state: DeskState,
): string[][] {
  const taken = records.flatMap((incoming) =>
    incoming.kind === 'read' && isTaken(incoming.record.id) ? [incoming.record] : [],
  )
  const here = [
    ...[...state.panels.values()].flatMap(({ value }) => value.experts),
    ...[...state.experts.values()].map(({ value }) => value),
  ]
  const known = new Map([...here, ...taken.flatMap(expertsOf)].map((expert) => [expert.id as string, expert]))
  const spokenOf = new Set(taken.flatMap(speakersOf))
  const groups = new Map<string, Expert[]>()
  for (const expert of known.values()) {
    const name = foldName(expert.name)
    groups.set(name, [...(groups.get(name) ?? []), expert])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.some(({ id }) => spokenOf.has(id)))
    .map((group) => group.map((expert) => expertLabel(expert, group)))
}

/** Experts whom a record describes. */
function expertsOf({ type, payload }: JournalRecord): readonly Expert[] {
  if (type === 'expert.saved') return [payload]
  return type === 'panel.saved' ? payload.experts : []
}

/** Whom a record describes, or in whose name it is said. */
function speakersOf(record: JournalRecord): readonly string[] {
  const described = expertsOf(record).map(({ id }) => id)
  const { payload } = record
  return 'expertId' in payload && typeof payload.expertId === 'string' ? [...described, payload.expertId] : described
}
