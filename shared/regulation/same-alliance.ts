import { memberById, type DossierContent } from '../domain/dossier'
import type { OfficeSettings } from '../domain/office'
import type { PriorRevocation } from '../domain/pilot'
import { foldName } from '../lib/names'

/** An earlier revocation that may be of the same alliance (疑似同一联盟). A warning; a person decides (trap A26). */
export type SameAllianceHint = {
  readonly prior: PriorRevocation
  readonly sameName: boolean
  readonly sameLead: boolean
  /** How many of the former members are members again, by present or former name. */
  readonly sharedMemberCount: number
  readonly priorMemberCount: number
}

/** Art. 19: same name, or same lead unit with at least half (setting) of the former members; lead alone if none are on record. */
export function sameAllianceHints(
  content: DossierContent,
  priorRevocations: readonly PriorRevocation[],
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

  return priorRevocations.flatMap((prior) => {
    const priorMembers = folded(prior.memberNames)
    const sharedMemberCount = [...priorMembers].filter((name) => memberNames.has(name)).length
    const sameName = names.has(foldName(prior.allianceName))
    const sameLead = prior.leadUnitName !== '' && leadNames.has(foldName(prior.leadUnitName))
    const enoughMembers = of * sharedMemberCount >= share * priorMembers.size
    if (!sameName && !(sameLead && enoughMembers)) return []
    return [{ prior, sameName, sameLead, sharedMemberCount, priorMemberCount: priorMembers.size }]
  })
}

const folded = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(foldName))
