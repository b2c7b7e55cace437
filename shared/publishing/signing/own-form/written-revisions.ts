/** A file cut into the saves and objects that our writers write, one behind the other, without asking any table. */
import { latin1 } from '../../pdf-structure/syntax'

export interface WrittenObject {
  number: number
  start: number
  /** What stands between `obj` and `endobj`; of a stream, its dictionary. */
  text: string
  /** The packed bytes of a stream. */
  data?: { start: number; end: number }
}

export interface WrittenRevision {
  /** The first byte that is not of the save before. */
  start: number
  end: number
  /** What stands before the first object. */
  head: string
  objects: WrittenObject[]
  xrefAt: number
  /** From `xref` to the end marker. */
  tail: string
}

/** No table of ours is longer. */
const mostTail = 4_000_000
const mostObject = 4_000_000

/** Saves from the first byte on, as far as the file is written as ours are; `rest` is the first byte behind them. */
export function readWrittenRevisions(bytes: Uint8Array): { revisions: WrittenRevision[]; rest: number } {
  const revisions: WrittenRevision[] = []
  let rest = 0
  for (;;) {
    const revision = readRevision(bytes, rest)
    if (revision === undefined) return { revisions, rest }
    revisions.push(revision)
    rest = revision.end
  }
}

function readRevision(bytes: Uint8Array, start: number): WrittenRevision | undefined {
  const head =
    start === 0 ? /^%PDF-1\.\d\n(?:%[^\n]*\n)*\n/.exec(latin1(bytes, 0, Math.min(bytes.length, 400)))?.[0] : '\n'
  if (head === undefined || latin1(bytes, start, start + head.length) !== head) return undefined
  const objects: WrittenObject[] = []
  let at = start + head.length
  for (;;) {
    const next = readObject(bytes, at)
    if (next === undefined) break
    objects.push(next.object)
    at = next.end
  }
  if (latin1(bytes, at, at + 5) !== 'xref\n') return undefined
  const length = find(bytes, '%%EOF', at, mostTail)
  if (length === undefined) return undefined
  const end = length + '%%EOF'.length
  return { start, end, head, objects, xrefAt: at, tail: latin1(bytes, at, end) }
}

function readObject(bytes: Uint8Array, start: number): { object: WrittenObject; end: number } | undefined {
  const opening = /^(\d{1,9}) 0 obj\n/.exec(latin1(bytes, start, Math.min(bytes.length, start + 20)))
  if (opening === null) return undefined
  const number = Number(opening[1])
  const from = start + opening[0].length
  const closing = '\nendobj\n\n'
  const textEnd = find(bytes, closing, from, mostObject)
  const streamAt = find(bytes, '>>\nstream\n', from, textEnd === undefined ? mostObject : textEnd - from)
  if (streamAt === undefined) {
    if (textEnd === undefined) return undefined
    return { object: { number, start, text: latin1(bytes, from, textEnd) }, end: textEnd + closing.length }
  }
  const text = latin1(bytes, from, streamAt + 2)
  const length = /\n\/Length (\d{1,9})\n>>$/.exec(text)?.[1]
  if (length === undefined) return undefined
  const data = { start: streamAt + '>>\nstream\n'.length, end: streamAt + '>>\nstream\n'.length + Number(length) }
  const after = `\nendstream${closing}`
  if (latin1(bytes, data.end, data.end + after.length) !== after) return undefined
  return { object: { number, start, text, data }, end: data.end + after.length }
}

/** Where the characters stand next, within so many bytes. */
function find(bytes: Uint8Array, text: string, from: number, within: number): number | undefined {
  const first = text.charCodeAt(0)
  const limit = Math.min(bytes.length - text.length, from + within)
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= limit; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same += 1
    if (same === text.length) return at
  }
  return undefined
}

/**
 * The table, trailer and pointer that our writer puts behind these objects (`PDFWriter` of pdf-lib); undefined when it
 * would not have written them in this order.
 */
export function tailOf(revision: WrittenRevision, before: WrittenRevision | undefined): string | undefined {
  if (revision.objects.some(({ number }, index) => number <= (revision.objects[index - 1]?.number ?? 0))) {
    return undefined
  }
  const trailer = trailerOf(before ?? revision)
  const entries: [number, string][] = [[0, '0000000000 65535 f ']]
  for (const { number, start } of revision.objects) {
    entries.push([number, `${String(start).padStart(10, '0')} 00000 n `])
  }
  const runs: [number, string][][] = []
  for (const one of entries) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1)?.[0] === one[0] - 1) run.push(one)
    else runs.push([one])
  }
  const table = runs
    .map((run) => `${run[0]?.[0]} ${run.length}\n${run.map(([, line]) => `${line}\n`).join('')}`)
    .join('')
  const size = Math.max(sizeOf(before), ...revision.objects.map(({ number }) => number + 1))
  const prev = before === undefined ? '' : `/Prev ${before.xrefAt}\n`
  return (
    `xref\n${table}\ntrailer\n<<\n/Size ${size}\n/Root ${trailer.root} 0 R\n/Info ${trailer.info} 0 R\n` +
    `/ID [ <${trailer.id}> <${trailer.id}> ]\n${prev}>>\n\nstartxref\n${revision.xrefAt}\n%%EOF`
  )
}

/** The first number that no object has. */
export function sizeOf(revision: WrittenRevision | undefined): number {
  return Number(/\n\/Size (\d{1,9})\n/.exec(revision?.tail ?? '')?.[1] ?? 0)
}

export function trailerOf({ tail }: WrittenRevision): { root: number; info: number; id: string } {
  const match = /\n\/Root (\d{1,9}) 0 R\n\/Info (\d{1,9}) 0 R\n\/ID \[ <([0-9a-f]{32})> /.exec(tail)
  return { root: Number(match?.[1] ?? -1), info: Number(match?.[2] ?? -1), id: match?.[3] ?? '' }
}
