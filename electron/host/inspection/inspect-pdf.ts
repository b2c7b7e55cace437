import type { Finding, FindingKind } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'
import { lexValue, skipWhite, TooDeepError, type PdfDict, type PdfValue } from './pdf-lexer'
import { opensWithoutPassword, stringOf } from './pdf-password'
import { weighPages } from './weigh-pages'
import { decodeStream, filtersOf, isBomb, nameOf, numberOf, type PdfStream } from './pdf-streams'

type Objects = Map<number, PdfValue>
type Read = { readonly objects: Objects; readonly streams: readonly PdfStream[]; readonly trailers: readonly PdfDict[] }

const one = (kind: FindingKind, detail = '', count = 1): Finding => ({ kind, count, detail })

/**
 * Looks into a PDF without running anything of it: every object that lies anywhere in its bytes, also where no index points
 * to, and those in object streams. ISO 32000-1; a reader that repairs may find what a strict one does not.
 */
export async function inspectPdf(bytes: Buffer): Promise<Finding[]> {
  if (!isFramed(bytes)) return [one('truncated')]
  try {
    const plain = readObjects(bytes)
    const encryption = encryptionOf(plain)
    if (encryption === 'password') return [one('encrypted')]
    const { opened, opaque } = encryption === null ? openObjectStreams(plain) : closedObjectStreams(plain)
    const objects: Objects = new Map([...plain.objects, ...opened])
    if (!hasCatalog(objects, plain.trailers)) return [one('broken')]
    const found: Finding[] = [...indexFindings(bytes), ...pageFindings(objects)]
    if (found.length > 0) return found
    if (encryption === 'restricted') found.push(one('restricted'))
    if (opaque > 0) found.push(one('opaque', '', opaque))
    for (const value of objects.values()) found.push(...activeParts(value))
    found.push(...weighPages(objects, plain.streams, (value) => resolve(objects, value)))
    for (const stream of plain.streams) {
      if (await isBomb(stream)) return [one('bomb')]
      found.push(...streamParts(stream))
    }
    return found
  } catch (error) {
    if (error instanceof TooDeepError) return [one('too-deep', String(inspectionLimits.depth))]
    throw error
  }
}

/** Readers want the header early and the end mark late; where the end is missing, a part of the file is. */
function isFramed(bytes: Buffer): boolean {
  const tail = bytes.subarray(-2048)
  return tail.includes('%%EOF') || tail.includes('startxref')
}

/** Every `n g obj`, wherever it lies; of objects with one number the last in the file holds, as after an update. */
function readObjects(bytes: Buffer): Read {
  const objects: Objects = new Map()
  const streams: PdfStream[] = []
  const trailers: PdfDict[] = []
  // Objects may be made to overlap so that each is read to the end of the file.
  let work = 4 * bytes.length + inspectionLimits.readBytes
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const head = /(\d{1,10})[\s\0]+\d{1,5}[\s\0]*$/u.exec(bytes.toString('latin1', Math.max(0, at - 32), at))
    if (head === null) continue
    if (objects.size >= inspectionLimits.objects) throw new TooDeepError()
    const lexed = lexValue(bytes, at + 3)
    if (lexed === null) continue
    if (work < 0) throw new TooDeepError()
    objects.set(Number(head[1]), lexed.value)
    work -= lexed.end - at
    const raw = isDict(lexed.value) ? streamAfter(bytes, lexed.end, lexed.value) : null
    if (raw === null || !isDict(lexed.value)) continue
    streams.push({ dict: lexed.value, raw })
    work -= raw.length
    if (nameOf(lexed.value.entries.get('Type')) === 'XRef') trailers.push(lexed.value)
  }
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
    const lexed = lexValue(bytes, at + 7)
    if (lexed !== null && isDict(lexed.value)) trailers.push(lexed.value)
  }
  return { objects, streams, trailers }
}

const isDict = (value: PdfValue | undefined): value is PdfDict => typeof value === 'object' && value?.kind === 'dict'

/** The raw bytes of the stream whose dictionary ends at `end`; null if there is none. */
function streamAfter(bytes: Buffer, end: number, { entries }: PdfDict): Buffer | null {
  const at = skipWhite(bytes, end)
  if (bytes.toString('latin1', at, at + 6) !== 'stream') return null
  const start = at + 6 + (bytes[at + 6] === 13 ? (bytes[at + 7] === 10 ? 2 : 1) : bytes[at + 6] === 10 ? 1 : 0)
  const length = numberOf(entries.get('Length'))
  if (length !== null && /^[\s\0]*endstream/u.test(bytes.toString('latin1', start + length, start + length + 16))) {
    return bytes.subarray(start, start + length)
  }
  const stop = bytes.indexOf('endstream', start)
  return bytes.subarray(start, stop < 0 ? bytes.length : stop)
}

function encryptionOf({ objects, trailers }: Read): 'password' | 'restricted' | null {
  for (const { entries } of trailers) {
    const given = entries.get('Encrypt')
    if (given === undefined || given === null) continue
    const encrypt = resolve(objects, given)
    if (!isDict(encrypt)) return 'password'
    const ids = resolve(objects, entries.get('ID'))
    const first = typeof ids === 'object' && ids?.kind === 'array' ? ids.items[0] : undefined
    const isStandard = nameOf(encrypt.entries.get('Filter')) === 'Standard'
    return isStandard && opensWithoutPassword(encrypt, stringOf(first)) ? 'restricted' : 'password'
  }
  return null
}

function resolve(objects: Objects, value: PdfValue | undefined): PdfValue | undefined {
  let found = value
  for (let hops = 0; typeof found === 'object' && found?.kind === 'ref'; hops += 1) {
    if (hops > 20) return undefined
    found = objects.get(found.number)
  }
  return found
}

const objectStreams = ({ streams }: Read): readonly PdfStream[] =>
  streams.filter(({ dict }) => nameOf(dict.entries.get('Type')) === 'ObjStm')

type Opened = { readonly opened: Objects; readonly opaque: number }

const closedObjectStreams = (read: Read): Opened => ({ opened: new Map(), opaque: objectStreams(read).length })

/** The objects that lie packed in streams, and how many of these could not be opened. */
function openObjectStreams(read: Read): Opened {
  const opened: Objects = new Map()
  let opaque = 0
  let size = 0
  for (const stream of objectStreams(read)) {
    const content = decodeStream(stream)
    const first = numberOf(stream.dict.entries.get('First'))
    size += content?.length ?? 0
    if (content === null || first === null || size > inspectionLimits.unpackedBytes) {
      opaque += 1
      continue
    }
    const head = content.toString('latin1', 0, Math.min(first, content.length)).trim().split(/\s+/u).map(Number)
    for (let at = 0; at + 1 < head.length; at += 2) {
      const [number, offset] = [head[at] ?? Number.NaN, head[at + 1] ?? Number.NaN]
      if (!Number.isSafeInteger(number) || !Number.isSafeInteger(offset)) continue
      if (opened.size >= inspectionLimits.objects) throw new TooDeepError()
      const lexed = lexValue(content, first + offset)
      if (lexed !== null) opened.set(number, lexed.value)
    }
  }
  return { opened, opaque }
}

const hasCatalog = (objects: Objects, trailers: readonly PdfDict[]): boolean =>
  trailers.some(({ entries }) => isDict(resolve(objects, entries.get('Root')))) ||
  [...objects.values()].some((value) => isDict(value) && nameOf(value.entries.get('Type')) === 'Catalog')

/** Follows the chain of indexes from the end of the file; a chain in a circle never ends in a careless reader. */
function indexFindings(bytes: Buffer): Finding[] {
  const seen = new Set<number>()
  const start = /startxref[\s\0]+(\d+)/u.exec(bytes.toString('latin1', Math.max(0, bytes.length - 2048)))
  let next: number | null = start === null ? null : Number(start[1])
  while (next !== null && next < bytes.length) {
    if (seen.has(next)) return [one('loop')]
    seen.add(next)
    const dict = indexAt(bytes, next)
    next = dict === null ? null : numberOf(dict.entries.get('Prev'))
  }
  return []
}

/** The dictionary of the index (table or stream) at an offset; null if none is there. */
function indexAt(bytes: Buffer, offset: number): PdfDict | null {
  const at = skipWhite(bytes, offset)
  const word = bytes.toString('latin1', at, at + 40)
  const head = /^\d+[\s\0]+\d+[\s\0]*obj/u.exec(word)
  const from = word.startsWith('xref') ? bytes.indexOf('trailer', at) + 7 : head === null ? -1 : at + head[0].length
  const lexed = from < 7 ? null : lexValue(bytes, from)
  return lexed !== null && isDict(lexed.value) ? lexed.value : null
}

/** Walks the tree of pages: a page twice under itself, or more pages than anybody hands in. */
function pageFindings(objects: Objects): Finding[] {
  const roots = [...objects.values()].filter(
    (value): value is PdfDict => isDict(value) && nameOf(value.entries.get('Type')) === 'Catalog',
  )
  for (const root of roots) {
    const path = new Set<number>()
    let visits = 0
    const walk = (value: PdfValue | undefined, depth: number): Finding | null => {
      const number = typeof value === 'object' && value?.kind === 'ref' ? value.number : null
      if (number !== null && path.has(number)) return one('loop')
      if (depth > inspectionLimits.depth) throw new TooDeepError()
      const node = resolve(objects, value)
      if (!isDict(node)) return null
      const stated = numberOf(node.entries.get('Count')) ?? 0
      visits += 1
      // One branch may hang in many places: what is visited counts, not what is written.
      if (Math.max(stated, visits / 2) > inspectionLimits.pages) {
        return one('too-many-pages', String(inspectionLimits.pages))
      }
      const kids = resolve(objects, node.entries.get('Kids'))
      if (typeof kids !== 'object' || kids?.kind !== 'array') return null
      if (number !== null) path.add(number)
      for (const kid of kids.items) {
        const found = walk(kid, depth + 1)
        if (found !== null) return found
      }
      if (number !== null) path.delete(number)
      return null
    }
    const found = walk(root.entries.get('Pages'), 0)
    if (found !== null) return [found]
  }
  return []
}

/** What an action (ISO 32000-1 12.6.4) does, by its /S. */
const actions: Readonly<Record<string, FindingKind>> = {
  JavaScript: 'script',
  Launch: 'launch',
  SubmitForm: 'submit',
  ImportData: 'submit',
  GoToR: 'remote-file',
  GoToE: 'embedded-file',
  URI: 'link',
  Rendition: 'media',
  Sound: 'media',
  Movie: 'media',
  GoTo3DView: 'media',
  RichMediaExecute: 'media',
}
const annotations: Readonly<Record<string, FindingKind>> = {
  RichMedia: 'media',
  '3D': 'media',
  Screen: 'media',
  Movie: 'media',
  Sound: 'media',
  FileAttachment: 'embedded-file',
}

/** Everything in a value that acts, reaches outside, or holds another file. */
function activeParts(value: PdfValue): Finding[] {
  const found: Finding[] = []
  const waiting: PdfValue[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (next.kind === 'array') for (const item of next.items) waiting.push(item)
    if (next.kind !== 'dict') continue
    const { entries } = next
    const action = actions[nameOf(entries.get('S')) ?? '']
    const annotation = annotations[nameOf(entries.get('Subtype')) ?? '']
    if (action !== undefined) found.push(one(action))
    else if (entries.has('JS')) found.push(one('script'))
    if (annotation !== undefined) found.push(one(annotation))
    if (isDict(entries.get('EF'))) found.push(one('embedded-file'))
    if (entries.has('XFA') && entries.get('XFA') !== null) found.push(one('xfa'))
    for (const entry of entries.values()) waiting.push(entry)
  }
  return found
}

/** A stream whose bytes lie in another file, and a picture larger than is drawn. */
function streamParts({ dict }: PdfStream): Finding[] {
  const { entries } = dict
  const file = entries.get('F')
  const isElsewhere = filtersOf(dict).length === 0 && file !== undefined && file !== null && entries.has('Length')
  const pixels = (numberOf(entries.get('Width')) ?? 0) * (numberOf(entries.get('Height')) ?? 0)
  return [
    ...(isElsewhere || isDict(file) ? [one('remote-file')] : []),
    ...(nameOf(entries.get('Subtype')) === 'Image' && pixels > inspectionLimits.pixels
      ? [one('huge-picture', String(pixels))]
      : []),
  ]
}
