import type { CalendarDate } from '../domain/date'
import {
  currentMembers,
  memberById,
  type AgreementSignature,
  type ClauseKey,
  type DossierContent,
  type MaterialCode,
} from '../domain/dossier'
import { formatWanYuan } from '../lib/money'
import type { Evidence } from './evidence'
import type { EvidenceKey } from './evidence-keys'

/** Where in the files of a dossier something stands that was noted of it. */
export type FactSource = {
  readonly materialId: string
  /** From 1; null where nobody noted it, so that it has to be found by its words. */
  readonly page: number | null
  /** As the file may print it, the likeliest first. */
  readonly words: readonly string[]
}

/** A day as papers print it. */
export function dayForms(day: CalendarDate): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date)]
  return [`${year}年${m}月${d}日`, `${year}年${month}月${date}日`, day, `${year}.${m}.${d}`, `${year}/${m}/${d}`]
}

/** An amount as papers print it: in yuan to the fen, and in 万元. */
export function moneyForms(fen: number): readonly string[] {
  const yuan = Math.floor(fen / 100)
  const rest = String(fen % 100).padStart(2, '0')
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/gu, ',')
  const wan = formatWanYuan(fen).replace(/\.?0+$/u, '')
  return [`${grouped}.${rest}`, `${yuan}.${rest}`, `${wan}万元`, `${wan.replaceAll(',', '')}万元`]
}

/** The beginning of a text that was taken over from a file: enough to be found, short enough not to be cut. */
const beginning = (text: string): readonly string[] => {
  const [first = ''] = text.trim().split(/[，,。；;：:\n]/u)
  return first === '' ? [] : [first.slice(0, 20)]
}

/** The first file of some kinds that the dossier has. */
function among(
  { materials }: DossierContent,
  codes: readonly MaterialCode[],
  words: readonly string[],
  page: number | null = null,
): FactSource | null {
  for (const code of codes) {
    const found = materials.find((material) => material.code === code)
    if (found !== undefined) return { materialId: found.id, page, words }
  }
  return null
}

/** A clause of the agreement, on the page that was noted. */
export function clauseSource(content: DossierContent, key: ClauseKey): FactSource | null {
  const clause = content.agreement.clauses[key] ?? null
  return clause === null ? null : among(content, ['agreement'], [clause.number], clause.page)
}

/** Where a unit signed: the page that was noted, or the page where its name stands. */
export function signatureSource(
  content: DossierContent,
  unitId: string,
  signature: AgreementSignature | undefined,
): FactSource | null {
  const member = memberById(content, unitId)
  if (member === undefined) return null
  return among(content, ['agreement'], [member.fullName], signature?.page ?? null)
}

/** The paper that proves an injection of money. */
export function injectionSource({ materials, funds }: DossierContent, index: number): FactSource | null {
  const injection = funds.injections[index]
  const proof = materials.find(({ id }) => id === injection?.evidenceMaterialId)
  if (injection === undefined || proof === undefined) return null
  return {
    materialId: proof.id,
    page: null,
    words: [...dayForms(injection.receivedOn), ...moneyForms(injection.amountFen)],
  }
}

const report: readonly MaterialCode[] = ['pilot-application', 'strategy-plan', 'necessity', 'agreement']
const membersOf: readonly MaterialCode[] = ['filing-form', 'agreement']

/** Facts about a member that its row of the application form says. */
const ofMember: readonly EvidenceKey[] = [
  'leadingBasis',
  'frontier',
  'notLegalPerson',
  'nameSuggestsBranch',
  'unconfirmed',
]

/** Facts about what a member signed. */
const ofSignature: readonly EvidenceKey[] = [
  'unsignedMember',
  'noAccessionPage',
  'signedByAgent',
  'signerNotRepresentative',
  'registeredRepresentative',
  'sealOfFormerName',
  'sealDiffers',
]

const isAboutSignature = ({ key, value }: Evidence): boolean =>
  ofSignature.includes(key) || (key === 'missing' && String(value).startsWith('signature.'))

/** Where a fact of a check stands in the files; null for what no file says. */
export function sourceOf(evidence: Evidence, content: DossierContent): FactSource | null {
  const { key, unitId, taskId, materialId } = evidence
  if (materialId !== undefined) {
    const words = evidence.as === 'text' ? beginning(String(evidence.value)) : []
    return content.materials.some(({ id }) => id === materialId) ? { materialId, page: 1, words } : null
  }
  if (key.startsWith('clause.')) return clauseSource(content, key.slice('clause.'.length) as ClauseKey)
  if (unitId !== undefined) return sourceOfUnit(evidence, unitId, content)
  if (taskId !== undefined) {
    const task = content.tasks.find(({ id }) => id === taskId)
    return task === undefined ? null : among(content, ['strategy-plan', ...report], [task.name])
  }
  return evidence.level === 'missing' ? null : sourceByKey(evidence, content)
}

function sourceOfUnit(evidence: Evidence, unitId: string, content: DossierContent): FactSource | null {
  const name = memberById(content, unitId)?.fullName
  if (name === undefined) return null
  const signature = content.agreement.signatures.find((candidate) => candidate.unitId === unitId)
  if (isAboutSignature(evidence)) return signatureSource(content, unitId, signature)
  switch (evidence.key) {
    case 'liableBody':
    case 'liableBodyLeft': {
      const clause = clauseSource(content, 'liableBody')
      return clause === null ? among(content, ['agreement'], [name]) : { ...clause, words: [name, ...clause.words] }
    }
    case 'memberWithoutTask':
    case 'memberNotInPlan':
      return among(content, ['strategy-plan', ...membersOf], [name])
    case 'fundsManager':
      return among(content, ['funds-rule', ...membersOf], [name])
    default:
      return ofMember.includes(evidence.key) || evidence.key === 'missing' ? among(content, membersOf, [name]) : null
  }
}

function sourceByKey({ key, value }: Evidence, content: DossierContent): FactSource | null {
  const text = String(value)
  switch (key) {
    case 'agreementSignedOn':
    case 'agreementEffectiveOn':
    case 'agreementExpiresOn':
      return among(content, ['agreement'], dayForms(text as CalendarDate))
    case 'signedCount':
    case 'signedInPersonCount':
    case 'signedByAgentCount':
    case 'sealsMatchCount': {
      const first = content.agreement.signatures.find(({ page }) => page !== null)
      return first === undefined ? among(content, ['agreement'], []) : signatureSource(content, first.unitId, first)
    }
    case 'goals':
    case 'goalStages':
      return among(content, ['strategy-plan', ...report], beginning(text))
    case 'taskCount':
    case 'membersWithTask':
    case 'chainLinkCount':
      return among(content, ['strategy-plan', ...report], ['任务分工', '重点任务'])
    case 'planPartCount':
    case 'membersInPlan':
      return among(content, ['strategy-plan'], ['总体目标'])
    case 'memberCount':
    case 'enterpriseCount':
    case 'universityCount':
    case 'instituteCount':
    case 'otherCount':
    case 'legalPersonCount':
    case 'leadingCount':
    case 'contributions':
      return among(
        content,
        membersOf,
        currentMembers(content)
          .slice(0, 1)
          .map(({ fullName }) => fullName),
      )
    case 'liableBody':
    case 'registrationNo': {
      const clause = clauseSource(content, 'liableBody')
      return clause === null ? among(content, ['agreement'], [text]) : { ...clause, words: [text, ...clause.words] }
    }
    case 'fundsRule':
      return among(content, ['funds-rule'], [text], 1)
    case 'fundsRuleAdoptedOn':
      return among(content, ['funds-rule'], dayForms(text as CalendarDate))
    case 'fundsSupervision':
      return among(content, ['funds-rule', 'agreement'], beginning(text))
    case 'governmentAccounting':
      return among(content, ['government-accounting', 'funds-rule'], beginning(text))
    case 'governmentFunds':
      return injectionSource(
        content,
        content.funds.injections.findIndex(({ source }) => source === 'government'),
      )
    case 'fundsProved':
    case 'fundsUnproved':
      return injectionSource(content, 0)
    case 'firstMoneyOn':
      return injectionSource(
        content,
        content.funds.injections.findIndex(({ receivedOn, amountFen }) => receivedOn === text && amountFen > 0),
      )
    case 'operationStartedOn':
      return among(content, report, dayForms(text as CalendarDate))
    default:
      return null
  }
}
