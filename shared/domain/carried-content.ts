import { isSameName } from '../lib/names'
import type { Change, ComingUnit } from './change'
import type { CalendarDate } from './date'
import { memberSchema, type DossierContent, type Member } from './dossier'

/** What the dossier says once a change is carried into it; what was signed before stays as it is. Pure. */
export function carriedContent(content: DossierContent, change: Change): DossierContent {
  const { kind, unitId, completedOn, effect = {} } = change
  const { newName, toUnitId, unitIds = [], units = [], person = '' } = effect
  switch (kind) {
    case 'alliance-renamed':
      return newName === undefined
        ? content
        : {
            ...content,
            alliance: {
              ...content.alliance,
              ...renamed(content.alliance.name, content.alliance.formerNames, newName, 'name'),
            },
          }
    case 'lead-renamed':
    case 'lead-restructured':
    case 'member-renamed':
      return newName === undefined
        ? content
        : withMembers(content, (member) =>
            member.unitId === unitId
              ? { ...member, ...renamed(member.fullName, member.formerNames, newName, 'fullName') }
              : member,
          )
    case 'member-joined':
      return { ...content, members: [...content.members, ...units.map((unit) => joining(unit, completedOn, []))] }
    case 'member-left':
      return leaving(content, unitId === null ? [] : [unitId], completedOn)
    case 'members-merged':
      return merged(content, { ids: unitIds, toUnitId, units, completedOn })
    case 'member-split': {
      const old = content.members.find((member) => member.unitId === unitId)
      if (old === undefined) return content
      const goesOn = units.some(({ fullName }) => isSameName(fullName, old.fullName))
      const coming = units
        .filter(({ fullName }) => !isSameName(fullName, old.fullName))
        .map((unit) => joining(unit, completedOn, goesOn ? [] : namesOf(old)))
      const left = goesOn ? content : leaving(content, [old.unitId], completedOn)
      return { ...left, members: [...left.members, ...coming] }
    }
    case 'chair-changed':
      return toUnitId === undefined ? content : chairedBy(content, toUnitId, person)
    case 'secretariat-changed':
      return toUnitId === undefined
        ? content
        : { ...content, alliance: { ...content.alliance, secretariatUnitId: toUnitId, secretaryGeneral: person } }
    case 'other':
      return content
  }
}

/** The present name of what a change renames; null where it renames nothing. */
export function nameBefore(content: DossierContent, { kind, unitId, effect }: Change): string | null {
  if (effect?.newName === undefined) return null
  if (kind === 'alliance-renamed') return content.alliance.name
  return content.members.find((member) => member.unitId === unitId)?.fullName ?? null
}

const namesOf = ({ fullName, formerNames }: Pick<Member, 'fullName' | 'formerNames'>) => [...formerNames, fullName]

/** The old name is a former one from now on, and the new one is none. */
const renamed = <Key extends string>(name: string, formerNames: readonly string[], newName: string, key: Key) =>
  ({
    [key]: newName,
    formerNames: [...formerNames, name].filter((one, index, all) => one !== newName && all.indexOf(one) === index),
  }) as { readonly [K in Key]: string } & { formerNames: string[] }

const withMembers = (content: DossierContent, change: (member: Member) => Member): DossierContent => ({
  ...content,
  members: content.members.map(change),
})

const leaving = (content: DossierContent, ids: readonly string[], leftOn: CalendarDate): DossierContent =>
  withMembers(content, (member) => (ids.includes(member.unitId) ? { ...member, leftOn } : member))

const joining = (
  { unitId, fullName, kind, creditCode }: ComingUnit,
  joinedOn: CalendarDate,
  before: readonly string[],
): Member => {
  const formerNames = before.filter((name, index) => name !== fullName && before.indexOf(name) === index)
  return memberSchema.parse({
    unitId,
    fullName,
    kind,
    role: 'member',
    joinedOn,
    formerNames,
    creditCode: creditCode ?? null,
  })
}

type Merger = {
  readonly ids: readonly string[]
  readonly toUnitId: string | undefined
  readonly units: readonly ComingUnit[]
  readonly completedOn: CalendarDate
}

/** Members become one of them, or a new unit; its offices and tasks are those of all. */
function merged(content: DossierContent, { ids, toUnitId, units, completedOn }: Merger): DossierContent {
  const [coming] = units
  const survivor = toUnitId ?? coming?.unitId
  if (survivor === undefined) return content
  const gone = ids.filter((id) => id !== survivor)
  const goneNames = content.members.filter(({ unitId }) => gone.includes(unitId)).flatMap(namesOf)
  const left = leaving(content, gone, completedOn)
  const members =
    toUnitId === undefined && coming !== undefined
      ? [...left.members, { ...joining(coming, completedOn, goneNames), role: roleOf(content, gone) }]
      : left.members.map((member) =>
          member.unitId === survivor
            ? {
                ...member,
                formerNames: [...new Set([...member.formerNames, ...goneNames])],
                role: roleOf(content, ids),
              }
            : member,
        )
  return redirected({ ...left, members }, gone, survivor)
}

const rank: readonly Member['role'][] = ['chair', 'vice-chair', 'secretariat', 'director', 'member']

/** The highest of the roles that units had. */
const roleOf = ({ members }: DossierContent, ids: readonly string[]): Member['role'] => {
  const roles = members.filter(({ unitId }) => ids.includes(unitId)).map(({ role }) => role)
  return rank.find((role) => roles.includes(role)) ?? 'member'
}

/** Whatever named one of the units names another from now on. Signatures and the application stay: they are past. */
function redirected(content: DossierContent, gone: readonly string[], to: string): DossierContent {
  const turn = <T extends string | null>(id: T): T | string => (id !== null && gone.includes(id) ? to : id)
  const { alliance, agreement, funds } = content
  const { liableBody } = agreement
  return {
    ...content,
    alliance: {
      ...alliance,
      chairUnitId: turn(alliance.chairUnitId),
      leadUnitId: turn(alliance.leadUnitId),
      secretariatUnitId: turn(alliance.secretariatUnitId),
    },
    agreement: {
      ...agreement,
      liableBody: liableBody?.kind === 'member' ? { ...liableBody, unitId: turn(liableBody.unitId) } : liableBody,
    },
    funds: { ...funds, managingUnitId: turn(funds.managingUnitId) },
    tasks: content.tasks.map((task) => ({
      ...task,
      leadUnitId: turn(task.leadUnitId),
      unitIds: [...new Set(task.unitIds.map(turn))],
    })),
    plan: {
      ...content.plan,
      division: content.plan.division.map((line) => ({ ...line, unitId: turn(line.unitId) })),
    },
  }
}

/** 理事长单位变更: the lead unit goes with the chair where it was the same (note 5). */
function chairedBy(content: DossierContent, to: string, chairPerson: string): DossierContent {
  const { alliance } = content
  const before = alliance.chairUnitId
  const leadUnitId = alliance.leadUnitId === before && before !== null ? to : alliance.leadUnitId
  const seated = withMembers(content, (member) => {
    if (member.unitId === to) return { ...member, role: 'chair' as const }
    return member.unitId === before && member.role === 'chair' ? { ...member, role: 'member' as const } : member
  })
  return { ...seated, alliance: { ...alliance, chairUnitId: to, leadUnitId, chairPerson } }
}
