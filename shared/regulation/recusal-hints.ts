import type { DossierNames } from '../domain/dossier-lock'
import type { Expert } from '../domain/panel'
import { foldName } from '../lib/names'

/** One line of the dossier that touches an expert. A hint only: a person decides on recusal. */
export type RecusalHint = {
  /** The expert's unit, or the expert's own name where `field` is `person`. */
  readonly expertName: string
  readonly relation: 'present-unit' | 'other-unit' | 'person'
  readonly memberUnitId: string | null
  /** The line of the dossier, verbatim. */
  readonly line: string
  readonly field: 'full-name' | 'former-name' | 'parent-unit' | 'person'
  /** `near`: the same but for the legal form, or one name within the other. */
  readonly degree: 'same' | 'near'
  readonly memberLeft: boolean
}

/**
 * Recusal grounds 1 and 2 (work rule): the expert's units against all members past and present, with former names and
 * parents, and the expert's name against the persons whom the dossier names. A dossier, or the names out of one that is
 * still closed.
 */
export function recusalHints(expert: Expert, content: DossierNames): readonly RecusalHint[] {
  const units = [
    { name: expert.unitName, relation: 'present-unit' as const },
    ...expert.otherUnits.map((name) => ({ name, relation: 'other-unit' as const })),
  ]
  const byUnit = content.members.flatMap((member) =>
    linesOf(member).flatMap(({ line, field }) =>
      units.flatMap(({ name, relation }): RecusalHint[] => {
        const degree = likeness(name, line)
        if (degree === null) return []
        return [{ expertName: name, relation, memberUnitId: member.unitId, line, field, degree, ...left(member) }]
      }),
    ),
  )
  return [...byUnit, ...personHints(expert, content)]
}

type Member = DossierNames['members'][number]

const left = (member: Member) => ({ memberLeft: member.leftOn !== null })

const linesOf = (member: Member): readonly { line: string; field: RecusalHint['field'] }[] => [
  { line: member.fullName, field: 'full-name' },
  ...member.formerNames.map((line) => ({ line, field: 'former-name' as const })),
  ...(member.parentUnit === null ? [] : [{ line: member.parentUnit, field: 'parent-unit' as const }]),
]

function personHints(expert: Expert, content: DossierNames): readonly RecusalHint[] {
  const named = [
    { name: content.alliance.chairPerson, member: undefined },
    { name: content.alliance.secretaryGeneral, member: undefined },
    ...content.members.flatMap((member) => member.legalRepresentatives.map(({ name }) => ({ name, member }))),
    ...content.agreement.signatures.map(({ signer, unitId }) => ({
      name: signer,
      member: content.members.find((candidate) => candidate.unitId === unitId),
    })),
  ]
  const hints = new Map<string, RecusalHint>()
  for (const { name, member } of named) {
    if (foldName(name) === '' || foldName(name) !== foldName(expert.name)) continue
    const memberUnitId = member?.unitId ?? null
    hints.set(memberUnitId ?? '', {
      expertName: expert.name,
      relation: 'person',
      memberUnitId,
      line: member === undefined ? name : `${member.fullName} ${name}`,
      field: 'person',
      degree: 'same',
      memberLeft: member !== undefined && member.leftOn !== null,
    })
  }
  return [...hints.values()]
}

const legalForms = /(股份有限公司|有限责任公司|有限公司|集团|\(集团\))/gu
/** Shorter cores (大学, 研究院) would match half the country. */
const minNearLength = 4

/** How alike two unit names are (note 38), or `null`. */
export function likeness(a: string, b: string): RecusalHint['degree'] | null {
  const [first, second] = [foldName(a), foldName(b)]
  if (first === second) return 'same'
  const [x, y] = [first.replace(legalForms, ''), second.replace(legalForms, '')]
  if (Math.min(x.length, y.length) < minNearLength) return null
  return x.includes(y) || y.includes(x) ? 'near' : null
}
