/**
 * The signatures of a PDF as readers find them: from the newest trailer through the form's fields (ISO 32000-1 12.7,
 * 12.8).
 */
import { certifiedLevel, type CertifiedLevel } from './certification'
import { numbersOf } from '../pdf-structure/cross-references'
import type { PdfView } from '../pdf-structure/pdf-view'
import { entry, latin1, textOf, type PdfDict, type PdfValue, type Span } from '../pdf-structure/syntax'

export interface SignedField {
  fieldName?: string
  /** An instant in UTC. */
  signedAt?: string
  reason?: string
  /** What a handler is told to do with it, as `ETSI.CAdES.detached`. */
  subFilter: string
  /** What it forbids to be done behind it, if it certifies. */
  certifies?: CertifiedLevel
  /** The number of its dictionary's object; absent when the field holds it itself. */
  number?: number
  /** Index of the save that wrote the dictionary. */
  revision: number
  /** As it stands; undefined when it is missing, twice there, or no list of whole numbers. */
  range: number[] | undefined
  /** Where the signature's string stands; undefined when it does not stand in the file itself. */
  contents: Span | undefined
  cms: Uint8Array<ArrayBuffer>
}

/** Deeper and more fields than any form has. */
const deepest = 32
const most = 20_000

/** How many usage rights the catalogue bears (12.8.2.3): signatures of a vendor's, which no field shows. */
export async function countUsageRights(view: PdfView): Promise<number> {
  const root = await view.lookup(view.trailer, 'Root', 'dict')
  const rights = root === undefined ? undefined : await view.lookup(root, 'Perms', 'dict')
  return rights?.entries.filter(([name]) => name === 'UR' || name === 'UR3').length ?? 0
}

/** Every field that holds a signature, in the order of the form. @throws PdfStructureError */
export async function findSignedFields(view: PdfView): Promise<SignedField[]> {
  const root = await view.lookup(view.trailer, 'Root', 'dict')
  const form = root === undefined ? undefined : await view.lookup(root, 'AcroForm', 'dict')
  const fields = form === undefined ? undefined : await view.lookup(form, 'Fields', 'array')
  const found: SignedField[] = []
  const seen = new Set<number>()
  const walk = async (value: PdfValue, above: { type?: string; name: string[] }, depth: number): Promise<void> => {
    if (depth > deepest || seen.size > most) return
    if (value.kind === 'reference') {
      if (seen.has(value.number)) return
      seen.add(value.number)
    }
    const field = await view.resolve(value)
    if (field?.kind !== 'dict') return
    const type = (await view.lookup(field, 'FT', 'name'))?.name ?? above.type
    const own = await view.lookup(field, 'T', 'string')
    const name = own === undefined ? above.name : [...above.name, textOf(own.bytes)]
    const signature = type === 'Sig' ? await readSignature(view, field, name.join('.')) : undefined
    const isKnown = signature?.number !== undefined && found.some(({ number }) => number === signature.number)
    if (signature !== undefined && !isKnown) found.push(signature)
    const kids = await view.lookup(field, 'Kids', 'array')
    for (const kid of kids?.items ?? []) await walk(kid, { ...(type !== undefined && { type }), name }, depth + 1)
  }
  for (const field of fields?.items ?? []) await walk(field, { name: [] }, 0)
  return found
}

async function readSignature(view: PdfView, field: PdfDict, fieldName: string): Promise<SignedField | undefined> {
  const held = entry(field, 'V')
  const dict = await view.resolve(held)
  if (dict?.kind !== 'dict') return undefined
  const number = held?.kind === 'reference' ? held.number : undefined
  const place = number === undefined ? undefined : view.placeOf(number)
  const contents = entry(dict, 'Contents')
  const isInFile = place?.place.kind === 'at' && contents?.kind === 'string' && contents.isHex
  const [reason, at] = [await view.lookup(dict, 'Reason', 'string'), await view.lookup(dict, 'M', 'string')]
  const signedAt = at === undefined ? undefined : instantOf(latin1(at.bytes))
  const certifies = await certifiedLevel(view, dict)
  return {
    fieldName,
    ...(certifies !== undefined && { certifies }),
    ...(signedAt !== undefined && { signedAt }),
    ...(reason !== undefined && { reason: textOf(reason.bytes) }),
    subFilter: (await view.lookup(dict, 'SubFilter', 'name'))?.name ?? '',
    ...(number !== undefined && { number }),
    revision: place?.revision ?? view.revisions.length - 1,
    range: numbersOf(await view.resolve(entry(dict, 'ByteRange'))),
    contents: isInFile ? { start: contents.start, end: contents.end } : undefined,
    cms: contents?.kind === 'string' ? new Uint8Array(contents.bytes) : new Uint8Array(0),
  }
}

/** 7.9.4: `D:20261120090000+08'00'`. */
function instantOf(text: string): string | undefined {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z.*|([+-])(\d\d)'?(\d\d)?'?)?$/.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match
  const offset = match[7] === undefined ? 'Z' : `${match[7]}${match[8]}:${match[9] ?? '00'}`
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
