import { leavesOf, pathKey } from '../lib/leaves'
import { isPlaceholder, isSampleAlliance } from '../domain/sample'
import { err, ok, type Result } from '../lib/result'
import type { DocumentModel } from './blocks'
import { documentInputKinds, type DocumentInputId, type Typed } from './catalogue-facts'
import type { MissingValue, MissingValues } from './missing-values'

/** Under these, facts hold the names of bodies and people: never what somebody wrote in sentences. */
const nameKeys: ReadonlySet<string> = new Set([
  ...(['name', 'fullName', 'unitName', 'expertName', 'divisionName', 'departmentName', 'signer'] as const),
  ...(['addressee', 'copiedTo', 'printedBy', 'issuedBy'] as const),
])

/** What a paper is about, as each kind of facts has it. */
type About = {
  readonly file?: { readonly content: { readonly alliance: { readonly name: string } } }
  readonly dossiers?: readonly { readonly content: { readonly alliance: { readonly name: string } } }[]
  readonly allianceName?: string
}

/** Whether any alliance of the facts is a real one. */
function isAboutReal({ file, dossiers = [], allianceName }: About): boolean {
  const named = allianceName === undefined ? [] : [{ name: allianceName }]
  const alliances = [...[file ?? [], dossiers].flat().map(({ content }) => content.alliance), ...named]
  return alliances.some((alliance) => !isSampleAlliance(alliance))
}

/**
 * Names that are placeholders and nobody's, and stand on a paper about a real alliance: bodies of the settings, what
 * was sealed or typed under such a name, people and units of the samples. What people wrote in sentences is not asked.
 * Pure.
 */
export function placeholdersOn(model: DocumentModel, facts: object, typed: Typed = {}): readonly MissingValue[] {
  if (!isAboutReal(facts)) return []
  const printed = leavesOf(model)
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .join('\n')
  const ofFacts = leavesOf(facts).filter(({ path }) => nameKeys.has(String(path.at(-1))))
  const ofForm = Object.entries(typed).flatMap(([id, value]) =>
    documentInputKinds[id as DocumentInputId] === 'text' ? [{ path: [id], value }] : [],
  )
  const found = new Map<string, MissingValue>()
  // First where it is put right for good: in the settings.
  const places = [...ofFacts, ...ofForm].toSorted(
    (a, b) => Number(b.path[0] === 'settings') - Number(a.path[0] === 'settings'),
  )
  for (const { path, value } of places) {
    if (typeof value !== 'string' || !isPlaceholder(value) || found.has(value) || !printed.includes(value)) continue
    found.set(value, { field: pathKey(path), label: `“${value}”的真实名称` })
  }
  return [...found.values()]
}

/** A final copy as it is, or the placeholders that keep it in the house; a draft may still bear them. Pure. */
export function withRealNames(
  composed: Result<DocumentModel, MissingValues>,
  facts: object,
  typed: Typed = {},
): Result<DocumentModel, MissingValues> {
  if (!composed.ok || composed.value.draft !== undefined) return composed
  const missing = placeholdersOn(composed.value, facts, typed)
  return missing.length === 0 ? ok(composed.value) : err({ kind: 'missing-values', missing })
}
