import { inspectionLimits } from './limits'
import { headBefore, isInComment, type PdfHead } from './pdf-head'
import { lexReadings, skipWhite, TooDeepError, type PdfDict, type PdfValue, type Slack } from './pdf-lexer'
import { isDict, nameOf, numberOf, PdfObjects } from './pdf-objects'

/** A stream as it lies in the file. `raw`: its bytes as far as its own dictionary and its end mark tell. */
export type PdfStream = {
  readonly number: number
  readonly generation: number
  readonly dict: PdfDict
  readonly start: number
  readonly raw: Buffer
}

export type Numbered = { readonly number: number; readonly value: PdfValue }

/** What a PDF holds, wherever it lies. */
export type PdfScan = {
  readonly bytes: Buffer
  readonly objects: PdfObjects
  readonly streams: PdfStream[]
  /** Found by their word, in the order of the file; none that lies in a comment. */
  readonly trailers: PdfDict[]
  /** Found in what most readers take for a comment. */
  readonly hiddenTrailers: PdfDict[]
  /** Where heads begin, with what stands there. */
  readonly heads: Map<number, Numbered>
  /** What may still be read beyond the ends of values that do not close. */
  readonly slack: Slack
}

/** Every `n g obj`, wherever it lies, and every trailer. @throws TooDeepError */
export function scanPdf(bytes: Buffer): PdfScan {
  const scan: PdfScan = {
    bytes,
    objects: new PdfObjects(),
    streams: [],
    trailers: [],
    hiddenTrailers: [],
    heads: new Map(),
    slack: { left: bytes.length },
  }
  // Objects may be made to overlap so that each is read to the end of the file.
  let work = 4 * bytes.length + inspectionLimits.readBytes
  const effort = { left: bytes.length + inspectionLimits.readBytes }
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const head = headBefore(bytes, at, effort)
    if (effort.left < 0) throw new TooDeepError()
    if (head === null) continue
    const read = addObject(scan, head)
    if (read === null) continue
    if (work < 0) throw new TooDeepError()
    work -= read
  }
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
    const found = isInComment(bytes, at) ? scan.hiddenTrailers : scan.trailers
    for (const { value, end } of lexReadings(bytes, at + 7, scan.slack)) {
      if (isDict(value)) found.push(value)
      work -= end - at
    }
    if (work < 0) throw new TooDeepError()
  }
  return scan
}

/** Adds the object that stands behind a head. @returns how many bytes it takes; null if there is no value */
export function addObject(scan: PdfScan, { number, generation, start, end: at }: PdfHead): number | null {
  const { bytes, objects, slack } = scan
  if (objects.count >= inspectionLimits.objects) throw new TooDeepError()
  const readings = lexReadings(bytes, at, slack)
  let read = 0
  for (const { value, end } of readings) {
    objects.add(number, value)
    scan.heads.set(start, { number, value })
    const stream = isDict(value) ? streamBehind(bytes, end, value) : null
    if (stream !== null && isDict(value)) scan.streams.push({ number, generation, dict: value, ...stream })
    read += end - at + (stream?.raw.length ?? 0)
  }
  return readings.length === 0 ? null : read
}

export const isIndexStream = ({ dict }: PdfStream): boolean => nameOf(dict.entries.get('Type')) === 'XRef'

/** The raw bytes of the stream whose dictionary ends at `end`; null if there is none. */
export function streamBehind(
  bytes: Buffer,
  end: number,
  { entries }: PdfDict,
): Pick<PdfStream, 'start' | 'raw'> | null {
  const at = skipWhite(bytes, end)
  if (bytes.toString('latin1', at, at + 6) !== 'stream') return null
  let start = at + 6
  // Blanks before the end of the line are forgiven.
  while (bytes[start] === 32 || bytes[start] === 9) start += 1
  if (bytes[start] === 13) start += bytes[start + 1] === 10 ? 2 : 1
  else if (bytes[start] === 10) start += 1
  else start = at + 6
  const length = numberOf(entries.get('Length'))
  return { start, raw: rawOfLength(bytes, start, length) ?? rawToEndMark(bytes, start) }
}

/** As many bytes as are stated, if the end mark stands behind them. */
export function rawOfLength(bytes: Buffer, start: number, length: number | null): Buffer | null {
  if (length === null || length < 0 || start + length > bytes.length) return null
  const at = skipWhite(bytes, start + length)
  return bytes.toString('latin1', at, at + 9) === 'endstream' ? bytes.subarray(start, start + length) : null
}

function rawToEndMark(bytes: Buffer, start: number): Buffer {
  const stop = bytes.indexOf('endstream', start)
  return bytes.subarray(start, stop < 0 ? bytes.length : stop)
}
