/** A file read as a paper of ours: a first save by `renderPdf`, then one save by `signPdf` for each signature. */
import { inflateWithin, roomFor, type Room } from '../../pdf-structure/inflate'
import { latin1, PdfStructureError } from '../../pdf-structure/syntax'
import { pageFonts } from './font-widths'
import { readBase, type BaseFacts } from './base-form'
import { isHandwriting, readPageMarks, type PageMarks } from './page-marks'
import { readUpdate, sizeOfImage, stateAfter, stateAfterBase, type FormState, type UpdateFacts } from './update-form'
import { readWrittenRevisions, type WrittenObject, type WrittenRevision } from './written-revisions'

export interface OwnPaper {
  revisions: WrittenRevision[]
  /** The first byte that belongs to none of them. */
  rest: number
  base: BaseFacts
  /** By the number of the page's object; undefined where a page draws what ours do not. */
  marks: ReadonlyMap<number, PageMarks | undefined>
  updates: SignedUpdate[]
}

export interface SignedUpdate {
  facts: UpdateFacts
  /** How the file stood before. */
  state: FormState
  /** What the signature shows is handwriting as ours is, or nothing. */
  isHandwriting: boolean
  /** It shows nothing. */
  isBlank: boolean
}

/** What the pages of a paper unfold to, for each byte of the file; fonts and pictures count among those. */
const mostUnfolded = 20
const leastRoom = 4_000_000

/** Undefined when not even the first save is written as ours are. */
export async function readOwnPaper(bytes: Uint8Array<ArrayBuffer>): Promise<OwnPaper | undefined> {
  const { revisions, rest } = readWrittenRevisions(bytes)
  const [first, ...later] = revisions
  if (first === undefined) return undefined
  const base = readBase(first)
  if (base.catalog === undefined) return undefined
  const objects = new Map(first.objects.map((object) => [object.number, object]))
  const marks = new Map<number, PageMarks | undefined>()
  const room = roomFor(mostUnfolded * bytes.length + leastRoom)
  for (const { object, content } of base.pages) {
    if (marks.has(object.number)) continue
    const text = content === undefined ? undefined : await unfolded(bytes, content, room)
    marks.set(object.number, text === undefined ? undefined : readPageMarks(latin1(text), pageFonts(object, objects)))
  }
  const updates: SignedUpdate[] = []
  let state = stateAfterBase(first, base.catalog, base.pages)
  let before = first
  for (const revision of later) {
    const facts = readUpdate(revision, before, state)
    updates.push({ facts, state, ...(await readHandwriting(bytes, facts, room)) })
    state = stateAfter(state, facts)
    before = revision
  }
  return { revisions, rest, base, marks, updates }
}

async function readHandwriting(
  bytes: Uint8Array<ArrayBuffer>,
  { appearance, image }: UpdateFacts,
  room: Room,
): Promise<Pick<SignedUpdate, 'isHandwriting' | 'isBlank'>> {
  if (appearance === undefined) return { isHandwriting: true, isBlank: true }
  const content = await unfolded(bytes, appearance, room)
  if (content === undefined) return { isHandwriting: false, isBlank: false }
  const line = latin1(content)
  const isBlank = line === ''
  if (image === undefined) return { isHandwriting: isBlank || isHandwriting(line, /^$/), isBlank }
  const pixels = await unfolded(bytes, image, roomFor((sizeOfImage(image) ?? -1) + 1))
  const isWhole = pixels !== undefined && pixels.length === sizeOfImage(image)
  return { isHandwriting: isWhole && isHandwriting(line, /^Handwriting$/), isBlank }
}

async function unfolded(
  bytes: Uint8Array<ArrayBuffer>,
  { data }: WrittenObject,
  room: Room,
): Promise<Uint8Array | undefined> {
  if (data === undefined) return undefined
  try {
    return await inflateWithin(bytes.slice(data.start, data.end), room)
  } catch (error) {
    if (error instanceof PdfStructureError) return undefined
    throw error
  }
}
