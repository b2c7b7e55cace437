import { predecessorsOf } from '../domain/handling'
import type { Division } from '../domain/office'
import {
  divisionOpinionStands,
  type DivisionOpinion,
  type DivisionOpinionOnFile,
  type Proceedings,
} from '../domain/proceedings'
import type { Facts } from './rule'

/** An opinion that the procedure wants, and the last one on file from that division. */
export type WantedOpinion = {
  readonly kind: DivisionOpinion['kind']
  readonly divisionId: string
  readonly divisionName: string
  readonly opinion: DivisionOpinionOnFile | null
  /** Given on an earlier version, and not confirmed for the present one: it does not count. */
  readonly isStale: boolean
}

/** The last opinion that fits, and whether it stands. */
function lastOf(
  proceedings: Proceedings,
  fits: (opinion: DivisionOpinion) => boolean,
): Pick<WantedOpinion, 'opinion' | 'isStale'> {
  const opinion = proceedings.divisionOpinions.findLast(fits) ?? null
  return { opinion, isStale: opinion !== null && !divisionOpinionStands(opinion, proceedings) }
}

/**
 * Art. 10: the host division's opinion and, by setting, each co-division's (note 6), or that of a division whose part
 * it took over. Empty while no host is set.
 */
export function businessOpinions({ content, proceedings, settings }: Facts): readonly WantedOpinion[] {
  const ofDivision = (divisionId: string) =>
    predecessorsOf(divisionId, proceedings.successions)
      .map((id) => lastOf(proceedings, (item) => item.kind === 'business' && item.divisionId === id))
      .find(({ opinion }) => opinion !== null) ?? { opinion: null, isStale: false }
  const { hostDivisionId, coDivisionIds } = content.application
  if (hostDivisionId === null) return []
  const wanted = [hostDivisionId, ...(settings.interpretation.coDivisionsMustOpine ? coDivisionIds : [])]
  return [...new Set(wanted)].map((divisionId) => ({
    kind: 'business',
    divisionId,
    divisionName: nameOf(divisionId, settings.divisions),
    ...ofDivision(divisionId),
  }))
}

/** Art. 10: 政策法规处负责对试点联盟的组织形式进行审核. */
export function organisationOpinion({ proceedings, settings }: Facts): WantedOpinion {
  const divisionId = settings.policyDivisionId
  // One that is on the list no more had that role when it judged the organisation.
  const others = new Set(
    settings.divisions.filter(({ id, role }) => role !== 'policy-law' && id !== divisionId).map(({ id }) => id),
  )
  return {
    kind: 'organisation',
    divisionId,
    divisionName: nameOf(divisionId, settings.divisions),
    ...lastOf(proceedings, (item) => item.kind === 'organisation' && !others.has(item.divisionId)),
  }
}

/** Divisions that there are today: those to whom something can be given. */
export const divisionsInForce = ({ settings, today }: Pick<Facts, 'settings' | 'today'>): readonly Division[] =>
  settings.divisions.filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo),
  )

/** Divisions whose opinion is waited for and that are no more: without a hand-over it is waited for ever. */
export function awaitedFromNobody(facts: Facts): readonly WantedOpinion[] {
  const present = new Set(divisionsInForce(facts).map(({ id }) => id))
  return businessOpinions(facts).filter(
    ({ divisionId, opinion, isStale }) => (opinion === null || isStale) && !present.has(divisionId),
  )
}

const nameOf = (id: string, divisions: readonly Division[]): string =>
  divisions.find((division) => division.id === id)?.name ?? id
