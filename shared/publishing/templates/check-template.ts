/** The gate for Word files that staff bring as templates. */
import { type DXT } from 'docxtemplater'
import InspectModule from 'docxtemplater/js/inspect-module.js'
import type PizZip from 'pizzip'
import { mostBytes, openArchive, openTemplate, partsOf, unpackedSize } from './open-template'
import { packageDangers } from './package-dangers'
import { type TemplateProblem, type TemplateTags } from './template-problem'

/**
 * Everything that keeps a Word file from being used as a template; empty when it may be. `knownTags` are the tags that
 * the document offers. Never throws for bad bytes; nothing in the file is run or fetched.
 */
export function checkTemplate(bytes: Uint8Array, knownTags: TemplateTags): TemplateProblem[] {
  if (bytes.length > mostBytes.packed) return [{ kind: 'too-large', bytes: bytes.length }]
  let archive: PizZip
  try {
    archive = openArchive(bytes)
  } catch {
    return [{ kind: 'unreadable', part: '' }]
  }
  const size = unpackedSize(archive)
  if (size > mostBytes.unpacked) return [{ kind: 'too-large', bytes: size }]
  if (archive.file('word/document.xml') === null) return [{ kind: 'unreadable', part: 'word/document.xml' }]
  const dangers = packageDangers(partsOf(archive))
  return dangers.length > 0 ? dangers : tagProblems(archive, knownTags)
}

function tagProblems(archive: PizZip, knownTags: TemplateTags): TemplateProblem[] {
  const inspect = new InspectModule()
  try {
    openTemplate(archive, { modules: [inspect] })
  } catch (error) {
    return brokenTags(error)
  }
  const parts = inspect.getAllStructuredTags()
  return [...wrongTags(parts, knownTags, ''), ...missingTags(parts, knownTags, '')]
}

/** A tag inside rows is named with its rows: `名单.序号`. */
function wrongTags(parts: readonly DXT.Part[], known: TemplateTags, path: string): TemplateProblem[] {
  const seen = new Set<string>()
  return parts.flatMap((part): TemplateProblem[] => {
    const tag = path + part.value
    const problems = wrongTag(part, known, tag)
    if (seen.has(tag) && problems.length > 0 && part.subparsed === undefined) return []
    seen.add(tag)
    return problems
  })
}

function wrongTag(part: DXT.Part, known: TemplateTags, tag: string): TemplateProblem[] {
  const entry = Object.hasOwn(known, part.value) ? known[part.value] : undefined
  if (entry === undefined) return [{ kind: 'unknown-tag', tag }]
  if (entry.rows === undefined) return isText(part) ? [] : [{ kind: 'wrong-form', tag }]
  return isRows(part) ? wrongTags(part.subparsed ?? [], entry.rows, `${tag}.`) : [{ kind: 'wrong-form', tag }]
}

/** The library types `module` as a string, but leaves it out for plain text. */
const isText = (part: DXT.Part): boolean => (part.module as string | undefined) === undefined
const isRows = (part: DXT.Part): boolean => part.module === 'loop' && part.inverted !== true

function missingTags(parts: readonly DXT.Part[], known: TemplateTags, path: string): TemplateProblem[] {
  return Object.entries(known).flatMap(([name, { required, rows }]): TemplateProblem[] => {
    const uses = parts.filter(({ value }) => value === name)
    if (uses.length === 0) return required ? [{ kind: 'missing-tag', tag: path + name }] : []
    if (rows === undefined) return []
    return missingTags(
      uses.flatMap(({ subparsed }) => subparsed ?? []),
      rows,
      `${path}${name}.`,
    )
  })
}

interface LibraryError {
  properties?: { errors?: LibraryError[]; xtag?: unknown; id?: unknown }
}

function brokenTags(error: unknown): TemplateProblem[] {
  const { properties } = error as LibraryError
  if (properties === undefined) return [{ kind: 'unreadable', part: 'word/document.xml' }]
  const errors = properties.errors ?? [error as LibraryError]
  return errors.map(({ properties: about }) => ({
    kind: 'broken-tag',
    tag: typeof about?.xtag === 'string' ? about.xtag : '',
  }))
}
