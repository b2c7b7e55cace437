/** The checks of a signed PDF, each by its name: what one finds, no other need find. */
import { endOf, isTimeStamp, type PdfFacts, type SignatureFacts } from './pdf-facts'
import { coversNothing, isInSigningCell } from './own-form/signature-place'
import type { OwnPaper, SignedUpdate } from './own-form/own-paper'
import {
  isOwnAppearance,
  isOwnSignature,
  isOwnWidget,
  keepsCatalog,
  keepsForm,
  keepsPage,
  type Rect,
} from './own-form/update-form'
import { tailOf } from './own-form/written-revisions'

/** Something that is not as it must be. */
export interface Finding {
  check: CheckName
  /** Index of the signature, or of the save (0: before any signature), that it is found in. */
  at: number
  /** Numbers of the objects concerned, if it is about some. */
  objects: readonly number[]
}

type Found = Omit<Finding, 'check'>

const eachSignature =
  (isBad: (signature: SignatureFacts, facts: PdfFacts) => boolean) =>
  (facts: PdfFacts): Found[] =>
    facts.signatures.flatMap((signature, at) =>
      isBad(signature, facts) ? [{ at, objects: signature.number === undefined ? [] : [signature.number] }] : [],
    )

const ofPaper =
  (find: (own: OwnPaper, facts: PdfFacts) => Found[]) =>
  (facts: PdfFacts): Found[] =>
    facts.own === undefined ? [] : find(facts.own, facts)

/** One finding for each update that is bad; `of` names the object that it is about. */
const eachUpdate = (isBad: (update: SignedUpdate, own: OwnPaper) => boolean, of: (update: SignedUpdate) => number[]) =>
  ofPaper((own) =>
    own.updates.flatMap((update, index) => (isBad(update, own) ? [{ at: index + 1, objects: of(update) }] : [])),
  )

const one = (object: { number: number } | undefined): number[] => (object === undefined ? [] : [object.number])
const atBase = (objects: readonly number[]): Found[] => (objects.length === 0 ? [] : [{ at: 0, objects }])

/** Checks of each signature by itself, whoever made it. */
const ofSignatures = {
  /** The range begins with the first byte of the file. */
  'range-start': eachSignature(({ range }) => range !== undefined && range[0] !== 0),
  /** It leaves out the string of its own dictionary, exactly that, and nothing else. */
  gap: eachSignature(
    ({ range, contents }) =>
      range?.length !== 4 ||
      contents === undefined ||
      (range[0] ?? 0) + (range[1] ?? 0) !== contents.start ||
      range[2] !== contents.end,
  ),
  /** The bytes in the range are what was signed, by the key of the certificate. */
  signature: eachSignature((signature) => !isTimeStamp(signature) && signature.cmsVerdict?.kind !== 'intact'),
} as const

/** Checks of the file as readers read it, whoever made it. */
const ofStructure = {
  /** Every object lies where the tables say, not within a stream, a comment or another object. */
  places: ({ misplaced }: PdfFacts): Found[] => atBase(misplaced),
  /** No page shows something else than when it was signed. */
  pages: eachSignature(({ changedPages }) => changedPages !== undefined && changedPages.length > 0),
  /** Nothing was done behind a certifying signature that it forbids (DocMDP); a time stamp may always follow. */
  certification: ({ signatures }: PdfFacts): Found[] =>
    signatures.flatMap(({ forbidden }, at) => {
      const objects = forbidden
        .filter(({ save }) => !signatures.some((other) => isTimeStamp(other) && other.coversRevision === save))
        .map(({ objects: written }) => written)
      return objects.length === 0 ? [] : [{ at, objects: objects.flat() }]
    }),
} as const

/** Checks of the form that our own papers have: what fails up to the first signature makes it a paper of others. */
const ofOwnForm = {
  /** The signature has our own form. */
  'own-signature': ({ signatures }: PdfFacts): Found[] =>
    signatures.flatMap(({ cmsVerdict, number }, index) =>
      cmsVerdict?.kind === 'intact' && cmsVerdict.form === 'other'
        ? [{ at: index + 1, objects: number === undefined ? [] : [number] }]
        : [],
    ),
  /** Every object of the paper has the form of what it is there for. */
  'base-objects': ofPaper(({ base }) => atBase(base.deviant)),
  /** Nothing lies in the paper that nothing leads to. */
  'base-unused': ofPaper(({ base }) => atBase(base.unused)),
  /** The head is as we write it, and the pages draw what our pages draw. */
  'base-head': ofPaper(({ revisions }) =>
    /^%PDF-1\.[47]\n%\u0081\u0081\u0081\u0081\n\n$/.test(revisions[0]?.head ?? '') ? [] : [{ at: 0, objects: [] }],
  ),
  'base-contents': ofPaper(({ base, marks }) =>
    atBase(base.pages.map(({ object }) => object.number).filter((number) => marks.get(number) === undefined)),
  ),
  /** Table, trailer and pointer of every save are what our writer puts behind its objects. */
  tables: ofPaper(({ revisions }) =>
    revisions.flatMap((revision, index) =>
      revision.tail === tailOf(revision, revisions[index - 1]) ? [] : [{ at: index, objects: [] }],
    ),
  ),
  /** A signature writes its own objects and no others. */
  'update-objects': eachUpdate(
    ({ facts }) => facts.foreign.length > 0,
    ({ facts }) => facts.foreign,
  ),
  'update-catalog': eachUpdate(
    ({ facts, state }) => !keepsCatalog(facts, state),
    ({ facts }) => one(facts.catalog),
  ),
  'update-page': eachUpdate(
    ({ facts, state }) => !keepsPage(facts, state),
    ({ facts }) => one(facts.page),
  ),
  'update-form': eachUpdate(
    ({ facts, state }) => !keepsForm(facts, state),
    ({ facts }) => one(facts.form),
  ),
  'update-signature': eachUpdate(
    ({ facts }) => !isOwnSignature(facts),
    ({ facts }) => one(facts.signature),
  ),
  'update-field': eachUpdate(
    ({ facts }) => !isOwnWidget(facts),
    ({ facts }) => one(facts.widget),
  ),
  'update-appearance': eachUpdate(
    ({ facts }) => !isOwnAppearance(facts),
    ({ facts }) => one(facts.appearance ?? facts.image),
  ),
  'update-handwriting': eachUpdate(
    ({ isHandwriting }) => !isHandwriting,
    ({ facts }) => one(facts.appearance),
  ),
  /** What is seen of a signature stands in a cell to sign in. */
  'update-cell': eachUpdate(
    (update, own) => {
      const { rect, marks } = placeOf(update, own)
      return rect !== undefined && (marks === undefined || !isInSigningCell(rect, marks))
    },
    ({ facts }) => one(facts.widget),
  ),
  /** It covers nothing that was there. */
  'update-cover': eachUpdate(
    (update, own) => {
      const { rect, marks } = placeOf(update, own)
      const earlier = own.updates
        .slice(0, own.updates.indexOf(update))
        .flatMap((other) => (other.facts.page?.number === update.facts.page?.number ? rectsOf(other) : []))
      return rect !== undefined && marks !== undefined && !update.isBlank && !coversNothing(rect, marks, earlier)
    },
    ({ facts }) => one(facts.widget),
  ),
  /** No field has the name of an earlier one. */
  'update-name': eachUpdate(
    (update, own) =>
      own.updates.slice(0, own.updates.indexOf(update)).some(({ facts }) => facts.fieldName === update.facts.fieldName),
    ({ facts }) => one(facts.widget),
  ),
  /** Each save is closed by the signature that it holds, as a reader finds it, up to its last byte. */
  'update-signed': ofPaper((own, { signatures }) =>
    own.updates.flatMap(({ facts: { signature, revision } }, index) =>
      signatures.some((found) => found.number === signature?.number && endOf(found) === revision.end)
        ? []
        : [{ at: index + 1, objects: one(signature) }],
    ),
  ),
  /** Nothing stands in the file but such saves. */
  rest: ofPaper((own, { length }) => (own.rest === length ? [] : [{ at: own.revisions.length, objects: [] }])),
} as const

const all = { ...ofSignatures, ...ofStructure, ...ofOwnForm }
export type CheckName = keyof typeof all
export type FormCheckName = keyof typeof ofOwnForm

export const checkNames = Object.keys(all) as CheckName[]
export const isFormCheck = (name: CheckName): name is FormCheckName => name in ofOwnForm

/** Everything that the named checks find. Pure: what they ask for was gathered before. */
export function findFaults(facts: PdfFacts, names: readonly CheckName[] = checkNames): Finding[] {
  return names.flatMap((check) => all[check](facts).map((found) => ({ check, ...found })))
}

function rectsOf({ facts: { rect }, isBlank }: SignedUpdate): Rect[] {
  return rect === undefined || isBlank ? [] : [rect]
}

function placeOf(
  { facts }: SignedUpdate,
  own: OwnPaper,
): { rect: Rect | undefined; marks: ReturnType<OwnPaper['marks']['get']> } {
  const isSeen = facts.appearance !== undefined
  return { rect: isSeen ? facts.rect : undefined, marks: own.marks.get(facts.page?.number ?? -1) }
}
