import type { CalendarDate } from '../domain/date'
import {
  currentMembers,
  legalRepresentativesOn,
  type AgreementSignature,
  type DossierContent,
  type Member,
} from '../domain/dossier'
import { foldName, isSameName } from '../lib/names'

/** `former`: the seal bears a name that the unit once had. Compared after folding (note 38). */
export type SealFinding = 'same' | 'former' | 'different' | 'missing'

/** One row for each member that ought to have signed; facts only. */
export type SignatureFinding = {
  readonly unitId: string
  readonly unitName: string
  /** `null`: no signature on file. */
  readonly signer: string | null
  readonly capacity: AgreementSignature['capacity'] | null
  readonly signedOn: CalendarDate | null
  /** Legal representatives registered on the day of signing; empty if the dossier does not say. */
  readonly registered: readonly string[]
  /** Whether the signer was one of them; `null` if that cannot be told. */
  readonly isLegalRepresentative: boolean | null
  readonly seal: SealFinding
  readonly sealName: string | null
  /** Joined after the agreement was signed: signs an accession page of its own (note 14). */
  readonly joinedLater: boolean
  readonly accessionPage: boolean
  /** An agent's written authority is among the materials. */
  readonly proxyOnFile: boolean
  readonly page: number | null
}

/** Art. 12(1) 由成员单位法定代表人共同签署: who signed for each present member, in what capacity, on what day, under what seal. */
export const signatureFindings = (content: DossierContent): readonly SignatureFinding[] =>
  currentMembers(content).map((member) => findingOf(member, content))

function findingOf(member: Member, { agreement, materials }: DossierContent): SignatureFinding {
  const joinedLater = member.joinedOn !== null && agreement.signedOn !== null && member.joinedOn > agreement.signedOn
  const own = agreement.signatures.filter((signature) => signature.unitId === member.unitId)
  // A later joiner is bound by the accession page, so that page is looked at first.
  const signature = own.find((candidate) => candidate.accessionPage === joinedLater) ?? own[0]
  const row = { unitId: member.unitId, unitName: member.fullName, joinedLater }
  if (signature === undefined) {
    return {
      ...row,
      signer: null,
      capacity: null,
      signedOn: null,
      registered: [],
      isLegalRepresentative: null,
      seal: 'missing',
      sealName: null,
      accessionPage: false,
      proxyOnFile: false,
      page: null,
    }
  }
  const signedOn = signature.signedOn ?? (signature.accessionPage ? null : agreement.signedOn)
  const registered = signedOn === null ? [] : legalRepresentativesOn(member, signedOn)
  return {
    ...row,
    signer: signature.signer,
    capacity: signature.capacity,
    signedOn,
    registered,
    isLegalRepresentative:
      registered.length === 0 ? null : registered.some((name) => isSameName(name, signature.signer)),
    seal: sealFinding(member, signature.sealName),
    sealName: signature.sealName,
    accessionPage: signature.accessionPage,
    proxyOnFile: materials.some((material) => material.id === signature.proxyMaterialId),
    page: signature.page,
  }
}

function sealFinding(member: Member, sealName: string | null): SealFinding {
  if (sealName === null || foldName(sealName) === '') return 'missing'
  if (isSameName(sealName, member.fullName)) return 'same'
  return member.formerNames.some((name) => isSameName(name, sealName)) ? 'former' : 'different'
}
