import { assertNever } from '../lib/assert-never'
import type { Json } from '../lib/canonical-json'
import type { Breach, LineState } from './chain-walk'
import type { Change, Step } from './changes'
import type { AuditEntry, Place } from './entries'
import type { AuditNames } from './names'
import { hasWords, type Translate } from '../messages/translator'
import { recordWords } from './record-words'
import { valueWords } from './value-words'

/** One place that changed, in words. Empty `from`: nothing was there; empty `to`: nothing is left. */
export type DescribedChange = { readonly field: string; readonly from: string; readonly to: string }

/** A record of the trail in words of one language. */
export type DescribedEntry = Pick<AuditEntry, 'recordId' | 'author' | 'seq' | 'lamport' | 'at' | 'isFirst'> & {
  readonly number: number
  readonly place: string
  readonly name: string
  readonly unit: string
  readonly role: string
  readonly fingerprint: string
  readonly kind: string
  readonly dossiers: string
  readonly state: LineState
  readonly changes: readonly DescribedChange[]
}

/** What describing needs to know besides the entries. */
export type Described = {
  readonly t: Translate
  readonly names: AuditNames
  readonly fingerprints: ReadonlyMap<string, string>
  /** Ids of records of which only that they are there may be told. */
  readonly closed: ReadonlySet<string>
  readonly stateOf: (place: Place) => LineState
}

/** Who, when, what, from what to what. */
export function describeEntry(entry: AuditEntry, world: Described): DescribedEntry {
  const { t, names, fingerprints } = world
  const { recordId, author, seq, lamport, at, isFirst, type, place, dossierIds } = entry
  const desk = names.desks.get(author)
  return {
    recordId,
    author,
    seq,
    lamport,
    at,
    isFirst,
    number: place.number,
    place: placeWords(place, t),
    name: desk?.name ?? author.slice(0, 8),
    unit: desk?.unit ?? '',
    role: desk === undefined ? '' : t(`auditValue.role.${desk.role}`),
    fingerprint: shortFingerprint(fingerprints.get(author) ?? ''),
    kind: recordWords(type, t) ?? type,
    dossiers: dossierIds.map((id) => names.dossiers.get(id) ?? id.slice(0, 8)).join('、'),
    state: world.stateOf(place),
    changes: world.closed.has(recordId)
      ? [{ field: fieldWords(t, 'content', ''), from: '', to: t('audit.closed') }]
      : describeChanges(entry.changes, type, world),
  }
}

/** What says little to a person comes last: it names the matter, or changes with everything else. */
const light: ReadonlySet<string> = new Set([
  'format',
  'version',
  'contentHash',
  'dossierId',
  'dossierVersion',
  'dossierHash',
  'regulationVersionId',
  'panelId',
  'expertId',
  'bundleId',
  'keyId',
  'certificate',
  'encryptionKey',
])

const weightOf = ({ path: [first] }: Change): number => (typeof first === 'string' && light.has(first) ? 1 : 0)
const byWeight = (a: Change, b: Change): number => weightOf(a) - weightOf(b)

/** The first two groups of digits: enough to tell authors of one office apart. */
const shortFingerprint = (fingerprint: string): string => fingerprint.split(' ').slice(0, 2).join(' ')

export const placeWords = ({ number, file, line }: Place, t: Translate): string =>
  file === undefined ? t('audit.place', { number }) : `${file}:${line ?? 0}`

/** What became another of a matter that records of a kind state, in words; what says most to a person comes first. */
export const describeChanges = (changes: readonly Change[], type: string, world: Words): readonly DescribedChange[] =>
  changes.toSorted(byWeight).flatMap((change) => describeChange(change, type, world))

type Words = Pick<Described, 't' | 'names'>

function describeChange(change: Change, type: string, { t, names }: Words): DescribedChange[] {
  const field = (path: readonly Step[]) => pathWords(path, type, { t, names })
  if (change.kind === 'order') {
    const order = change.to.map((row) => names.byId.get(String(row)) ?? String(row)).join('、')
    return [{ field: field(change.path), from: '', to: t('auditValue.reordered', { order }) }]
  }
  const { path, from, to } = change
  const words = (value: Json | undefined, at: readonly Step[]) =>
    value === undefined ? '' : valueWords(value, { field: lastName(at), type }, { t, names })
  if (from !== undefined && to !== undefined) {
    return [{ field: field(path), from: words(from, path), to: words(to, path) }]
  }
  // A whole part that came or went is said item by item; what is empty says nothing.
  return partsOf(from ?? to, path).map(([at, value]) => ({
    field: field(at),
    from: from === undefined ? '' : words(value, at),
    to: to === undefined ? '' : words(value, at),
  }))
}

/** Kept as one value: the points of a signature say nothing one by one. */
const wholes: ReadonlySet<string> = new Set(['strokes', 'recordIds', 'heads'])

function partsOf(value: Json | undefined, path: readonly Step[]): readonly (readonly [readonly Step[], Json])[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) {
    const items = value as readonly Json[]
    if (items.length === 0) return []
    if (wholes.has(lastName(path)) || items.every((item) => typeof item !== 'object')) return [[path, items]]
    return items.flatMap((item, index) => partsOf(item, [...path, index]))
  }
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, item]) => partsOf(item, [...path, key]))
  return [[path, value]]
}

const lastName = (path: readonly Step[]): string => path.findLast((step) => typeof step === 'string') ?? ''

function pathWords(path: readonly Step[], type: string, { t, names }: Pick<Described, 't' | 'names'>): string {
  return path
    .map((step, index) => {
      const within = path[index - 1]
      if (typeof step === 'number') return String(step + 1)
      if (typeof step === 'string') return fieldWords(t, step, typeof within === 'string' ? within : type)
      return step.label ?? names.byId.get(String(step.row)) ?? String(step.row)
    })
    .join(' · ')
}

/** The name of an item within another one, or within a kind of record; the item itself where nobody wrote words. */
export function fieldWords(t: Translate, field: string, within: string): string {
  const key = [`field.${within}.${field}`, `field.${field}`].find((one) => hasWords(t, one))
  return key === undefined ? field : t(key)
}

/** What is wrong, in one sentence, and what to do. */
export function breachSentence(
  { kind, author, seq, recordId, place, detail }: Breach,
  names: AuditNames,
  t: Translate,
) {
  const where = place === null ? '' : placeWords(place, t)
  const who = author === null ? t('audit.unknownAuthor') : (names.byId.get(author) ?? author.slice(0, 8))
  const range = detail === String(seq) ? detail : `${seq ?? '?'}—${detail}`
  const shown = { id: recordId?.slice(0, 16) ?? '—', detail: detail.slice(0, 16) }
  const params = { where, who, seq: seq ?? '?', range, ...shown }
  switch (kind) {
    case 'unreadable':
    case 'not-a-record':
    case 'changed':
    case 'unknown-author':
    case 'bad-signature':
    case 'wrong-link':
    case 'repeated':
    case 'forked':
    case 'gap':
    case 'cut-tail':
    case 'rewritten':
    case 'summary':
      return t(`auditBreach.${kind}`, params)
    default:
      return assertNever(kind, 'unknown breach')
  }
}

const clip = (text: string, most: number): string => {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`
}

/** What a record changed, for one line: the first change, and how many there are. */
export function changeSummary(entry: Pick<DescribedEntry, 'changes' | 'isFirst'>, t: Translate): string {
  if (entry.changes.length === 0) return t(entry.isFirst ? 'audit.nothingSaid' : 'audit.same')
  const [first] = entry.changes
  if (first === undefined) return ''
  const what = changeWords({ ...first, from: clip(first.from, 40), to: clip(first.to, 60) }, t)
  const more = entry.changes.length - 1
  return more === 0 ? what : t('audit.andMore', { what, count: more })
}

/** `field：from → to`, for one line. */
export function changeWords({ field, from, to }: DescribedChange, t: Translate): string {
  if (from === '') return t('audit.added', { field, to })
  return t('audit.changed', { field, from, to: to === '' ? t('auditValue.none') : to })
}
