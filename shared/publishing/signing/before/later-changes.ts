/**
 * Frozen as it was in versions up to 0.1.0, like `cms.ts` beside it. What an incremental update changed: a signature's
 * bytes may be intact while a later update shows something else.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFStream, type PDFContext, type PDFObject } from 'pdf-lib'

/**
 * 'signatures': only further signature fields. 'other': pages, texts or anything else; the later state is not what was
 * signed.
 */
type LaterChanges = 'none' | 'signatures' | 'other'

/**
 * Compares an earlier revision (a prefix of the file) with the file. Anything that cannot be parsed counts as 'other'.
 */
export async function laterChanges(earlier: Uint8Array, now: Uint8Array): Promise<LaterChanges> {
  try {
    const options = { updateMetadata: false, ignoreEncryption: true }
    const [before, after] = await Promise.all([PDFDocument.load(earlier, options), PDFDocument.load(now, options)])
    return onlySignaturesAdded(before.context, after.context) ? 'signatures' : 'other'
  } catch {
    return 'other'
  }
}

function onlySignaturesAdded(before: PDFContext, after: PDFContext): boolean {
  if (String(before.trailerInfo.Root) !== String(after.trailerInfo.Root)) return false
  if (String(before.trailerInfo.Info) !== String(after.trailerInfo.Info)) return false
  return before.enumerateIndirectObjects().every(([ref, old]) => {
    const current = after.lookup(ref)
    if (current === undefined) return false
    return (
      isSame(old, current) || (old instanceof PDFDict && current instanceof PDFDict && isAllowed(old, current, after))
    )
  })
}

function isSame(a: PDFObject, b: PDFObject): boolean {
  if (a instanceof PDFStream && b instanceof PDFStream) {
    const left = a.getContents()
    const right = b.getContents()
    return (
      String(a.dict) === String(b.dict) && left.length === right.length && left.every((byte, at) => byte === right[at])
    )
  }
  return String(a) === String(b)
}

/** A catalogue may gain a form, a page annotations, a form fields: signature fields each and nothing lost. */
function isAllowed(old: PDFDict, current: PDFDict, context: PDFContext): boolean {
  const type = current.lookup(PDFName.of('Type'))
  if (type === PDFName.of('Catalog')) return sameBut(old, current, ['AcroForm']) && keepsForm(old, current)
  if (type === PDFName.of('Page')) {
    return sameBut(old, current, ['Annots']) && gainsOnlySignatures(old, current, 'Annots', context)
  }
  if (current.has(PDFName.of('Fields'))) {
    return sameBut(old, current, ['Fields', 'SigFlags']) && gainsOnlySignatures(old, current, 'Fields', context)
  }
  return false
}

function keepsForm(old: PDFDict, current: PDFDict): boolean {
  const before = old.get(PDFName.of('AcroForm'))
  return before === undefined || String(before) === String(current.get(PDFName.of('AcroForm')))
}

function sameBut(old: PDFDict, current: PDFDict, except: readonly string[]): boolean {
  const keys = new Set([...old.keys(), ...current.keys()].map(String))
  return [...keys].every((key) => {
    const name = key.slice(1)
    return except.includes(name) || String(old.get(PDFName.of(name))) === String(current.get(PDFName.of(name)))
  })
}

function gainsOnlySignatures(old: PDFDict, current: PDFDict, key: string, context: PDFContext): boolean {
  const before = entries(old, key).map(String)
  const now = entries(current, key)
  if (!before.every((entry) => now.some((other) => String(other) === entry))) return false
  return now
    .filter((entry) => !before.includes(String(entry)))
    .every((entry) => {
      const field = entry instanceof PDFRef ? context.lookup(entry) : entry
      return field instanceof PDFDict && field.lookup(PDFName.of('FT')) === PDFName.of('Sig')
    })
}

function entries(dict: PDFDict, key: string): PDFObject[] {
  const list = dict.lookup(PDFName.of(key))
  return list instanceof PDFArray ? list.asArray() : []
}
