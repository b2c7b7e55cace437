import { z } from 'zod'
import { sha256Schema } from '../domain/ids'

/** Pages of a PDF that is opened; materials of real dossiers stay far below. */
export const mostPages = 10_000

/** What keeps a file closed here: it cannot be read, or reading it could stop the computer. */
export const refusingFindings = [
  'encrypted',
  'broken',
  'broken-part',
  'truncated',
  'bomb',
  'too-deep',
  'loop',
  'too-many-pages',
  'too-long',
  'too-heavy',
  'bad-package',
  'bad-name',
  'entities',
] as const

/** What could act by itself, or reach outside, in another program. Never run here; the file is kept as it is. */
export const activeFindings = [
  'script',
  'launch',
  'submit',
  'remote-file',
  'media',
  'xfa',
  'macro',
  'external-part',
  'embedded-object',
  'foreign-text',
  'active-field',
] as const

/** What a reader should know, without danger of its own. */
export const notingFindings = [
  'link',
  'embedded-file',
  'restricted',
  'opaque',
  'two-formats',
  'huge-page',
  'huge-picture',
  'garbled-text',
  'not-inspected',
  'old-office',
  'wps-file',
  'no-document',
] as const

export const findingKinds = [...refusingFindings, ...activeFindings, ...notingFindings] as const
export type FindingKind = (typeof findingKinds)[number]

/** `count`: how often; 0 where counting means nothing. `detail`: a part's name, a limit. Words: `finding.<kind>`. */
export const findingSchema = z.strictObject({
  kind: z.enum(findingKinds),
  count: z.int().min(0),
  detail: z.string().max(200),
})
export type Finding = Readonly<z.infer<typeof findingSchema>>

/** What was found in a file, by looking at it without running anything of it. */
export const inspectionSchema = z.strictObject({
  format: z.enum(['pdf', 'package', 'image', 'other']),
  findings: z.array(findingSchema),
})
export type Inspection = Readonly<z.infer<typeof inspectionSchema>>

/** The inspection of an attachment. `fileNames`: what the records of a bundle call it; empty where nobody asked. */
export const inspectedFileSchema = z.strictObject({
  sha256: sha256Schema,
  fileNames: z.array(z.string()),
  inspection: inspectionSchema,
})
export type InspectedFile = Readonly<z.infer<typeof inspectedFileSchema>>

const refusing: ReadonlySet<FindingKind> = new Set(refusingFindings)
const active: ReadonlySet<FindingKind> = new Set(activeFindings)

export type FindingLevel = 'refused' | 'active' | 'note'

/** How much a finding weighs. */
export const levelOf = (kind: FindingKind): FindingLevel =>
  refusing.has(kind) ? 'refused' : active.has(kind) ? 'active' : 'note'

/** The finding for which a file is not opened here; undefined if it is. */
export const refusalIn = ({ findings }: Inspection): Finding | undefined =>
  findings.find(({ kind }) => refusing.has(kind))

/** Findings counted by kind, the first detail of each kept, the heaviest first. */
export function summarise(found: readonly Finding[]): Finding[] {
  const byKind = new Map<FindingKind, Finding>()
  for (const finding of found) {
    const before = byKind.get(finding.kind)
    byKind.set(finding.kind, before === undefined ? finding : { ...before, count: before.count + finding.count })
  }
  return findingKinds.flatMap((kind) => byKind.get(kind) ?? [])
}
