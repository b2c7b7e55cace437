import { summarise, type Finding, type FindingKind } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'
import { activeParts, streamParts } from './pdf-active-parts'
import { isBomb } from './pdf-bomb'
import { filtersOf, filterWays } from './pdf-filters'
import { garbledFonts } from './garbled-fonts'
import { headAt } from './pdf-head'
import { readIndex, type PdfIndex } from './pdf-index'
import { TooDeepError, type PdfDict, type PdfValue } from './pdf-lexer'
import { containersOf, openObjectStreams, wholeRaw, type ObjectStream } from './pdf-object-streams'
import { isDict, itemsOf, nameOf, stringOf, type PdfObjects } from './pdf-objects'
import { pageFinding } from './pdf-pages'
import { keyWithoutPassword, type StreamKey } from './pdf-password'
import { addObject, isIndexStream, scanPdf, type Numbered, type PdfScan, type PdfStream } from './pdf-scan'
import { isCutOff } from './pdf-tail'
import { weighPages } from './weigh-pages'

const one = (kind: FindingKind, detail = '', count = 1): Finding => ({ kind, count, detail })

/**
 * Looks into a PDF without running anything of it: every object that lies anywhere in its bytes, also where no index
 * points to, those that an index finds, those in object streams, and every version of each. ISO 32000-1; one reader
 * follows the index, another repairs, and what any of them may take is told.
 */
export async function inspectPdf(bytes: Buffer): Promise<Finding[]> {
  if (isCutOff(bytes)) return [one('truncated')]
  try {
    const scan = scanPdf(bytes)
    const index = await readIndex(scan)
    addIndexed(scan, index)
    const key = keyOf(scan, index)
    if (key === 'password') return [one('encrypted')]
    const unpacked = await openObjectStreams(scan, index, key)
    if (unpacked.isBomb) return [one('bomb')]
    addPacked(scan, index, unpacked.members)
    const roots = rootsOf(scan, index)
    if (roots.size === 0 || (unpacked.opaque === 0 && !hasPages(roots, scan.objects))) return [one('broken')]
    if (index.isLoop) return [one('loop')]
    const pages = pageFinding(roots, scan.objects)
    if (pages !== null) return [pages]
    const open = (stream: PdfStream): Buffer => {
      const raw = wholeRaw(scan, stream)
      const { number, generation, dict } = stream
      return key === null ? raw : key.open(raw, number, generation, filtersOf(dict, scan.objects))
    }
    if (await hasBomb(scan, open)) return [one('bomb')]
    return [
      ...(key === null ? [] : [one('restricted')]),
      ...(unpacked.opaque > 0 ? [one('opaque', '', unpacked.opaque)] : []),
      ...activeFindings(scan, index),
      ...garbledFonts(scan.objects),
      ...(await weighPages(roots, scan.streams, scan.objects, open)),
    ]
  } catch (error) {
    if (error instanceof TooDeepError) return [one('too-deep', String(inspectionLimits.depth))]
    throw error
  }
}

/** Adds what only an index finds, under the number by which it finds it. @throws TooDeepError */
function addIndexed(scan: PdfScan, { entries, shift }: PdfIndex): void {
  const { bytes, heads } = scan
  let work = 2 * bytes.length + inspectionLimits.readBytes
  for (const entry of entries) {
    if (entry.kind !== 'plain') continue
    for (const offset of shift === 0 ? [entry.offset] : [entry.offset, entry.offset + shift]) {
      if (offset < 0 || offset >= bytes.length || heads.get(offset)?.number === entry.number) continue
      const head = headAt(bytes, offset)
      if (head === null || head.number !== entry.number || heads.get(head.start)?.number === entry.number) continue
      work -= addObject(scan, head) ?? 0
      if (work < 0) throw new TooDeepError()
    }
  }
}

/**
 * Adds what an index finds in a stream under another number than that stream says, and chooses the versions it means.
 */
function addPacked(scan: PdfScan, { entries, shift }: PdfIndex, members: Members): void {
  const { objects, heads } = scan
  const containers = containersOf(scan)
  const chosen = new Set<number>()
  for (const entry of entries) {
    const { number } = entry
    const stream = entry.kind === 'packed' ? containers.get(entry.container) : undefined
    const packed = entry.kind === 'packed' && stream !== undefined ? memberOf(members.get(stream), entry) : undefined
    if (packed !== undefined && packed.number !== number) objects.add(number, packed.value)
    if (chosen.has(number) || !objects.isManifold(number)) continue
    const placed = entry.kind === 'plain' ? (heads.get(entry.offset) ?? heads.get(entry.offset + shift)) : packed
    if (placed === undefined) continue
    chosen.add(number)
    objects.choose(number, placed.value)
  }
}

/**
 * What an index means in an object stream: by its number, for places run over in large ones; otherwise by its place.
 */
const memberOf = (
  members: ObjectStream | undefined,
  { number, place }: { readonly number: number; readonly place: number },
): Numbered | undefined => {
  const placed = members?.inOrder[place]
  return placed?.number === number ? placed : (members?.byNumber.get(number) ?? placed)
}

type Members = Awaited<ReturnType<typeof openObjectStreams>>['members']

/** How the streams are to be opened: as they are, with a key that needs no password, or not at all. */
function keyOf({ objects, trailers, streams }: PdfScan, index: PdfIndex): StreamKey | 'password' | null {
  const newest = index.trailers[0]
  const told = newest === undefined ? [...trailers, ...streams.filter(isIndexStream).map(({ dict }) => dict)] : [newest]
  for (const { entries } of told) {
    const given = entries.get('Encrypt')
    if (given === undefined || given === null) continue
    const encrypt = objects.resolve(given)
    if (!isDict(encrypt)) return 'password'
    const ids = itemsOf(objects.resolve(entries.get('ID')))
    const isStandard = nameOf(objects.resolve(encrypt.entries.get('Filter'))) === 'Standard'
    const id = stringOf(objects.resolve(ids?.[0]))
    return (isStandard ? keyWithoutPassword(encrypt, id, objects) : null) ?? 'password'
  }
  return null
}

/** The catalogues: those that a trailer names, and what says that it is one. */
function rootsOf({ objects, trailers }: PdfScan, index: PdfIndex): Set<PdfDict> {
  const named = [...index.trailers, ...trailers].map(({ entries }) => objects.resolve(entries.get('Root')))
  const typed = [...objects.currents()].filter(
    (value) => isDict(value) && nameOf(objects.resolve(value.entries.get('Type'))) === 'Catalog',
  )
  return new Set([...named, ...typed].filter(isDict))
}

/** Without a tree of pages no reader opens it. */
const hasPages = (roots: ReadonlySet<PdfDict>, objects: PdfObjects): boolean =>
  [...roots].some((root) => objects.meaningsOf(root, 'Pages').some(isDict))

async function hasBomb({ streams, objects }: PdfScan, open: (stream: PdfStream) => Buffer): Promise<boolean> {
  for (const stream of streams) {
    for (const way of filterWays(stream.dict, objects)) {
      const filters = way.map(({ name }) => name)
      if (filters.length > 0 && (await isBomb(open(stream), filters))) return true
    }
  }
  return false
}

/**
 * What acts or reaches outside. An object that was written several times counts once, as the version with most of it.
 */
function activeFindings({ objects, streams, trailers, hiddenTrailers }: PdfScan, index: PdfIndex): Finding[] {
  const streamOf = new Map<PdfValue, PdfStream>(streams.map((stream) => [stream.dict, stream]))
  const partsOf = (value: PdfValue): Finding[] => {
    const stream = streamOf.get(value)
    if (stream === undefined) return activeParts(value, objects)
    const isPacked = filtersOf(stream.dict, objects).length > 0
    return [...activeParts(value, objects), ...streamParts(stream.dict, isPacked, objects)]
  }
  const found: Finding[] = []
  for (const number of objects.numbers()) {
    const versions = objects.versions(number).map(partsOf)
    found.push(...(versions.length === 1 ? (versions[0] ?? []) : mostOf(versions)))
  }
  const ends = [...index.trailers, ...trailers, ...hiddenTrailers]
  return [...found, ...mostOf(ends.map((trailer) => activeParts(trailer, objects)))]
}

/** Of each kind, what the version has that has most of it. */
function mostOf(versions: readonly (readonly Finding[])[]): Finding[] {
  const most = new Map<FindingKind, Finding>()
  for (const finding of versions.flatMap((found) => summarise(found))) {
    if (finding.count > (most.get(finding.kind)?.count ?? 0)) most.set(finding.kind, finding)
  }
  return [...most.values()]
}
