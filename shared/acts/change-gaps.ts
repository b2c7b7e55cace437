import { changeKinds, type Change, type ChangeKind } from '../domain/change'
import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { currentMembers, type DossierContent, type Member } from '../domain/dossier'
import type { unitKinds } from '../domain/unit-kinds'
import { isSameName } from '../lib/names'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type ActingDossier, type Gap } from './act'
import { daysOnFile } from './days-on-file'

/** A change while it is typed. `filedOn` empty: the office knows of it, and it is not filed yet. */
export type ChangeDraft = {
  readonly kind: string | null
  readonly unitId: string | null
  readonly completedOn: string | null
  readonly knownOn: string | null
  readonly filedOn: string | null
  readonly paper: string
  readonly description: string
  readonly newName: string
  readonly unitIds: readonly string[]
  readonly toUnitId: string | null
  readonly person: string
  readonly units: readonly UnitDraft[]
}

export type UnitDraft = {
  readonly unitId: string
  readonly fullName: string
  readonly kind: (typeof unitKinds)[number] | null
  readonly creditCode: string
}

export const emptyChange: ChangeDraft = {
  ...{ kind: null, unitId: null, completedOn: null, knownOn: null, filedOn: null },
  ...{ paper: '', description: '', newName: '', unitIds: [], toUnitId: null, person: '', units: [] },
}

/** What a kind of change is about, field by field; what it does not ask for is neither shown nor kept. */
export const changeParts: Readonly<Record<ChangeKind, readonly ChangePart[]>> = {
  'lead-renamed': ['unitId', 'newName'],
  'lead-restructured': ['unitId', 'newName'],
  'chair-changed': ['toUnitId', 'person'],
  'member-joined': ['units'],
  'member-left': ['unitId'],
  'member-renamed': ['unitId', 'newName'],
  'members-merged': ['unitIds', 'toUnitId', 'units'],
  'member-split': ['unitId', 'units'],
  'alliance-renamed': ['newName'],
  'secretariat-changed': ['toUnitId', 'person'],
  other: ['unitId'],
}
export type ChangePart = 'unitId' | 'newName' | 'toUnitId' | 'person' | 'units' | 'unitIds'

export const asChangeKind = (kind: string | null): ChangeKind | null =>
  changeKinds.find((known) => known === kind) ?? null

/** A change as a form shows it. */
export const draftOfChange = ({ effect = {}, ...change }: Change): ChangeDraft => ({
  ...emptyChange,
  kind: change.kind,
  unitId: change.unitId,
  completedOn: change.completedOn,
  knownOn: change.knownOn ?? null,
  filedOn: change.filedOn,
  paper: change.paper ?? '',
  description: change.description,
  newName: effect.newName ?? '',
  unitIds: effect.unitIds ?? [],
  toUnitId: effect.toUnitId ?? null,
  person: effect.person ?? '',
  units: (effect.units ?? []).map((unit) => ({ ...unit, creditCode: unit.creditCode ?? '' })),
})

/**
 * Everything that keeps a change from being put on record: what is missing, days that contradict one another, and what
 * contradicts the register of members (a member leaves that is none). Pure.
 */
export function changeGaps(
  { file }: Pick<ActingDossier, 'file'>,
  draft: ChangeDraft,
  today: CalendarDate,
): readonly Gap[] {
  const kind = asChangeKind(draft.kind)
  const dayOf = (key: 'completedOn' | 'knownOn' | 'filedOn') => calendarDateSchema.safeParse(draft[key]).data ?? null
  const days = (['completedOn', 'knownOn', 'filedOn'] as const).flatMap((key) =>
    draft[key] !== null && dayOf(key) === null ? [gapAt(key, 'need-date')] : [],
  )
  const onFile = daysOnFile(file)
  const faults = [
    ...dayFaults({ 'change-completed': dayOf('completedOn'), 'change-filed': dayOf('filedOn') }, onFile, today).map(
      (fault) => gapOfFault(fault, fault.day === 'change-filed' ? 'filedOn' : 'completedOn'),
    ),
    ...dayFaults({ 'change-known': dayOf('knownOn') }, {}, today).map((fault) => gapOfFault(fault, 'knownOn')),
  ]
  const tooLong = lengths.flatMap(([key, most]) =>
    draft[key].trim().length > most ? [gapAt(key, 'too-long', { most })] : [],
  )
  return [
    ...(kind === null ? [gapAt('kind', 'needed')] : []),
    ...(draft.completedOn === null ? [gapAt('completedOn', 'needed')] : []),
    ...(draft.filedOn !== null && draft.paper.trim() === '' ? [gapAt('paper', 'needed')] : []),
    ...days,
    ...faults,
    ...tooLong,
    ...(kind === null ? [] : contradictions(file.content, kind, draft)),
  ]
}

const lengths = [
  ['paper', 300],
  ['newName', 300],
  ['person', 100],
  ['description', 20_000],
] as const satisfies readonly (readonly [keyof ChangeDraft, number])[]

/** What of a change the register of members cannot bear. */
export function contradictions(content: DossierContent, kind: ChangeKind, draft: ChangeDraft): readonly Gap[] {
  const members = currentMembers(content)
  const isMember = (id: string | null) => members.some(({ unitId }) => unitId === id)
  const nameOf = (id: string | null) => content.members.find(({ unitId }) => unitId === id)?.fullName ?? ''
  const parts = changeParts[kind]
  const unknown = (field: ChangePart, ids: readonly (string | null)[]) =>
    ids
      .filter((id) => id !== null && !isMember(id))
      .map((id) => gapAt(field, 'change-not-member', { name: nameOf(id) }))
  return [
    ...(parts.includes('unitId') ? unknown('unitId', [draft.unitId]) : []),
    ...(parts.includes('unitIds') ? unknown('unitIds', draft.unitIds) : []),
    ...(parts.includes('toUnitId') ? unknown('toUnitId', [draft.toUnitId]) : []),
    ...ofUnits(members, kind, draft),
    ...ofKind(content, kind, draft, nameOf),
  ]
}

/** Units that come: each with a name and a kind, and none of them a member already. */
function ofUnits(
  members: readonly Member[],
  kind: ChangeKind,
  { units, unitId, toUnitId }: ChangeDraft,
): readonly Gap[] {
  if (!changeParts[kind].includes('units') || (kind === 'members-merged' && toUnitId !== null)) return []
  return units.flatMap(({ fullName, kind: unitKind }, index): readonly Gap[] => {
    const name = fullName.trim()
    if (name === '') return [gapAt('units', 'needed')]
    const isTwice = units.some((other, at) => at < index && isSameName(other.fullName, name))
    const twin = members.find((member) => isSameName(member.fullName, name))
    // What is split may go on under its own name beside the new ones.
    const isKnown = twin !== undefined && !(kind === 'member-split' && twin.unitId === unitId)
    return [
      ...(unitKind === null ? [gapAt('units', 'needed')] : []),
      ...(isTwice ? [gapAt('units', 'change-few-units')] : []),
      ...(isKnown ? [gapAt('units', 'change-is-member', { name })] : []),
      ...(name.length > 300 ? [gapAt('units', 'too-long', { most: 300 })] : []),
    ]
  })
}

function ofKind(
  { alliance }: DossierContent,
  kind: ChangeKind,
  draft: ChangeDraft,
  nameOf: (id: string | null) => string,
): readonly Gap[] {
  const { unitId, newName, unitIds, units } = draft
  const name = newName.trim()
  const leads = [alliance.leadUnitId, alliance.chairUnitId]
  const present = kind === 'alliance-renamed' ? alliance.name : nameOf(unitId)
  const same = changeParts[kind].includes('newName') && name !== '' && name === present && kind !== 'lead-restructured'
  const distinct = new Set(unitIds).size
  return [
    ...(same ? [gapAt('newName', 'change-same-name', { name })] : []),
    ...(kind.startsWith('lead-') && unitId !== null && !leads.includes(unitId)
      ? [gapAt('unitId', 'change-not-lead', { name: nameOf(unitId) })]
      : []),
    ...(kind === 'members-merged' && distinct === 1 ? [gapAt('unitIds', 'change-few-units')] : []),
    ...(kind === 'member-split' && units.length === 1 ? [gapAt('units', 'change-few-units')] : []),
  ]
}
