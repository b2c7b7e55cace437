import type { Finding, FindingKind } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'
import type { PdfDict, PdfValue } from './pdf-lexer'
import { isDict, itemsOf, nameOf, numberOf, valuesBehind, type PdfObjects } from './pdf-objects'

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

const one = (kind: FindingKind, detail = ''): Finding => ({ kind, count: 1, detail })

/**
 * Everything in a value that acts, reaches outside, or holds another file, whichever version of an object a reader
 * takes.
 */
export function activeParts(value: PdfValue, objects: PdfObjects): Finding[] {
  const found: Finding[] = []
  const waiting: PdfValue[] = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    if (next.kind === 'array') {
      for (const item of next.items) waiting.push(item)
      // A list that holds words may be no list to another reader.
      if (next.isBent) found.push(...partsOfDict(asDict(next.items), objects))
    }
    if (next.kind !== 'dict') continue
    found.push(...partsOfDict(next, objects))
    for (const entry of next.loose ?? next.entries.values()) waiting.push(entry)
  }
  return found
}

const asDict = (items: readonly PdfValue[]): PdfDict => ({ kind: 'dict', entries: new Map(), loose: items })

function partsOfDict(dict: PdfDict, objects: PdfObjects): Finding[] {
  const found: Finding[] = []
  const has = (key: string): boolean =>
    dict.loose === null ? dict.entries.has(key) : valuesBehind(dict.loose, key).length > 0
  const kindsOf = (key: string, kinds: Readonly<Record<string, FindingKind>>): Set<FindingKind> =>
    new Set(objects.meaningsOf(dict, key).flatMap((value) => own(kinds, nameOf(value))))
  if (has('S')) {
    for (const kind of kindsOf('S', actions)) found.push(one(kind))
    const isElsewhere = objects.meaningsOf(dict, 'S').some((value) => nameOf(value) === 'Thread') && has('F')
    if (isElsewhere) found.push(one('remote-file'))
  }
  const isScript = found.some(({ kind }) => kind === 'script')
  if (!isScript && has('JS') && objects.meaningsOf(dict, 'JS').some(has('S') ? isText : isScriptText)) {
    found.push(one('script'))
  }
  if (has('Subtype')) for (const kind of kindsOf('Subtype', annotations)) found.push(one(kind))
  if (has('EF') && objects.meaningsOf(dict, 'EF').some(isDict)) found.push(one('embedded-file'))
  if (has('XFA') && objects.meaningsOf(dict, 'XFA').some(isForm)) found.push(one('xfa'))
  // A page of another file, drawn in this one (ISO 32000-1 8.10.4).
  const isReference = has('Ref') && objects.meaningsOf(dict, 'Ref').some((ref) => isDict(ref) && ref.entries.has('F'))
  if (isReference) found.push(one('remote-file'))
  return found
}

const own = (kinds: Readonly<Record<string, FindingKind>>, name: string | null): FindingKind[] => {
  const kind = name !== null && Object.hasOwn(kinds, name) ? kinds[name] : undefined
  return kind === undefined ? [] : [kind]
}

/** A string, or a stream. */
const isText = (value: PdfValue): boolean => (typeof value === 'object' && value?.kind === 'string') || isDict(value)

/** Outside of an action, a font or picture may be called JS as well. */
const isScriptText = (value: PdfValue): boolean =>
  isDict(value)
    ? !['Font', 'XObject'].includes(nameOf(value.entries.get('Type')) ?? '') && !value.entries.has('Subtype')
    : isText(value)

/** The parts of a dynamic form: one stream, or a list of names and streams. */
const isForm = (value: PdfValue): boolean => isDict(value) || (itemsOf(value)?.length ?? 0) > 0

/** A stream whose bytes lie in another file, and a picture larger than is drawn. */
export function streamParts(dict: PdfDict, isPacked: boolean, objects: PdfObjects): Finding[] {
  const number = (key: string): number => numberOf(objects.resolve(dict.entries.get(key))) ?? 0
  const files = dict.entries.has('F') ? objects.meaningsOf(dict, 'F') : []
  const isNamed = files.some((file) => typeof file === 'object' && file?.kind === 'string')
  const isElsewhere = files.some(isDict) || (isNamed && !isPacked)
  const pixels = number('Width') * number('Height')
  const isPicture = pixels > inspectionLimits.pixels && nameOf(objects.resolve(dict.entries.get('Subtype'))) === 'Image'
  return [...(isElsewhere ? [one('remote-file')] : []), ...(isPicture ? [one('huge-picture', String(pixels))] : [])]
}
