/** What is known of a PDF before anybody judges it: its saves, its signatures, and whether it is a paper of ours. */
import { addsAnnotations, rewrittenIn } from './certification'
import { changedPages } from '../pdf-structure/changed-pages'
import { readRevisions, type Revision } from '../pdf-structure/cross-references'
import { misplacedObjects } from '../pdf-structure/object-places'
import { PdfView } from '../pdf-structure/pdf-view'
import { latin1, PdfStructureError } from '../pdf-structure/syntax'
import { verifyCms, type CmsVerdict } from './cms'
import { readOwnPaper, type OwnPaper } from './own-form/own-paper'
import { countUsageRights, findSignedFields, type SignedField } from './signed-fields'

export interface SignatureFacts extends SignedField {
  /** What the signature says of the bytes in its range; undefined when it has no range. */
  cmsVerdict: CmsVerdict | undefined
  /** Index of the last save that its range reaches to the end of; -1 for none. */
  coversRevision: number
  /** Pages (from 1) that show something else now than when it was signed; undefined when that cannot be told. */
  changedPages: number[] | undefined
  /** Objects that were written later against what it certifies: by the save that wrote them. */
  forbidden: { save: number; objects: number[] }[]
}

export interface PdfFacts {
  length: number
  /** Saves by the chain of tables, oldest first; undefined when the chain cannot be followed. */
  revisions: Revision[] | undefined
  /** Its newest trailer says so (ISO 32000-1 7.6.1), whether or not a password is needed to look at it. */
  isEncrypted: boolean
  /** Numbers of objects that are not where a reader looks for them. */
  misplaced: number[]
  /** In the order of signing. */
  signatures: SignatureFacts[]
  /** Something that looks like a signature stands in the bytes, whether or not a reader comes there. */
  mentionsSignature: boolean
  own: OwnPaper | undefined
}

/** Gathers everything that the checks ask for. Never throws for bad input. */
export async function readPdfFacts(bytes: Uint8Array<ArrayBuffer>): Promise<PdfFacts> {
  const revisions = await orNothing(readRevisions(bytes))
  const chain = revisions === undefined ? undefined : await orNothing(readChain(new PdfView(bytes, revisions)))
  const found = chain?.fields ?? strayRanges(bytes)
  const signatures: SignatureFacts[] = []
  const pages = new Map<number, Promise<number[] | undefined>>()
  for (const field of found.slice(0, mostSignatures)) {
    signatures.push(await examine(bytes, field, chain?.view, pages))
  }
  // One of those that are not examined says for all of them that something is not.
  for (const field of found.slice(mostSignatures, mostSignatures + 1)) {
    const cmsVerdict = { kind: 'unreadable' as const, reason: 'size' as const }
    signatures.push({ ...field, cmsVerdict, coversRevision: -1, changedPages: undefined, forbidden: [] })
  }
  return {
    length: bytes.length,
    revisions: chain?.view.revisions.slice(),
    isEncrypted: isEncrypted(bytes, revisions),
    misplaced: chain === undefined || found.length === 0 ? [] : misplacedObjects(chain.view),
    signatures: signatures.toSorted((a, b) => endOf(a) - endOf(b)),
    mentionsSignature: countRanges(bytes) > (chain?.usageRights ?? 0),
    own: await readOwnPaper(bytes),
  }
}

/** Each one is hashed with the whole file; a panel and all that countersign are far fewer. */
const mostSignatures = 64

interface Chain {
  view: PdfView
  fields: SignedField[]
  usageRights: number
}

const readChain = async (view: PdfView): Promise<Chain> => ({
  view,
  fields: await findSignedFields(view),
  usageRights: await countUsageRights(view),
})

/** Undefined for a file that is not built as a PDF must be. */
async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof PdfStructureError) return undefined
    throw error
  }
}

/** Where no trailer can be reached, the word alone tells: who repairs the file asks for a password then. */
function isEncrypted(bytes: Uint8Array, revisions: readonly Revision[] | undefined): boolean {
  const newest = revisions?.at(-1)
  return newest === undefined
    ? latin1(bytes, 0).includes('/Encrypt')
    : newest.trailer.entries.some(([name]) => name === 'Encrypt')
}

/** A time stamp (ISO 32000-2 12.8.5) is an authority's word on when, nobody's on what; no authority is asked here. */
export const isTimeStamp = ({ subFilter }: SignedField): boolean => subFilter === 'ETSI.RFC3161'

/** Reasons for which a signature is no signature at all; for any other it is one that is not checked here. */
const noSignature: ReadonlySet<string> = new Set(['shape', 'nothing-behind'])

/** Written in a way, or by an algorithm, that is not checked here: nothing can be said of it. */
export function isUnchecked({ cmsVerdict }: SignatureFacts): boolean {
  return cmsVerdict?.kind === 'unreadable' && !noSignature.has(cmsVerdict.reason)
}

/** The first byte behind the range; 0 when there is none. */
export const endOf = ({ range }: SignedField): number => (range?.length === 4 ? (range[2] ?? 0) + (range[3] ?? 0) : 0)

async function examine(
  bytes: Uint8Array<ArrayBuffer>,
  field: SignedField,
  view: PdfView | undefined,
  pages: Map<number, Promise<number[] | undefined>>,
): Promise<SignatureFacts> {
  const [start = 0, length = 0, next = 0, rest = 0] = field.range ?? []
  const isWithin = field.range?.length === 4 && start + length <= bytes.length && next + rest <= bytes.length
  const coversRevision = isWithin && view !== undefined ? lastCovered(view.revisions, next + rest) : -1
  let cmsVerdict: CmsVerdict | undefined
  if (isWithin && length + rest <= bytes.length) {
    const signed = new Uint8Array(length + rest)
    signed.set(bytes.subarray(start, start + length))
    signed.set(bytes.subarray(next, next + rest), length)
    cmsVerdict = await verifyCms(signed, field.cms)
  }
  let changed = pages.get(coversRevision)
  if (changed === undefined) {
    changed = pagesSince(view, coversRevision)
    pages.set(coversRevision, changed)
  }
  return {
    ...field,
    cmsVerdict,
    coversRevision,
    changedPages: await changed,
    forbidden: await forbiddenSince(view, field, coversRevision),
  }
}

/** What was done behind a certifying signature although it forbids it. Time stamps are judged where all are known. */
async function forbiddenSince(
  view: PdfView | undefined,
  { certifies }: SignedField,
  revision: number,
): Promise<SignatureFacts['forbidden']> {
  if (view === undefined || revision < 0 || certifies === undefined || certifies === 3) return []
  const later = view.revisions.flatMap((_, save) => (save > revision ? [save] : []))
  try {
    if (certifies === 2) {
      const isBroken = later.length > 0 && (await addsAnnotations(view, revision + 1))
      return isBroken ? later.slice(0, 1).map((save) => ({ save, objects: [] })) : []
    }
    const forbidden: SignatureFacts['forbidden'] = []
    for (const save of later) {
      const objects = await rewrittenIn(view, save)
      if (objects.length > 0) forbidden.push({ save, objects })
    }
    return forbidden
  } catch (error) {
    if (error instanceof PdfStructureError) return later.map((save) => ({ save, objects: [] }))
    throw error
  }
}

/** The last save before the end of a range that ends where a save does; an end of line may follow the end marker. */
function lastCovered(revisions: readonly Revision[], end: number): number {
  const covered = revisions.findLastIndex(({ xrefAt }) => xrefAt < end)
  const isWhole = revisions.slice(0, covered + 1).some((revision) => end >= revision.end && end <= revision.end + 2)
  return isWhole ? covered : -1
}

async function pagesSince(view: PdfView | undefined, revision: number): Promise<number[] | undefined> {
  if (view === undefined || revision < 0) return undefined
  if (revision === view.revisions.length - 1) return []
  try {
    return await changedPages(new PdfView(view.bytes, view.revisions.slice(0, revision + 1)), view)
  } catch (error) {
    if (error instanceof PdfStructureError) return undefined
    throw error
  }
}

/** Ranges that stand in the bytes of a file whose chain is broken: enough to tell of them, never to trust them. */
function strayRanges(bytes: Uint8Array): SignedField[] {
  const text = latin1(bytes)
  const ranges = new Map(mentionedRanges(bytes).map((range) => [range.join(' '), range]))
  return [...ranges.values()].slice(0, mostSignatures + 1).map((range) => {
    const [, gapStart = 0, gapEnd = 0] = range
    const gap = text.slice(gapStart, Math.min(gapEnd, gapStart + 200_000))
    const cms = /^<(?:[0-9a-f]{2})+>$/i.test(gap)
      ? Uint8Array.from({ length: gap.length / 2 - 1 }, (_, at) => parseInt(gap.slice(at * 2 + 1, at * 2 + 3), 16))
      : new Uint8Array(0)
    return { subFilter: '', revision: -1, range, contents: undefined, cms }
  })
}

/** Names of ranges, readable or not, and however they are spelt: only a signature has one (12.8.1). */
const countRanges = (bytes: Uint8Array): number =>
  [...latin1(bytes).matchAll(/\/(?:[ByteRang]|#[0-9A-Fa-f]{2}){9}(?![^\s()<>[\]{}/%])/g)].filter(
    ([name]) =>
      name.replaceAll(/#(..)/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))) === '/ByteRange',
  ).length

const mentionedRanges = (bytes: Uint8Array): number[][] =>
  [
    ...latin1(bytes).matchAll(
      /\/ByteRange\s{0,64}\[\s{0,64}(\d{1,10})\s{1,64}(\d{1,10})\s{1,64}(\d{1,10})\s{1,64}(\d{1,10})\s{0,64}\]/g,
    ),
  ].map((match) => match.slice(1).map(Number))
