import type { Evidence } from './evidence'
import type { EvidenceKey } from './evidence-keys'

/** Whose a fact is: noted by a person out of the papers, or worked out by this program. */
export type FactOrigin = 'noted' | 'computed'

/** What stands in the dossier as somebody typed it. */
const noted: ReadonlySet<EvidenceKey> = new Set<EvidenceKey>([
  'agreementEffectiveOn',
  'agreementExpiresOn',
  'agreementSignedOn',
  'frontier',
  'fundsManager',
  'fundsRule',
  'fundsRuleAdoptedOn',
  'fundsSupervision',
  'goalStages',
  'goals',
  'governmentAccounting',
  'leadingBasis',
  'liableBody',
  'material',
  'operationStartedOn',
  'registeredRepresentative',
  'registrationNo',
])

/** What was compared, counted, added up or missed is the program's, though it is about what was typed. */
export const originOf = ({ key, level }: Evidence): FactOrigin =>
  level === 'fact' && (noted.has(key) || key.startsWith('clause.')) ? 'noted' : 'computed'
