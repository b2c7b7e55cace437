import { readFile } from 'node:fs/promises'
import type { ReadLine } from '@shared/audit/chain-walk'
import { breather } from '../lib/breathe'
import { fail } from '../lib/failure'
import { nextFrameSign, readFrame, type Frame } from '../journal/frames'
import { formatOf, type LogFormat, type LogFormats } from '../journal/log-format'
import { decodeGroupInSlices, holdsRecords } from '../journal/record-group'

/** Every record of a journal file as it stands there, and where nothing can be read. */
export type JournalLines = {
  readonly lines: readonly ReadLine[]
  /** Bytes of a last frame whose writing was interrupted, or goes on just now: it was never acknowledged. */
  readonly tornBytes: number
}

/**
 * Reads a journal file once from end to end, also behind a damage. Nothing is written, and lets others have their turn.
 * @throws HostFailure `journal.newer`
 */
export async function readJournalLines(path: string, formats: LogFormats): Promise<JournalLines> {
  const bytes = await readFile(path)
  const breathe = breather()
  const lines: ReadLine[] = []
  let tornBytes = 0
  const place = () => ({ number: lines.length + 1 })
  for (const piece of piecesOf(bytes, formats)) {
    await breathe()
    if (piece.kind === 'torn') tornBytes = bytes.length - piece.offset
    if (piece.kind === 'damaged') lines.push({ kind: 'unreadable', place: place(), offset: piece.offset })
    if (piece.kind !== 'frame') continue
    if (!holdsRecords(piece.frame.kind)) fail('journal.newer')
    const group = await decodeGroupInSlices(piece.frame)
    for (const value of group.records) lines.push({ kind: 'record', value, place: place(), isApart: false })
    for (const value of group.quarantined ?? []) lines.push({ kind: 'record', value, place: place(), isApart: true })
  }
  return { lines, tornBytes }
}

type Piece =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'torn'; readonly offset: number }
  | { readonly kind: 'damaged'; readonly offset: number }

/** Frames one after the other; what is no frame, or not the one that was written there, is a damage. */
function* piecesOf(bytes: Buffer, formats: LogFormats): Generator<Piece> {
  const format = formatOf(bytes, formats)
  const { headerSize } = format ?? formats.current
  if (format === null || bytes.length < headerSize) yield { kind: 'damaged', offset: 0 }
  const header = bytes.subarray(0, headerSize)
  // The number of a frame in its file is known until the first damage.
  let isCounted = format !== null
  for (let offset = headerSize, ordinal = 0; offset >= 0 && offset < bytes.length; ordinal += 1) {
    const found = readFrame(bytes.subarray(offset), offset)
    if (typeof found === 'string') {
      yield { kind: found, offset }
      isCounted = false
      offset = nextFrameSign(bytes, offset)
      continue
    }
    const expected = isCounted ? format?.decode(found, { header, ordinal }) : undefined
    const frame = expected ?? decodeAnywhere(found, formats.readable)
    if (isCounted ? expected === null || expected === undefined : frame === null) {
      yield { kind: 'damaged', offset }
      isCounted = false
    }
    if (frame !== null) yield { kind: 'frame', frame }
    offset += found.size
  }
}

function decodeAnywhere(frame: Frame, formats: readonly LogFormat[]): Frame | null {
  for (const format of formats) {
    const decoded = format.decode(frame)
    if (decoded !== null) return decoded
  }
  return null
}
