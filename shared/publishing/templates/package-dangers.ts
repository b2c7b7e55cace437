/** What may not lie in a template: anything that reads another file, holds another document or runs. ISO/IEC 29500. */
import { DOMParser, type Document } from '@xmldom/xmldom'
import { type PackageDanger } from './template-problem'

export const macroParts = /vbaProject|vbaData|^customUI\/|^word\/_rels\/vba/i
export const objectParts = /\/embeddings\/|\/activeX\/|\/ctrlProps\/|oleObject/i
/** Kinds of relationship by the last word of their type. */
export const dangerousTypes: Record<string, 'macro' | 'alt-chunk' | 'embedded-object'> = {
  vbaProject: 'macro',
  wordVbaData: 'macro',
  extensibility: 'macro',
  ui: 'macro',
  aFChunk: 'alt-chunk',
  oleObject: 'embedded-object',
  package: 'embedded-object',
  control: 'embedded-object',
  subDocument: 'embedded-object',
  frame: 'embedded-object',
}
export const activeField =
  /\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|RD|HYPERLINK(?!\s+\\l))\b/i

/** A part of the package; `text` answers its words, or undefined when the archive is damaged there. */
export type PackagePart = { readonly name: string; readonly text: () => string | undefined }

/** Everything dangerous in the package, part by part. */
export function packageDangers(parts: readonly PackagePart[]): PackageDanger[] {
  return parts.flatMap(({ name, text }): PackageDanger[] => {
    if (macroParts.test(name)) return [{ kind: 'macro', part: name }]
    if (objectParts.test(name)) return [{ kind: 'embedded-object', part: name }]
    const content = text()
    if (content === undefined) return [{ kind: 'unreadable', part: name }]
    if (!/\.(xml|rels)$/i.test(name)) return []
    const document = parse(content)
    if (document === undefined) return [{ kind: 'unreadable', part: name }]
    return /\.rels$/i.test(name) ? relationshipDangers(name, document) : contentDangers(name, document)
  })
}

/** Undefined when it is no XML or brings a document type (and with it entities) of its own. */
function parse(xml: string): Document | undefined {
  try {
    const stop = () => {
      throw new TypeError('not well-formed')
    }
    const document = new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml')
    return document.doctype === null ? document : undefined
  } catch {
    return undefined
  }
}

const elementsOf = (document: Document) => Array.from(document.getElementsByTagNameNS('*', '*'))

function relationshipDangers(part: string, document: Document): PackageDanger[] {
  return elementsOf(document).flatMap((element): PackageDanger[] => {
    const target = element.getAttribute('Target') ?? ''
    const mode = element.getAttribute('TargetMode') ?? ''
    const isElsewhere = /^[a-z][a-z0-9+.-]*:|^\\\\|^\/\//i.test(target)
    if (mode.toLowerCase() === 'external' || isElsewhere) return [{ kind: 'external-relationship', part, target }]
    const kind = dangerousTypes[(element.getAttribute('Type') ?? '').split('/').at(-1) ?? '']
    return kind === undefined ? [] : [{ kind, part }]
  })
}

function contentDangers(part: string, document: Document): PackageDanger[] {
  const found: PackageDanger[] = []
  let fields = ''
  for (const element of elementsOf(document)) {
    const name = element.localName
    if (name === 'altChunk') found.push({ kind: 'alt-chunk', part })
    if (name === 'OLEObject' || name === 'control') found.push({ kind: 'embedded-object', part })
    if (/macroEnabled/i.test(element.getAttribute('ContentType') ?? '')) found.push({ kind: 'macro', part })
    // A field's words may be cut into several runs; its end closes them.
    if (name === 'instrText') fields += element.textContent ?? ''
    if (name === 'fldChar') fields += '\n'
    if (name === 'fldSimple') fields += `\n${simpleField(element.attributes)}\n`
  }
  const field = activeField.exec(fields)?.[1]
  if (field !== undefined) found.push({ kind: 'active-field', part, field: field.toUpperCase() })
  return found
}

const simpleField = (attributes: ArrayLike<{ localName: string | null; value: string }>): string =>
  Array.from(attributes).find(({ localName }) => localName === 'instr')?.value ?? ''
