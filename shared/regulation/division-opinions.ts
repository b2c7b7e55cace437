import type { Division } from '../domain/office'
import type { DivisionOpinion } from '../domain/proceedings'
import type { Facts } from './rule'

/** An opinion that the procedure wants, and the last one on file from that division. */
export type WantedOpinion = {
  readonly kind: DivisionOpinion['kind']
  readonly divisionId: string
  readonly divisionName: string
  readonly opinion: DivisionOpinion | null
}

/** Art. 10: the host division's opinion and, by setting, each co-division's (trap A6). Empty while no host is set. */
export function businessOpinions({ content, proceedings, settings }: Facts): readonly WantedOpinion[] {
  const { hostDivisionId, coDivisionIds } = content.application
  if (hostDivisionId === null) return []
  const wanted = [hostDivisionId, ...(settings.interpretation.coDivisionsMustOpine ? coDivisionIds : [])]
  return [...new Set(wanted)].map((divisionId) => ({
    kind: 'business',
    divisionId,
    divisionName: nameOf(divisionId, settings.divisions),
    opinion:
      proceedings.divisionOpinions.findLast((item) => item.kind === 'business' && item.divisionId === divisionId) ??
      null,
  }))
}

/** Art. 10: 政策法规处负责对试点联盟的组织形式进行审核. */
export function organisationOpinion({ proceedings, settings }: Facts): WantedOpinion {
  const divisionId = settings.policyDivisionId
  const policyIds = new Set([
    divisionId,
    ...settings.divisions.filter((division) => division.role === 'policy-law').map(({ id }) => id),
  ])
  return {
    kind: 'organisation',
    divisionId,
    divisionName: nameOf(divisionId, settings.divisions),
    opinion:
      proceedings.divisionOpinions.findLast((item) => item.kind === 'organisation' && policyIds.has(item.divisionId)) ??
      null,
  }
}

const nameOf = (id: string, divisions: readonly Division[]): string =>
  divisions.find((division) => division.id === id)?.name ?? id
