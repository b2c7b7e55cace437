/** What a certifying signature forbids to be done behind it (ISO 32000-1 12.8.2.2, DocMDP), and whether it was done. */
import type { PdfView } from '../pdf-structure/pdf-view'
import { numberOf } from '../pdf-structure/cross-references'
import { entry, type PdfDict, type PdfValue } from '../pdf-structure/syntax'

/** 1: nothing may change. 2: fields may be filled and signed. 3: notes may be added as well. */
export type CertifiedLevel = 1 | 2 | 3

/** More annotations than anybody looks through. */
const most = 20_000

/** What a signature forbids; undefined when it certifies nothing. What is said in no known way forbids most. */
export async function certifiedLevel(view: PdfView, signature: PdfDict): Promise<CertifiedLevel | undefined> {
  for (const item of (await view.lookup(signature, 'Reference', 'array'))?.items ?? []) {
    const reference = await view.resolve(item)
    if (reference?.kind !== 'dict') continue
    if ((await view.lookup(reference, 'TransformMethod', 'name'))?.name !== 'DocMDP') continue
    const parameters = await view.lookup(reference, 'TransformParams', 'dict')
    const said = parameters === undefined ? undefined : await view.resolve(entry(parameters, 'P'))
    if (said === undefined) return 2
    const level = numberOf(said)
    return level === 2 || level === 3 ? level : 1
  }
  return undefined
}

/** Whether a page bears a note, stamp or link now that it did not bear when the file had this many saves. */
export async function addsAnnotations(view: PdfView, saves: number): Promise<boolean> {
  const root = await view.lookup(view.trailer, 'Root', 'dict')
  const seen = new Set<number>()
  const isNew = (value: PdfValue): boolean =>
    value.kind !== 'reference' || (view.placeOf(value.number)?.revision ?? saves) >= saves
  const walk = async (value: PdfValue | undefined): Promise<boolean> => {
    if (value?.kind !== 'reference' || seen.has(value.number) || seen.size > most) return false
    seen.add(value.number)
    const node = await view.resolve(value)
    if (node?.kind !== 'dict') return false
    for (const item of (await view.lookup(node, 'Annots', 'array'))?.items ?? []) {
      const annotation = isNew(item) || isNew(value) ? await view.resolve(item) : undefined
      if (annotation?.kind !== 'dict') continue
      const isField = (await view.lookup(annotation, 'Subtype', 'name'))?.name === 'Widget'
      if (!isField && isNew(item)) return true
    }
    for (const kid of (await view.lookup(node, 'Kids', 'array'))?.items ?? []) if (await walk(kid)) return true
    return false
  }
  return walk(root === undefined ? undefined : entry(root, 'Pages'))
}

/** Numbers of earlier objects that a save wrote again, but for the catalogue of one that only adds what validates. */
export async function rewrittenIn(view: PdfView, save: number): Promise<number[]> {
  const { trailer, places } = view.revisions[save] ?? { trailer: view.trailer, places: new Map<number, unknown>() }
  const root = entry(trailer, 'Root')
  const catalog = await view.resolve(root)
  const validates = catalog?.kind === 'dict' && entry(catalog, 'DSS') !== undefined
  const earlier = view.revisions.slice(0, save)
  return [...places.keys()].filter((number) => {
    if (number === 0 || (validates && root?.kind === 'reference' && root.number === number)) return false
    return earlier.some((revision) => revision.places.has(number))
  })
}
