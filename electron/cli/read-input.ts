import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import type { z } from 'zod'
import { fileSource } from '@host/bytes/byte-source'
import { recogniseForeign } from '@host/bundles/foreign-file'
import { isSealed } from '@host/envelopes/plain-source'
import { shapeWords } from '@shared/messages/shape-words'
import type { Translate } from '@shared/messages/translate'
import { unusable } from './failure'

/** A dossier is text: 64 MiB is far above the largest and far below what harms. */
const maxJsonBytes = 64 * 1024 * 1024

/** A missing, unreadable or empty file, or a folder, is a sentence. Answers the size in bytes. */
export async function checkReadable(path: string): Promise<number> {
  const info = await stat(path).catch((cause: unknown) => {
    throw unusable(isMissing(cause) ? 'cli.input.missing' : 'cli.input.unreadable', { file: path })
  })
  if (info.isDirectory()) throw unusable('cli.input.isFolder', { file: path })
  if (!info.isFile()) throw unusable('cli.input.notAFile', { file: path })
  if (info.size === 0) throw unusable('cli.input.empty', { file: path })
  await access(path, constants.R_OK).catch(() => {
    throw unusable('cli.input.unreadable', { file: path })
  })
  return info.size
}

/** Reads a whole file of at most `maxBytes`. */
export async function readInput(path: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const size = await checkReadable(path)
  if (size > maxBytes) throw unusable('cli.input.tooLarge', { file: path, size, limit: maxBytes })
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    throw unusable('cli.input.unreadable', { file: path })
  }
}

/** The first line of a text file: a passphrase is never given on the command line, where others could read it. */
export async function readPassphrase(path: string): Promise<string> {
  const text = new TextDecoder().decode(await readInput(path, 10_000))
  const [line = ''] = text.split(/\r?\n/u)
  return line === '' ? Promise.reject(unusable('cli.input.empty', { file: path })) : line
}

/** Whether a file is named like a bundle, or is by its bytes an envelope or an archive, which every bundle is. */
export async function looksLikeBundle(path: string): Promise<boolean> {
  if (/\.lsb(?:\.age)?$/iu.test(path)) return true
  const source = await fileSource(path).catch(() => null)
  if (source === null) return false
  try {
    const start = await source.read(0, Math.min(2048, source.size))
    return start.toString('latin1', 0, 2) === 'PK' || isSealed(start) || (await recogniseForeign(source)) !== null
  } catch {
    return false
  } finally {
    await source.close()
  }
}

/** Reads a JSON file; not UTF-8 or not JSON is a sentence. A byte order mark is put up with. */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readInput(path, maxJsonBytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unusable('cli.input.notUtf8', { file: path })
  }
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const place = /line (\d+) column (\d+)/u.exec(cause instanceof Error ? cause.message : '')
    const offset = /position (\d+)/u.exec(cause instanceof Error ? cause.message : '')
    const { line, column } = place === null ? lineAt(text, Number(offset?.[1] ?? text.length)) : at(place)
    throw unusable('cli.input.notJson', { file: path, line, column })
  }
}

/** Another format than the one wanted is named before any field of it is complained of. */
export function requireFormat(path: string, value: unknown, wanted: readonly string[]): void {
  if (typeof value !== 'object' || value === null || !('format' in value)) return
  const { format } = value
  if (typeof format === 'string' && !wanted.includes(format)) {
    throw unusable('cli.input.wrongFormat', { file: path, found: format, expected: wanted.join(' / ') })
  }
}

/** Parses at the border: a wrong or unknown field is named with its path. */
export function parseInput<T>(path: string, schema: z.ZodType<T>, value: unknown, t: Translate): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.flatMap((issue) => deepest(issue))
  const [first] = issues
  throw unusable(issues.length > 1 ? 'cli.input.wrongFields' : 'cli.input.wrongField', {
    file: path,
    field: first === undefined || first.path.length === 0 ? '/' : formatPath(first.path),
    cause: first === undefined ? '' : shapeWords(first, value, t),
    more: issues.length - 1,
  })
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
}

const at = (match: RegExpExecArray) => ({ line: Number(match[1]), column: Number(match[2]) })

function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

type Issue = z.core.$ZodIssue

/** An unknown field is named itself, not its parent; a union is named by the branch that got furthest. */
function deepest(issue: z.core.$ZodIssue): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, path: [...issue.path, key] }))
  }
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => deepest(inner)))
    const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((item) => item.path.length))
    const [best] = branches.toSorted((a, b) => depth(b) - depth(a))
    if (best !== undefined && depth(best) > 0) {
      return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    }
  }
  return [issue]
}

const formatPath = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('')
