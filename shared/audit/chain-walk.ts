import {
  parseJournalRecord,
  recordEnvelopeSchema,
  recordId,
  type HashOfText,
  type JournalRecord,
  type RecordEnvelope,
} from '../records/record'
import type { Place } from './entries'

/** What can be wrong with a chain; words in messages as `auditBreach.<kind>`. */
export const breachKinds = [
  /** Bytes of the file that no record can be read out of. */
  'unreadable',
  'not-a-record',
  /** The content is not the one that its id was made from. */
  'changed',
  'unknown-author',
  'bad-signature',
  /** It does not follow on the record before it. */
  'wrong-link',
  /** The same record stands there twice. */
  'repeated',
  /** Two records of one author under one number. */
  'forked',
  /** A number is missing in a chain that has to be whole. */
  'gap',
  /** The chain ends before a record that was seen of it. */
  'cut-tail',
  /** Another record was seen under this number. */
  'rewritten',
  /** What the sender signed of the records as a whole is not true. */
  'summary',
] as const
export type BreachKind = (typeof breachKinds)[number]

/** One place where the records are not what they should be. */
export type Breach = {
  readonly kind: BreachKind
  /** Whose chain; null if that cannot be told. */
  readonly author: string | null
  readonly seq: number | null
  readonly recordId: string | null
  /** Where; null for what is not there. */
  readonly place: Place | null
  /** What the sentence has to name besides: bytes, another id. */
  readonly detail: string
}

/** A line as it was read, before anything of it is believed. */
export type ReadLine =
  | {
      readonly kind: 'record'
      readonly value: unknown
      readonly place: Place
      /** Kept apart, for its number was taken. */ readonly isApart: boolean
    }
  | { readonly kind: 'unreadable'; readonly place: Place; /** Where in the file, in bytes. */ readonly offset: number }

/** A record that somebody has seen of a chain: its id, or how that begins. */
export type SeenHead = {
  readonly author: string
  readonly seq: number
  readonly id: string
  /** This very desk, or the bundle, held it: then it has to be here. */
  readonly wasHeld: boolean
}

/** How one line was found. `later`: sound itself, but its author's chain is broken before it. */
export type LineState = 'sound' | 'later' | 'bad' | 'not-understood'

export type WalkedLine = {
  readonly envelope: RecordEnvelope
  /** Null if this version does not understand it, or its content is not what was signed. */
  readonly record: JournalRecord | null
  readonly place: Place
  readonly state: LineState
}

export type AuthorChain = {
  readonly author: string
  readonly count: number
  readonly firstSeq: number
  readonly lastSeq: number
  /** Numbers in between that are not here; a bundle brings only what concerns its receiver. */
  readonly missing: number
  readonly breach: Breach | null
}

export type ChainReport = {
  readonly lines: readonly WalkedLine[]
  readonly authors: readonly AuthorChain[]
  /** The first one of every author, and of the file; in the order of their places. Empty: the chains are whole. */
  readonly breaches: readonly Breach[]
  /** How many more there are behind those. */
  readonly furtherCount: number
  readonly notUnderstood: number
}

type Expected = {
  /** Whether the signature is the author's; null if the author's key is not known. */
  readonly isSigned: (envelope: RecordEnvelope) => boolean | null
  readonly hash?: HashOfText
  /** Authors whose chain has to be whole from number 1 on. Of others a desk gets what concerns it. */
  readonly wholeChains: ReadonlySet<string>
  readonly seen: readonly SeenHead[]
  /** What was found wrong with the records as a whole. */
  readonly also: readonly Breach[]
}

type Standing = { readonly envelope: RecordEnvelope; readonly place: Place }
/** By number. */
type Chain = ReadonlyMap<number, Standing>

/**
 * Walks every chain and names what is wrong with it: each record's shape, id, signature and link to its neighbours,
 * numbers used twice or missing, and whether what was seen of a chain is still there. One broken chain does not stop
 * the others. Yields after every line.
 */
export function* walkChains(read: readonly ReadLine[], expected: Expected): Generator<void, ChainReport> {
  const breaches: Breach[] = [...expected.also]
  const lines: (Omit<WalkedLine, 'state'> & { readonly isBad: boolean })[] = []
  const chains = new Map<string, Map<number, Standing>>()
  const apart = new Set<string>()
  for (const line of read) {
    yield
    const found = line.kind === 'unreadable' ? unreadable(line) : examine(line, { expected, chains, apart })
    const breach = 'kind' in found ? found : found.breach
    if (breach !== null) breaches.push(breach)
    if ('envelope' in found) lines.push({ ...found, isBad: found.breach !== null })
  }
  for (const [author, held] of chains) {
    if (expected.wholeChains.has(author)) breaches.push(...gapsIn(author, held))
  }
  breaches.push(...unlikeSeen(chains, expected.seen))
  breaches.sort(byPlace)
  const first = new Map<string | null, Breach>()
  for (const breach of breaches) if (!first.has(breach.author)) first.set(breach.author, breach)
  const firsts = [...first.values()]
  return {
    lines: lines.map(({ isBad, ...line }) => ({ ...line, state: stateOf(line, isBad, first) })),
    authors: [...chains].map(([author, held]) => chainOf(author, held, first.get(author) ?? null)),
    breaches: firsts,
    furtherCount: breaches.length - firsts.length,
    notUnderstood: lines.filter(({ record, isBad }) => record === null && !isBad).length,
  }
}

type Examined = {
  readonly envelope: RecordEnvelope
  readonly record: JournalRecord | null
  readonly place: Place
  readonly breach: Breach | null
}

type Known = {
  readonly expected: Expected
  readonly chains: Map<string, Map<number, Standing>>
  /** Ids of what was kept apart. */
  readonly apart: Set<string>
}

function examine(line: Extract<ReadLine, { kind: 'record' }>, known: Known): Examined | Breach {
  const { place, value } = line
  const shape = recordEnvelopeSchema.safeParse(value)
  if (!shape.success) return notARecord(value, place)
  const envelope = shape.data
  const { author, seq, id } = envelope
  const breach = (kind: BreachKind, detail = ''): Examined => ({
    envelope,
    record: readable(envelope),
    place,
    breach: { kind, author, seq, recordId: id, place, detail },
  })
  if (recordId(envelope, known.expected.hash) !== id) return breach('changed')
  const isSigned = known.expected.isSigned(envelope)
  if (isSigned === null) return breach('unknown-author')
  if (!isSigned) return breach('bad-signature')
  const chain = known.chains.get(author) ?? new Map<number, Standing>()
  known.chains.set(author, chain)
  const standing = chain.get(seq)
  if (line.isApart || standing !== undefined) {
    const isRepeated = standing?.envelope.id === id || known.apart.has(id)
    known.apart.add(id)
    return breach(isRepeated ? 'repeated' : 'forked', standing?.envelope.id ?? '')
  }
  chain.set(seq, { envelope, place })
  const before = chain.get(seq - 1)
  const after = chain.get(seq + 1)
  const isLinked =
    (seq === 1) === (envelope.prev === null) && (before === undefined || before.envelope.id === envelope.prev)
  if (!isLinked) return breach('wrong-link', before?.envelope.id ?? '')
  if (after !== undefined && after.envelope.prev !== id) return breach('wrong-link', id)
  return { envelope, record: readable(envelope), place, breach: null }
}

/** The record as far as this version understands it. What was changed later is shown as it stands there. */
function readable(envelope: RecordEnvelope): JournalRecord | null {
  const parsed = parseJournalRecord(envelope)
  return 'record' in parsed ? parsed.record : null
}

function notARecord(value: unknown, place: Place): Breach {
  const { author, seq } = (typeof value === 'object' && value !== null ? value : {}) as {
    author?: unknown
    seq?: unknown
  }
  return {
    kind: 'not-a-record',
    author: typeof author === 'string' ? author : null,
    seq: typeof seq === 'number' ? seq : null,
    recordId: null,
    place,
    detail: '',
  }
}

const unreadable = ({ place, offset }: Extract<ReadLine, { kind: 'unreadable' }>): Breach => ({
  kind: 'unreadable',
  author: null,
  seq: null,
  recordId: null,
  place,
  detail: String(offset),
})

/** Numbers that are missing in a chain that has to be whole. */
function gapsIn(author: string, held: Chain): Breach[] {
  const breaches: Breach[] = []
  let last = 0
  for (const [seq, { envelope, place }] of [...held].sort(([a], [b]) => a - b)) {
    if (seq !== last + 1) {
      breaches.push({ kind: 'gap', author, seq: last + 1, recordId: envelope.id, place, detail: String(seq - 1) })
    }
    last = seq
  }
  return breaches
}

/** What was seen of chains and is not so here. */
function unlikeSeen(chains: ReadonlyMap<string, Chain>, seen: readonly SeenHead[]): Breach[] {
  const lasts = new Map([...chains].map(([author, held]) => [author, lastOf(held)]))
  return seen.flatMap(({ author, seq, id, wasHeld }): Breach[] => {
    const here = chains.get(author)?.get(seq)
    if (here !== undefined) {
      if (here.envelope.id.startsWith(id)) return []
      return [{ kind: 'rewritten', author, seq, recordId: here.envelope.id, place: here.place, detail: id }]
    }
    const last = lasts.get(author) ?? 0
    if (!wasHeld || last > seq) return []
    return [{ kind: 'cut-tail', author, seq: last + 1, recordId: null, place: null, detail: String(seq) }]
  })
}

const lastOf = (held: Chain): number => [...held.keys()].reduce((last, seq) => Math.max(last, seq), 0)

const byPlace = (a: Breach, b: Breach): number =>
  (a.place?.number ?? Infinity) - (b.place?.number ?? Infinity) || (a.seq ?? 0) - (b.seq ?? 0) || 0

function stateOf(
  { envelope, record }: Pick<WalkedLine, 'envelope' | 'record'>,
  isBad: boolean,
  first: ReadonlyMap<string | null, Breach>,
): LineState {
  if (isBad) return 'bad'
  const breach = first.get(envelope.author)
  if (breach?.seq === envelope.seq && breach.kind === 'rewritten') return 'bad'
  if (breach !== undefined && breach.place !== null && (breach.seq ?? 0) <= envelope.seq) return 'later'
  return record === null ? 'not-understood' : 'sound'
}

function chainOf(author: string, held: Chain, breach: Breach | null): AuthorChain {
  const lastSeq = lastOf(held)
  const firstSeq = [...held.keys()].reduce((first, seq) => Math.min(first, seq), lastSeq)
  return { author, count: held.size, firstSeq, lastSeq, missing: lastSeq - firstSeq + 1 - held.size, breach }
}
