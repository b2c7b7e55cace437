import type { Json } from '../lib/canonical-json'
import { hasWords, type Translate } from '../messages/translator'
import type { AuditNames } from './names'

type World = { readonly t: Translate; readonly names: AuditNames }
type Item = {
  /** The item that has the value. */ readonly field: string
  /** Kind of the record. */ readonly type: string
}

/** Where the words of an item's values are, the first that has them. */
const wordsOfField: Readonly<Partial<Record<string, readonly string[]>>> = {
  action: ['action'],
  capacity: ['capacity'],
  chainLink: ['chainLink'],
  code: ['value.material'],
  conclusion: ['value.conclusion', 'value.division'],
  contested: ['record'],
  decision: ['auditValue.decision', 'value.consultation'],
  documentKind: ['document'],
  from: ['status'],
  group: ['auditValue.group'],
  groups: ['cohortGroup'],
  kind: ['auditValue.kind', 'value.change', 'unitKind', 'bundleKind', 'campaignKind'],
  nature: ['taskNature'],
  result: ['value.evaluation'],
  outcome: ['auditValue.outcome'],
  part: ['reportPart'],
  parts: ['reportPart'],
  recipients: ['recipient'],
  role: ['memberRole', 'auditValue.role'],
  source: ['auditValue.source'],
  specialty: ['specialty'],
  status: ['auditValue.status', 'campaigns.status'],
  textLayer: ['textLayer'],
  to: ['status'],
  verdict: ['verdict', 'judgement'],
  vote: ['vote'],
}

/** Lists of more items are only counted. */
const mostItems = 20

/** Long spelled-out bytes, of which the beginning is enough to compare. */
const bytesFields: ReadonlySet<string> = new Set(['certificate', 'base64'])

/** A value in words; the value itself where nobody wrote any. */
export function valueWords(value: Json, item: Item, world: World): string {
  const { t, names } = world
  if (value === null) return t('auditValue.none')
  if (typeof value === 'boolean') return t(value ? 'auditValue.yes' : 'auditValue.no')
  if (typeof value === 'number') {
    return item.field.endsWith('Fen') ? t('auditValue.yuan', { amount: yuan(value) }) : String(value)
  }
  if (typeof value === 'string') {
    if (value === '') return t('auditValue.empty')
    if (bytesFields.has(item.field)) return `${value.slice(0, 24)}…`
    const key = wordsOfField[item.field]?.map((prefix) => `${prefix}.${value}`).find((one) => hasWords(t, one))
    return key === undefined ? (names.byId.get(value) ?? value) : t(key)
  }
  if (Array.isArray(value)) {
    const items = value as readonly Json[]
    if (items.length === 0) return t('auditValue.empty')
    if (items.length > mostItems) return t('auditValue.items', { count: items.length })
    return items.map((one) => valueWords(one, item, world)).join('、')
  }
  return Object.entries(value)
    .flatMap(([field, part]) => (part === undefined ? [] : [valueWords(part, { ...item, field }, world)]))
    .join('，')
}

/** Integer fen to the fen, with thousands separators: two amounts that differ never read the same. */
function yuan(fen: number): string {
  const [whole, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100]
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/gu, ',')
  return `${fen < 0 ? '-' : ''}${grouped}.${String(rest).padStart(2, '0')}`
}
