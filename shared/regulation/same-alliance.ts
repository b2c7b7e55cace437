import { memberById, type DossierContent } from '../domain/dossier'
import { endedByList, type EndedAlliance } from '../domain/ended-alliance'
import type { OfficeSettings } from '../domain/office'
import type { Proceedings } from '../domain/proceedings'
import { foldName } from '../lib/names'

/** An earlier revocation or ending that may be of the same alliance (疑似同一联盟). A warning; a person decides (note 26). */
export type SameAllianceHint = {
  readonly prior: EndedAlliance
  readonly sameName: boolean
  readonly sameLead: boolean
  /** How many of the former members are members again, by present or former name. */
  readonly sharedMemberCount: number
  readonly priorMemberCount: number
}

/** The one register that a dossier is compared with: the office's list, and the dossiers of this desk that ended. */
export const registerFor = ({ priorRevocations, endedAlliances }: Proceedings): readonly EndedAlliance[] => [
  ...endedByList(priorRevocations),
  ...endedAlliances,
]

/**
 * Art. 19: same name, or same lead unit with at least half (setting) of the former members; lead alone if none are on
 * record.
 */
export function sameAllianceHints(
  content: DossierContent,
  register: readonly EndedAlliance[],
  { interpretation }: OfficeSettings,
): readonly SameAllianceHint[] {
  const { alliance, members } = content
  const names = folded([alliance.name, ...alliance.formerNames])
  const leads = [alliance.leadUnitId, alliance.chairUnitId].flatMap((id) => {
    const member = memberById(content, id)
    return member === undefined ? [] : [member]
  })
  const leadNames = folded(leads.flatMap((member) => [member.fullName, ...member.formerNames]))
  const memberNames = folded(members.flatMap((member) => [member.fullName, ...member.formerNames]))
  const [share, of] = interpretation.sameAllianceShare

  return register.flatMap((prior) => {
    const priorMembers = distinct(prior.members.map(folded))
    const sharedMemberCount = priorMembers.filter((member) => meets(member, memberNames)).length
    const sameName = meets(folded(prior.names), names)
    const sameLead = meets(folded(prior.leadNames), leadNames)
    const enoughMembers = of * sharedMemberCount >= share * priorMembers.length
    if (!sameName && !(sameLead && enoughMembers)) return []
    return [{ prior, sameName, sameLead, sharedMemberCount, priorMemberCount: priorMembers.length }]
  })
}

/** Nothing is like a name of which nothing is left. */
const folded = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map(foldName).filter((name) => name !== ''))

/** A member that is listed twice is one member. */
const distinct = (members: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] =>
  members.filter((member, index) => members.findIndex((other) => meets(other, member)) === index)

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((name) => b.has(name))
