import type { Finding, FindingKind } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'
import { hasMacroProject, isCompound } from './ole-directory'
import { FindingCounter, kindByName, readPart } from './package-findings'
import { readParts } from './package-zip'
import { looksLikeXml, xmlText } from './xml-text'

const one = (kind: FindingKind, detail = ''): Finding => ({ kind, count: 1, detail: detail.slice(0, 200) })

/** Where the main parts of documents usually lie; others are found through the relations of the package. */
const usualMain = /^(?:word\/document|xl\/workbook|ppt\/presentation|visio\/document)\.(?:xml|bin)$/iu

/**
 * Looks into a packed document (DOCX and its like, ISO/IEC 29500, or another ZIP) without running or fetching anything.
 * Parts are unpacked in memory, one after another, each and all together up to a limit, whatever sizes they state.
 */
export async function inspectPackage(bytes: Buffer): Promise<Finding[]> {
  const parts = await readParts(bytes)
  if (parts === 'bad') return [one('bad-package')]
  if (parts === 'encrypted') return [one('encrypted')]
  const found = new FindingCounter()
  const faults = new FindingCounter()
  let unpacked = 0
  let hasTypes = false
  let hasMain = false
  for (const { name, isEncrypted, unpack } of parts) {
    if (isOutside(name)) return [one('bad-name', name)]
    if (isEncrypted) return [one('encrypted')]
    if (name.endsWith('/')) continue
    const content = await unpack()
    if (content === 'bomb') return [one('bomb')]
    if (content === null) return [one('broken-part', name)]
    unpacked += content.length
    if (unpacked > inspectionLimits.unpackedBytes) return [one('bomb')]
    hasTypes ||= /^\[Content_Types\]\.xml$/iu.test(name)
    hasMain ||= usualMain.test(name)
    const kind = kindByName(name, isCompound(content) && hasMacroProject(content))
    if (kind !== null) found.add(kind, name)
    const isNamedXml = /\.(?:xml|rels)$/iu.test(name)
    if (!isNamedXml && !looksLikeXml(content)) continue
    if (content.length > inspectionLimits.readBytes) return [one('bomb')]
    const fault = readPart(name, xmlText(content), found, () => (hasMain = true))
    if (fault === 'entities' || fault === 'too-deep') {
      // A page or a drawing of another kind may say what it is without any harm.
      if (isNamedXml || fault === 'too-deep') return [one(fault, name)]
    } else if (fault !== null && isNamedXml) faults.add('broken-part', name)
  }
  if (!hasTypes || !hasMain) return [one('no-document')]
  return [...faults.all(), ...found.all()]
}

/** A name that leads out of the package, or means another thing elsewhere. */
const isOutside = (name: string): boolean =>
  /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|[\0]/iu.test(name) || name.length > 1000
