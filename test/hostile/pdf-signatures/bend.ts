/** Tools of an attacker: appending saves, rewriting ours and signing anew. */
import {
  readWrittenRevisions,
  tailOf,
  type WrittenRevision,
} from '@shared/publishing/signing/own-form/written-revisions'
import { signCms, toHex, type Signer } from '@shared/publishing/signing/cms'
import type { Bytes } from './paper-world'

export const bytesOf = (text: string): Bytes => Uint8Array.from(Buffer.from(text, 'latin1'))
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const joined = (...parts: (Uint8Array | string)[]): Bytes =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))))

/** The last place that a table begins at. */
export const lastXref = (bytes: Uint8Array): number =>
  Number([...textOf(bytes).matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? 0)

/** The newest body of an object in a file of ours. */
export function bodyOf(bytes: Uint8Array, number: number): string {
  const text = textOf(bytes)
  const at = text.lastIndexOf(`\n${number} 0 obj\n`)
  return text.slice(at + `\n${number} 0 obj\n`.length, text.indexOf('\nendobj', at))
}

export const streamOf = (content: string, entries = ''): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`

export interface Appended {
  /** Object numbers to bodies, in the order of writing. */
  objects: readonly (readonly [number, string])[]
  /** Instead of the true places, for tables that lie. */
  places?: (places: Map<number, number>, at: (text: string) => number) => Map<number, number>
  free?: readonly number[]
  trailer?: string
  root?: number
  prev?: number
  /** Between the objects and the table. */
  between?: string
}

const anyRoot = (bytes: Uint8Array): number => Number([...textOf(bytes).matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1] ?? 1)
const anySize = (bytes: Uint8Array): number => Number([...textOf(bytes).matchAll(/\/Size (\d+)/g)].at(-1)?.[1] ?? 1)

/** One more save behind the file, as any editor would write it. */
export function append(bytes: Bytes, appended: Appended): Bytes {
  let text = '\n'
  const places = new Map<number, number>()
  for (const [number, body] of appended.objects) {
    places.set(number, bytes.length + text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  text += appended.between ?? ''
  const said = appended.places?.(places, (wanted) => bytes.length + text.indexOf(wanted)) ?? places
  const xrefAt = bytes.length + text.length
  const lines = [
    ...(appended.free ?? []).map((number): [number, string] => [number, '0000000000 00001 f ']),
    ...[...said].map(([number, at]): [number, string] => [number, `${String(at).padStart(10, '0')} 00000 n `]),
  ].toSorted(([a], [b]) => a - b)
  const size = Math.max(anySize(bytes), ...lines.map(([number]) => number + 1))
  const table = lines.map(([number, line]) => `${number} 1\n${line}\n`).join('')
  const trailer =
    `/Size ${size} /Root ${appended.root ?? anyRoot(bytes)} 0 R /Prev ${appended.prev ?? lastXref(bytes)} ` +
    (appended.trailer ?? '')
  return joined(bytes, `${text}xref\n${table}trailer\n<< ${trailer} >>\nstartxref\n${xrefAt}\n%%EOF\n`)
}

export type Objects = Map<number, { text: string; data?: Uint8Array }>

/** Writes the last save of a file anew, in our own form, after changing its objects. Not signed yet if it was. */
export function rewriteLast(bytes: Bytes, change: (objects: Objects) => void, tail?: (tail: string) => string): Bytes {
  const { revisions } = readWrittenRevisions(bytes)
  const last = revisions.at(-1)
  if (last === undefined) throw new Error('the file is not written as ours are')
  const objects: Objects = new Map(
    last.objects.map(({ number, text, data }) => [
      number,
      { text, ...(data && { data: bytes.slice(data.start, data.end) }) },
    ]),
  )
  change(objects)
  return writeRevision(bytes.slice(0, last.start), last, objects, tail)
}

function writeRevision(
  start: Bytes,
  { head, tail }: WrittenRevision,
  objects: Objects,
  bend: (tail: string) => string = (unbent) => unbent,
): Bytes {
  const parts: (Uint8Array | string)[] = [start, head]
  let length = start.length + head.length
  const written: WrittenRevision['objects'] = []
  for (const [number, { text, data }] of [...objects].toSorted(([a], [b]) => a - b)) {
    const body = data === undefined ? text : text.replace(/\/Length \d+\n>>$/, `/Length ${data.length}\n>>`)
    written.push({ number, start: length, text: body })
    const pieces = [
      `${number} 0 obj\n${body}`,
      ...(data === undefined ? [] : ['\nstream\n', data, '\nendstream']),
      '\nendobj\n\n',
    ]
    parts.push(...pieces)
    length += pieces.reduce((sum, piece) => sum + piece.length, 0)
  }
  const before = readWrittenRevisions(start).revisions.at(-1)
  const behind = tailOf({ start: 0, end: 0, head, objects: written, xrefAt: length, tail }, before)
  if (behind === undefined) throw new Error('the objects are not in order')
  return joined(...parts, bend(behind))
}

/** Signs the newest signature of a file anew, over `range` if one is given: its dictionary stays as it stands. */
export async function resign(
  bytes: Bytes,
  signer: Signer,
  rangeOf: (gapStart: number, gapEnd: number, length: number) => readonly number[] = (start, end, length) => [
    0,
    start,
    end,
    length - end,
  ],
): Promise<Bytes> {
  const file = bytes.slice()
  const text = textOf(file)
  const rangeAt = text.lastIndexOf('/ByteRange ') + '/ByteRange '.length
  const gapStart = text.indexOf('/Contents <', text.lastIndexOf('/ByteRange ')) + '/Contents '.length
  const gapEnd = text.indexOf('>', gapStart) + 1
  const range = rangeOf(gapStart, gapEnd, file.length)
  const room = text.indexOf('\n', rangeAt) - rangeAt
  file.set(bytesOf(`[${range.join(' ')}]`.padEnd(room)), rangeAt)
  file.set(bytesOf('0'.repeat(gapEnd - gapStart - 2)), gapStart + 1)
  const [start = 0, length = 0, next = 0, rest = 0] = range
  const cms = await signCms(joined(file.slice(start, start + length), file.slice(next, next + rest)), signer)
  file.set(bytesOf(toHex(cms)), gapStart + 1)
  return file
}

/** A signature of ours on top of a file, its save changed by its own signer, and signed so. */
export async function bentSignature(
  signed: Bytes,
  signer: Signer,
  change: (objects: Objects) => void,
  tail?: (tail: string) => string,
): Promise<Bytes> {
  return resign(rewriteLast(signed, change, tail), signer)
}

/** Changes the text of an object in a save that is written anew. */
export const edit =
  (number: number, change: (text: string) => string) =>
  (objects: Objects): void => {
    const object = objects.get(number)
    if (object === undefined) throw new Error(`the save has no object ${number}`)
    objects.set(number, { ...object, text: change(object.text) })
  }
