/** The gate in front of both writers: a missing value stops the export and names itself. */
import { visibleText } from '@shared/lib/visible-text'
import { type TextProblem } from './block-values'
import { documentModelSchema, type DocumentModel, type RichText, type StructureProblem } from './blocks'

/** One thing that keeps a document from being made. */
export interface Incompleteness {
  problem: TextProblem | StructureProblem | 'malformed'
  /** Where in the model, e.g. ['blocks', 3, 'rows', 0, 2]. */
  path: (string | number)[]
  /** The same as one string, e.g. `blocks[3].rows[0][2]`. */
  where: string
  /** The nearest words a person knows: the heading, caption, column or name beside the place; '' if there is none. */
  near: string
}

/** Thrown by `assertComplete`; `missing` is never empty. */
export class DocumentIncompleteError extends Error {
  readonly kind = 'document-incomplete'
  constructor(readonly missing: Incompleteness[]) {
    super(missing.map((item) => `${item.problem} at ${item.where}${item.near && ` (${item.near})`}`).join('; '))
    this.name = 'DocumentIncompleteError'
  }
}

/**
 * Everything that is missing, blank or contradictory in a model, in reading order; empty when it may be printed.
 * Takes `unknown` because a model may have crossed a process boundary or been built from data at the edge of its types.
 */
export function findIncomplete(model: unknown): Incompleteness[] {
  const parsed = documentModelSchema.safeParse(model)
  if (parsed.success) return []
  return parsed.error.issues
    .flatMap((issue) => flatten(issue, []))
    .map(({ path, problem }) => ({
      problem,
      path,
      where: formatPath(path),
      near: nearestWords(model, path),
    }))
}

/** Throws `DocumentIncompleteError` naming every gap. */
export function assertComplete(model: unknown): asserts model is DocumentModel {
  const missing = findIncomplete(model)
  if (missing.length > 0) throw new DocumentIncompleteError(missing)
}

/**
 * The model as both writers set it: whole, and every character in it that cannot be seen named (`visibleText`), so that
 * no name turns its neighbours round on paper. Throws `DocumentIncompleteError` naming every gap.
 */
export function printableModel(model: unknown): DocumentModel {
  assertComplete(model)
  return withVisibleTexts(model) as DocumentModel
}

/** Pictures, dates and keys of a model hold no such character: every string may go through. */
function withVisibleTexts(node: unknown): unknown {
  if (typeof node === 'string') return visibleText(node)
  if (Array.isArray(node)) return node.map(withVisibleTexts)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withVisibleTexts(value)]))
}

/** The characters of a rich text without faces; a place to write on is left out. */
export function plainText(content: RichText): string {
  return typeof content === 'string' ? content : content.map((run) => ('text' in run ? run.text : '')).join('')
}

interface IssueLike {
  code?: string | undefined
  path: PropertyKey[]
  params?: Record<string, unknown> | undefined
  errors?: IssueLike[][] | undefined
}

/** A union reports each branch: the branch that got furthest is the one that was meant. */
function flatten(
  issue: IssueLike,
  prefix: PropertyKey[],
): { path: (string | number)[]; problem: Incompleteness['problem'] }[] {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors !== undefined) {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path)))
    const depth = (branch: { path: unknown[] }[]) => Math.max(0, ...branch.map((found) => found.path.length))
    const named = branches.filter((branch) => branch.some((found) => found.problem !== 'malformed'))
    const [best] = (named.length > 0 ? named : branches).toSorted((a, b) => depth(b) - depth(a))
    if (best !== undefined && best.length > 0) return best
  }
  const problem = issue.params?.['problem'] as Incompleteness['problem'] | undefined
  return [{ path: path.map((key) => (typeof key === 'number' ? key : String(key))), problem: problem ?? 'malformed' }]
}

function formatPath(path: (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('')
}

/** Walks down the path and keeps the last words that name what was passed. */
function nearestWords(model: unknown, path: (string | number)[]): string {
  let words = ''
  let node: unknown = model
  for (const [depth, key] of path.entries()) {
    if (Array.isArray(node) && typeof key === 'number') {
      const before = path[depth - 1] === 'blocks' ? (node as unknown[]).slice(0, key).findLast(isHeading) : undefined
      words = namingText(before) || words
    }
    words = namingText(node) || words
    words = columnHeader(node, path.slice(depth)) || words
    if (typeof node !== 'object' || node === null) break
    node = (node as Record<string | number, unknown>)[key]
  }
  return words
}

function isHeading(block: unknown): boolean {
  return typeof block === 'object' && block !== null && 'kind' in block && block.kind === 'heading'
}

function namingText(node: unknown): string {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return ''
  const record = node as Record<string, unknown>
  for (const key of ['caption', 'name', 'label', 'title', 'text']) {
    const value = record[key]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return ''
}

/** For a cell of a table, its column's heading. */
function columnHeader(node: unknown, rest: (string | number)[]): string {
  if (typeof node !== 'object' || node === null || !('columns' in node) || !Array.isArray(node.columns)) return ''
  const [rows, , column] = rest
  if (rows !== 'rows' || typeof column !== 'number') return ''
  const found: unknown = (node.columns as unknown[])[column]
  return typeof found === 'object' && found !== null && 'header' in found && typeof found.header === 'string'
    ? found.header
    : ''
}
