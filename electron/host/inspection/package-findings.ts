import type { Finding, FindingKind } from '@shared/inspection/finding'
import { activeField, dangerousTypes, macroParts, objectParts } from '@shared/publishing/templates/package-dangers'
import { scanXml, type XmlFault } from './xml-scan'

/** Gathers findings by kind, so that a million of them take no more room than one. */
export class FindingCounter {
  readonly #found = new Map<FindingKind, Finding>()

  add(kind: FindingKind, detail: string): void {
    const before = this.#found.get(kind)
    const shown = before?.detail ?? detail.trim().slice(0, 200)
    this.#found.set(kind, { kind, count: (before?.count ?? 0) + 1, detail: shown })
  }

  all(): Finding[] {
    return [...this.#found.values()]
  }
}

/** What a part is by its name alone, or by its first bytes; null if it is to be read. */
export function kindByName(name: string, isMacroProject: boolean): FindingKind | null {
  if (macroParts.test(name) || isMacroProject || /(?:^|\/)(?:macrosheets|dialogsheets)\//iu.test(name)) return 'macro'
  return objectParts.test(name) ? 'embedded-object' : null
}

const kindOfType: Readonly<Record<(typeof dangerousTypes)[string], FindingKind>> = {
  macro: 'macro',
  'alt-chunk': 'foreign-text',
  'embedded-object': 'embedded-object',
}

/** Relationships whose target is what a reader opens first (ISO/IEC 29500-2, transitional and strict, and Visio's). */
const mainTypes = new Set(['officeDocument', 'document'])
const macroContent = /macroEnabled|vbaProject|macrosheet|vbaData/iu

/**
 * Reads an XML part of a package for what acts or reaches outside.
 * @param onMain hears that the package has a main part
 */
export function readPart(name: string, text: string, found: FindingCounter, onMain: () => void): XmlFault | null {
  const isRelations = /\.rels$/iu.test(name)
  const isConnections = /connections\w*\.xml$/iu.test(name)
  let fields = ''
  const fault = scanXml(text, {
    wantsText: (element) => element === 'instrText' || element === 'delInstrText' || element === 'f',
    onText: (element, words) => {
      // A formula that asks another program: `=cmd|'/c calc'!A1`.
      if (element !== 'f') fields += words
      else if (/^[^"']*\b[a-z0-9_.]+\|'?[^"]*'?!/iu.test(words)) found.add('active-field', 'DDE')
    },
    onElement: (element, attributes) => {
      switch (element) {
        case 'Relationship':
          if (isRelations) relation(name, attributes(), found, onMain)
          return
        case 'Override':
        case 'Default': {
          const type = attributes().get('ContentType') ?? ''
          if (macroContent.test(type)) found.add('macro', name)
          if (/\bmain\+xml$/iu.test(type)) onMain()
          return
        }
        case 'altChunk':
          return found.add('foreign-text', name)
        case 'OLEObject':
        case 'control':
          return found.add('embedded-object', name)
        // A field's words may be cut into several runs; its end closes them.
        case 'fldChar':
          fields += '\n'
          return
        case 'fldSimple':
          fields += `\n${attributes().get('instr') ?? ''}\n`
          return
        case 'ddeLink':
          return found.add('active-field', 'DDE')
        case 'dbPr':
          if (isConnections) found.add('external-part', attributes().get('connection') ?? name)
          return
        case 'webPr':
          if (isConnections) found.add('external-part', attributes().get('url') ?? name)
          return
        case 'hlinkClick':
        case 'hlinkHover':
        case 'hlinkMouseOver':
          return action(name, attributes().get('action') ?? '', found)
      }
    },
  })
  for (const [, field = ''] of fields.matchAll(new RegExp(activeField.source, 'giu'))) {
    if (/^HYPERLINK$/iu.test(field)) found.add('link', '')
    else found.add('active-field', field.toUpperCase())
  }
  return fault
}

function relation(
  part: string,
  attributes: ReadonlyMap<string, string>,
  found: FindingCounter,
  onMain: () => void,
): void {
  const target = (attributes.get('Target') ?? '').trim()
  const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? ''
  const isElsewhere = /^[a-z][a-z0-9+.-]*:|^\\\\|^\/\//iu.test(target)
  const isExternal = (attributes.get('TargetMode') ?? '').trim().toLowerCase() === 'external' || isElsewhere
  if (isExternal) return found.add(type === 'hyperlink' ? 'link' : 'external-part', target === '' ? part : target)
  const kind = Object.hasOwn(dangerousTypes, type) ? dangerousTypes[type] : undefined
  if (kind !== undefined) return found.add(kindOfType[kind], part)
  if (/^xlMacrosheet$|^xlIntlMacrosheet$/iu.test(type)) return found.add('macro', part)
  if (/^_rels\/\.rels$/iu.test(part) && mainTypes.has(type)) onMain()
}

/** What a click in a presentation does besides leading somewhere. */
function action(part: string, words: string, found: FindingCounter): void {
  if (/^ppaction:\/\/program/iu.test(words)) found.add('launch', part)
  if (/^ppaction:\/\/macro/iu.test(words)) found.add('macro', part)
  if (/^ppaction:\/\/ole/iu.test(words)) found.add('embedded-object', part)
}
