import type { OfficeSettings } from './office'
import type { Notice } from './pilot'

type Issuer = Notice['issuers'][number]
type MayHost = { readonly isHost: boolean }

/** The host first (Art. 14: 主办机关), the others in the order given. */
export const hostFirst = <T extends MayHost>(bodies: readonly T[]): T[] =>
  bodies.toSorted((a, b) => Number(b.isHost) - Number(a.isHost))

/** The same bodies with the one at this place as their only host, and first. */
export const withHost = <T extends MayHost>(bodies: readonly T[], place: number): T[] =>
  hostFirst(bodies.map((body, index) => ({ ...body, isHost: index === place })))

/** All bodies of the coordination group that issue together, as the settings list them. */
export const jointIssuers = ({ agencies }: Pick<OfficeSettings, 'agencies'>): Issuer[] =>
  hostFirst(agencies.toSorted((a, b) => a.order - b.order)).map(({ id, name, isHost }) => ({
    agencyId: id,
    name,
    isHost,
  }))

/** The department alone. */
export const departmentAlone = ({ departmentName }: Pick<OfficeSettings, 'departmentName'>): Issuer[] => [
  { agencyId: 'department', name: departmentName, isHost: true },
]
