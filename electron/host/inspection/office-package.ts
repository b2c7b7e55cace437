import type { OfficeProblem } from '@shared/ipc/workbook-reading'
import { inspectFile } from './inspect-file'
import { inspectionLimits } from './limits'
import { readParts } from './package-zip'
import { scanXml, type XmlEvents } from './xml-scan'
import { xmlText } from './xml-text'

/** Told as the problem that it is; everything else is a defect of ours. */
export class OfficeRefused extends Error {
  constructor(readonly problem: OfficeProblem) {
    super(problem)
  }
}

export const refuse = (problem: OfficeProblem): never => {
  throw new OfficeRefused(problem)
}

export type ReadPart = (name: string) => Promise<string | undefined>
export type Relation = { readonly type: string; readonly target: string }

/** The main part of a package and what it refers to. */
export type OfficePackage = {
  readonly main: string
  readonly related: ReadonlyMap<string, Relation>
  readonly part: ReadPart
}

/**
 * Opens a file of an office program (ISO/IEC 29500-2) without running or following anything in it.
 * @throws OfficeRefused
 */
export async function openOfficePackage(bytes: Buffer): Promise<OfficePackage> {
  const { format, findings } = await inspectFile(bytes)
  const has = (kind: (typeof findings)[number]['kind']) => findings.some((finding) => finding.kind === kind)
  if (has('encrypted')) return refuse('locked')
  if (has('old-office') || has('wps-file')) return refuse('old-format')
  if (has('bomb')) return refuse('too-much')
  if (format !== 'package') return refuse('foreign')
  const part = await partsOf(bytes)
  const main = [...(await relationsOf(part, '')).values()].find(({ type }) => type.endsWith('/officeDocument'))
  if (main === undefined) return refuse('foreign')
  return { main: main.target, related: await relationsOf(part, main.target), part }
}

async function partsOf(bytes: Buffer): Promise<ReadPart> {
  const parts = await readParts(bytes)
  if (parts === 'encrypted') return refuse('locked')
  if (parts === 'bad') return refuse('damaged')
  const byName = new Map(parts.map((part) => [part.name.toLowerCase(), part]))
  return async (name) => {
    const content = await byName.get(name.toLowerCase())?.unpack()
    if (content === undefined) return undefined
    if (content === null) return refuse('damaged')
    if (content === 'bomb' || content.length > inspectionLimits.readBytes) return refuse('too-much')
    return xmlText(content)
  }
}

/** ISO/IEC 29500-2, 6.5: what a part refers to inside the file, by the names that it gives them. */
async function relationsOf(part: ReadPart, source: string): Promise<ReadonlyMap<string, Relation>> {
  const at = source.lastIndexOf('/') + 1
  const xml = await part(`${source.slice(0, at)}_rels/${source.slice(at)}.rels`)
  const found = new Map<string, Relation>()
  if (xml === undefined) return found
  eachElement(xml, (name, attributes) => {
    const given = attributes()
    if (name !== 'Relationship' || given.get('TargetMode') === 'External') return
    const target = new URL(given.get('Target') ?? '', `package:/${source}`).pathname.replace(/^\//u, '')
    found.set(given.get('Id') ?? '', { type: given.get('Type') ?? '', target: decodeURIComponent(target) })
  })
  return found
}

/** Passes over the elements of a part. @throws OfficeRefused if it is no rightly nested XML */
export function eachElement(xml: string, onElement: XmlEvents['onElement']): void {
  if (scanXml(xml, { onElement, onText: () => undefined, wantsText: () => false }) !== null) refuse('damaged')
}
