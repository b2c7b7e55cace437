import { memberById, type DossierContent } from '../domain/dossier'
import type { EndedAlliance } from '../domain/ended-alliance'
import type { Row } from './projection'

/** The rows that tell which dossiers of this desk ended, and under which names. */
export type EndingRows = {
  /** Versions of at least every dossier that was revoked. */
  readonly dossierVersions: Iterable<Row<'dossierVersions'>>
  readonly revocations: Iterable<Row<'revocations'>>
}

/** A dossier of this desk that ended. */
export type EndedDossier = { readonly dossierId: string; readonly ended: EndedAlliance }

/** The dossiers of this desk that were revoked, here or on the desk that they came from. Pure. */
export function endedDossiers({ dossierVersions, revocations }: EndingRows): readonly EndedDossier[] {
  const versions = [...dossierVersions]
  return [...revocations].flatMap(({ value: { dossierId, revocation } }): EndedDossier[] => {
    const contents = versions
      .filter(({ value }) => value.dossierId === dossierId)
      .sort((a, b) => b.value.version - a.value.version || (a.stamp < b.stamp ? 1 : -1))
      .map(({ value }) => value.content)
    const [latest] = contents
    if (latest === undefined) return []
    const { ground, decidedOn } = revocation
    return [{ dossierId, ended: { ...namesOf(latest, contents), ground, decidedOn } }]
  })
}

/** What bears on one dossier: all the others. */
export const endedBeside = (all: readonly EndedDossier[], dossierId: string): EndedAlliance[] =>
  all.filter((other) => other.dossierId !== dossierId).map(({ ended }) => ended)

/** All versions count for its name, the last one for its members. */
function namesOf(latest: DossierContent, versions: readonly DossierContent[]) {
  const allNames = ({ fullName, formerNames }: DossierContent['members'][number]) => [fullName, ...formerNames]
  const leads = [latest.alliance.chairUnitId, latest.alliance.leadUnitId].flatMap((id) => memberById(latest, id) ?? [])
  return {
    names: [...new Set(versions.flatMap(({ alliance }) => [alliance.name, ...alliance.formerNames]))],
    leadNames: [...new Set(leads.flatMap(allNames))],
    members: latest.members.map(allNames),
  }
}
