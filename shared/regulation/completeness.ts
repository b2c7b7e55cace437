import type { DossierContent, Material, MaterialCode } from '../domain/dossier'
import type { ClauseRef } from './clause-ref'

/** What is wrong with one wanted material; names the message `material.problem.<id>`. */
export const materialProblems = [
  'absent',
  'not-signed',
  'not-sealed',
  'not-looked-at',
  'pages-lacking',
  'no-signature-page',
] as const
export type MaterialProblem = (typeof materialProblems)[number]

export type WantedMaterial = {
  readonly code: MaterialCode
  readonly stage: 'filing' | 'application'
  /** Statute: Art. 7 names it. Work rule: the regulation lists no pilot materials; it proves what `clause` asks for. */
  readonly basis: 'statute' | 'work-rule'
  readonly clause: ClauseRef
  readonly problems: readonly MaterialProblem[]
  readonly materialIds: readonly string[]
}

export type Completeness = {
  readonly filing: readonly WantedMaterial[]
  readonly application: readonly WantedMaterial[]
  /** Exactly the materials of Art. 7 are there and in order. */
  readonly filingComplete: boolean
  readonly applicationComplete: boolean
}

type Wish = Omit<WantedMaterial, 'problems' | 'materialIds'> & {
  readonly applies?: (content: DossierContent) => boolean
  readonly look?: (material: Material) => readonly MaterialProblem[]
}

/** A form carries a signature and a seal (申请表). */
const signedAndSealed = ({ signed, sealed }: Material): readonly MaterialProblem[] =>
  signed === null || sealed === null
    ? ['not-looked-at']
    : [...(signed ? [] : (['not-signed'] as const)), ...(sealed ? [] : (['not-sealed'] as const))]

const wholeWithSignatures = ({ allPages, signaturePage }: Material): readonly MaterialProblem[] => [
  ...(allPages === null ? (['not-looked-at'] as const) : allPages ? [] : (['pages-lacking'] as const)),
  ...(signaturePage === null ? (['no-signature-page'] as const) : []),
]

/**
 * Art. 7 names three materials for filing. What a pilot application shows is work rule, each with the clause that it
 * proves.
 */
const wishes: readonly Wish[] = [
  { code: 'filing-form', stage: 'filing', basis: 'statute', clause: '7.1', look: signedAndSealed },
  { code: 'agreement', stage: 'filing', basis: 'statute', clause: '7.2', look: wholeWithSignatures },
  { code: 'necessity', stage: 'filing', basis: 'statute', clause: '7.3' },
  { code: 'pilot-application', stage: 'application', basis: 'work-rule', clause: '8', look: signedAndSealed },
  { code: 'strategy-plan', stage: 'application', basis: 'work-rule', clause: '9.5' },
  { code: 'funds-rule', stage: 'application', basis: 'work-rule', clause: '9.3' },
  { code: 'funds-proof', stage: 'application', basis: 'work-rule', clause: '9.4' },
  {
    code: 'government-accounting',
    stage: 'application',
    basis: 'work-rule',
    clause: '9.3',
    applies: ({ funds }) => funds.injections.some((item) => item.source === 'government' && item.amountFen > 0),
  },
  {
    code: 'proxy',
    stage: 'application',
    basis: 'work-rule',
    clause: '12.1',
    applies: ({ agreement }) => agreement.signatures.some((signature) => signature.capacity === 'agent'),
  },
]

/** Art. 7 and the pilot materials: what is wanted and what is wrong with it. One faultless file of a kind is enough. */
export function completeness({ content }: { readonly content: DossierContent }): Completeness {
  const wanted = wishes
    .filter(({ applies }) => applies === undefined || applies(content))
    .map((wish) => ({
      code: wish.code,
      stage: wish.stage,
      basis: wish.basis,
      clause: wish.clause,
      ...inspect(wish, content.materials),
    }))
  const filing = wanted.filter(({ stage }) => stage === 'filing')
  const application = wanted.filter(({ stage }) => stage === 'application')
  const inOrder = (items: readonly WantedMaterial[]) => items.every(({ problems }) => problems.length === 0)
  return { filing, application, filingComplete: inOrder(filing), applicationComplete: inOrder(application) }
}

/** One wanted material of Art. 7 or of a pilot application. */
export function wantedMaterial(content: DossierContent, code: MaterialCode): WantedMaterial | undefined {
  const { filing, application } = completeness({ content })
  return [...filing, ...application].find((item) => item.code === code)
}

function inspect(
  { code, look }: Wish,
  materials: readonly Material[],
): Pick<WantedMaterial, 'problems' | 'materialIds'> {
  const ofKind = materials.filter((material) => material.code === code)
  const [first, ...rest] = ofKind.map((material) => look?.(material) ?? [])
  if (first === undefined) return { problems: ['absent'], materialIds: [] }
  const problems = rest.reduce((fewest, next) => (next.length < fewest.length ? next : fewest), first)
  return { problems, materialIds: ofKind.map(({ id }) => id) }
}
