/**
 * A strict reader of DER (X.690 11): one value has one encoding, so nobody can write a signed value anew in other
 * bytes. Each rule stands by name in a list, so that a test can leave one out and see what passes then; the reader
 * itself understands what the rules forbid.
 */

/** One value with its children. All bytes are views into the file that was read. */
export interface DerNode {
  /** The identifier octet: class, whether constructed, tag number. */
  readonly id: number
  /** The whole value with its head. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly content: Uint8Array<ArrayBuffer>
  /** Of a constructed value; none of a primitive one. */
  readonly children: readonly DerNode[]
}

/** What a rule sees of one value. */
interface Head {
  readonly id: number
  readonly content: Uint8Array
  /** The length was left open, with an end marker (X.690 8.1.3.6). */
  readonly isOpen: boolean
  /** Octets of the length beyond the first. */
  readonly lengthOctets: number
  readonly length: number
}

/** Thrown for bytes that are no DER; `rule` names what they break. */
export class DerError extends Error {
  constructor(readonly rule: DerRuleName | 'der-structure') {
    super(rule)
  }
}

/** Identifier octets that are used here. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  t61: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context3: 0xa3,
  primitive0: 0x80,
} as const

const constructed = 0x20
const isUniversal = (id: number): boolean => id < 0x40
const universalOf = (id: number): number => (isUniversal(id) ? id & 0x1f : -1)
const isPrimitiveOf = (id: number, tag: number): boolean => id === tag

type Rule = (head: Head) => boolean

const rules = {
  /** 10.1: the length is given. */
  'der-definite': ({ isOpen }) => !isOpen,
  /** 10.1: the length takes the fewest octets. */
  'der-short-length': ({ isOpen, length, lengthOctets }) =>
    isOpen || lengthOctets === (length < 0x80 ? 0 : octetsOf(length)),
  /** 10.2: strings and all that is no set or sequence are primitive; sets and sequences are not. */
  'der-primitive': ({ id }) => {
    const tag = universalOf(id)
    return tag < 0 || ((id & constructed) !== 0) === (tag === 0x10 || tag === 0x11)
  },
  /** 8.3: no octet that says nothing. */
  'der-integer': ({ id, content }) => !isPrimitiveOf(id, tags.integer) || isShortInteger(content),
  /** 11.1: true is FF. */
  'der-boolean': ({ id, content }) =>
    !isPrimitiveOf(id, tags.boolean) || (content.length === 1 && (content[0] === 0 || content[0] === 0xff)),
  /** 8.8 */
  'der-null': ({ id, content }) => !isPrimitiveOf(id, tags.null) || content.length === 0,
  /** 11.2: unused bits are zero. */
  'der-bit-string': ({ id, content }) => !isPrimitiveOf(id, tags.bitString) || isCleanBitString(content),
  /** 8.19: no arc begins with a padding octet, the last one ends. */
  'der-oid': ({ id, content }) => !isPrimitiveOf(id, tags.oid) || isShortOid(content),
  /** 11.7, 11.8 with RFC 5280 4.1.2.5: to the second, in UTC. */
  'der-time': ({ id, content }) =>
    (!isPrimitiveOf(id, tags.utcTime) || /^\d{12}Z$/u.test(latin1(content))) &&
    (!isPrimitiveOf(id, tags.generalizedTime) || /^\d{14}Z$/u.test(latin1(content))),
  /** 8.23.10 */
  'der-text': ({ id, content }) => !isPrimitiveOf(id, tags.utf8) || decodeUtf8(content) !== null,
} satisfies Record<string, Rule>

export type DerRuleName = keyof typeof rules
export const derRuleNames = Object.keys(rules) as readonly DerRuleName[]

/** Values inside one another: deeper than any certificate. */
const maxDepth = 32
/** Values in one file: far more than a signature with its chain has. */
const maxValues = 50_000

/**
 * The first value of these bytes, and where it ends. `skipped`: rules that a test leaves out.
 * @throws DerError
 */
export function readDer(
  bytes: Uint8Array<ArrayBuffer>,
  skipped: ReadonlySet<string> = new Set(),
): { readonly node: DerNode; readonly end: number } {
  const active = derRuleNames.filter((name) => !skipped.has(name))
  let values = 0
  const read = (from: number, limit: number, depth: number): { node: DerNode; end: number } => {
    values += 1
    if (values > maxValues || depth > maxDepth) throw new DerError('der-structure')
    const head = readHead(bytes, from, limit)
    const isConstructed = (head.id & constructed) !== 0
    const children: DerNode[] = []
    let at = head.contentStart
    const stop = head.isOpen ? limit : head.contentStart + head.length
    while (isConstructed && at < stop && !(head.isOpen && bytes[at] === 0 && bytes[at + 1] === 0)) {
      const child = read(at, stop, depth + 1)
      children.push(child.node)
      at = child.end
    }
    if (isConstructed && !head.isOpen && at !== stop) throw new DerError('der-structure')
    if (head.isOpen && (!isConstructed || bytes[at] !== 0 || bytes[at + 1] !== 0 || at + 2 > limit)) {
      throw new DerError('der-structure')
    }
    const contentEnd = head.isOpen ? at : stop
    const end = head.isOpen ? at + 2 : stop
    const content = bytes.subarray(head.contentStart, contentEnd)
    for (const name of active) {
      if (!rules[name]({ ...head, content })) throw new DerError(name)
    }
    return { node: { id: head.id, bytes: bytes.subarray(from, end), content, children }, end }
  }
  return read(0, bytes.length, 0)
}

type ReadHead = Omit<Head, 'content'> & { readonly contentStart: number }

function readHead(bytes: Uint8Array, from: number, limit: number): ReadHead {
  const id = bytes[from]
  const first = bytes[from + 1]
  // Tag numbers of more than one octet are used by nothing that is read here.
  if (id === undefined || first === undefined || from + 2 > limit || (id & 0x1f) === 0x1f) {
    throw new DerError('der-structure')
  }
  if (first === 0x80) return { id, isOpen: true, lengthOctets: 0, length: 0, contentStart: from + 2 }
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f
  if (lengthOctets > 6) throw new DerError('der-structure')
  let length = lengthOctets === 0 ? first : 0
  for (let index = 0; index < lengthOctets; index += 1) length = length * 256 + (bytes[from + 2 + index] ?? 0)
  const contentStart = from + 2 + lengthOctets
  if (contentStart + length > limit) throw new DerError('der-structure')
  return { id, isOpen: false, lengthOctets, length, contentStart }
}

const octetsOf = (length: number): number => (length < 256 ? 1 : 1 + octetsOf(Math.floor(length / 256)))

function isShortInteger(content: Uint8Array): boolean {
  const [first, second] = content
  if (first === undefined) return false
  return second === undefined || !((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
}

function isCleanBitString(content: Uint8Array): boolean {
  const unused = content[0]
  if (unused === undefined || unused > 7 || (content.length === 1 && unused > 0)) return false
  return ((content.at(-1) ?? 0) & ((1 << unused) - 1)) === 0 || content.length === 1
}

const isShortOid = (content: Uint8Array): boolean =>
  content.length > 0 &&
  (content.at(-1) ?? 0x80) < 0x80 &&
  content.every((octet, index) => octet !== 0x80 || (index > 0 && (content[index - 1] ?? 0) >= 0x80))

export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

export const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
