import { inspectionLimits } from './limits'

/** What an XML part tells as it is read from its begin to its end, without a tree of it being kept. */
export type XmlEvents = {
  /** `name`: without its prefix. `attributes` are read when they are asked for. */
  readonly onElement: (name: string, attributes: () => ReadonlyMap<string, string>) => void
  readonly onEnd?: (name: string) => void
  /** Text inside of an element that `wantsText` names. */
  readonly onText: (name: string, text: string) => void
  readonly wantsText: (name: string) => boolean
}

export type XmlFault = 'broken' | 'entities' | 'too-deep'

/**
 * Reads an XML part in one pass. Its elements must be nested rightly; a document type of its own, and with it entities
 * that unfold or read other files, ends the reading. @returns what is wrong with it; null if nothing is
 */
export function scanXml(text: string, events: XmlEvents): XmlFault | null {
  const open: string[] = []
  let roots = 0
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('<', at)
    const until = next < 0 ? text.length : next
    const inside = open.at(-1)
    if (inside === undefined) {
      if (/\S/u.test(text.slice(at, until).replaceAll('\0', ''))) return 'broken'
    } else if (until > at && events.wantsText(localOf(inside))) {
      events.onText(localOf(inside), withoutReferences(text.slice(at, until)))
    }
    if (next < 0) break
    const passed = passOver(text, next)
    if (passed === 'entities' || passed === 'broken') return passed
    if (passed !== null) {
      const isText = inside !== undefined && text.startsWith('<![CDATA[', next) && events.wantsText(localOf(inside))
      if (isText) events.onText(localOf(inside), text.slice(next + 9, passed - 3))
      at = passed
      continue
    }
    const end = endOfTag(text, next)
    if (end < 0) return 'broken'
    const isClosing = text.charCodeAt(next + 1) === 0x2f
    const name = nameAt(text, next + (isClosing ? 2 : 1), end)
    if (name === '') return 'broken'
    at = end + 1
    if (isClosing) {
      if (open.pop() !== name) return 'broken'
      events.onEnd?.(localOf(name))
      continue
    }
    if (inside === undefined) roots += 1
    events.onElement(localOf(name), () => attributesOf(text.slice(next + 1 + name.length, end)))
    if (text.charCodeAt(end - 1) === 0x2f) {
      events.onEnd?.(localOf(name))
      continue
    }
    open.push(name)
    if (open.length > inspectionLimits.elementDepth) return 'too-deep'
  }
  return open.length === 0 && roots === 1 ? null : 'broken'
}

/** The place behind a comment, an instruction or marked text that begins at `at`; null if a tag does. */
function passOver(text: string, at: number): number | 'entities' | 'broken' | null {
  const second = text.charCodeAt(at + 1)
  if (second !== 0x21 && second !== 0x3f) return null
  const [opening, closing] =
    second === 0x3f ? ['<?', '?>'] : text.startsWith('<!--', at) ? ['<!--', '-->'] : ['<![CDATA[', ']]>']
  if (!text.startsWith(opening, at)) return 'entities'
  const end = text.indexOf(closing, at + opening.length)
  return end < 0 ? 'broken' : end + closing.length
}

/** Where a tag ends: a `>` in the value of an attribute does not end it. */
function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (quote !== 0) {
      if (sign === quote) quote = 0
      else if (sign === 0x3c) return -1
    } else if (sign === 0x22 || sign === 0x27) quote = sign
    else if (sign === 0x3e) return at
    else if (sign === 0x3c) return -1
  }
  return -1
}

function nameAt(text: string, from: number, end: number): string {
  let at = from
  while (at < end) {
    const sign = text.charCodeAt(at)
    if (sign <= 0x20 || sign === 0x2f) break
    at += 1
  }
  return text.slice(from, at)
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The attributes of a tag by their names without a prefix. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(/([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    found.set(localOf(name), withoutReferences(double ?? single ?? ''))
  }
  return found
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with its character references resolved; a word may be hidden in them. */
function withoutReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
    },
  )
}
