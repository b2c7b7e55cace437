import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { recordKinds } from '@shared/records/record-kinds'
import { root } from './source-files'

/** Every column of the table of kinds with a word for it that a new kind may have. */
const columns = {
  schema: 'z.strictObject({ ...ofDossier, word: z.string() })',
  table: "'planted'",
  rowId: '({ dossierId }) => dossierId',
  indexes: "['dossierId']",
  saidBy: "'division'",
  writtenBy: "'screens'",
  scope: "'picked'",
  isContestable: 'true',
  isSealed: 'false',
  isInDossier: 'false',
  stage: '21',
  versionOf: 'null',
  names: 'null',
  remark: '({ word }) => word',
  sort: "'other'",
  told: '({ word }) => ({ about: [{ text: word }] })',
} as const

const row = (said: Readonly<Record<string, string>>): string =>
  `recordKind({ ${Object.entries(said)
    .map(([column, word]) => `${column}: ${word}`)
    .join(', ')} })`

/** A file of the checkout with something planted in it. */
const planted = (path: string, before: string, put: string): readonly [string, string] => {
  const text = ts.sys.readFile(resolve(root, path)) ?? ''
  expect(text).toContain(before)
  return [resolve(root, path), text.replace(before, `${put}\n${before}`)]
}

const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
  readonly config: { readonly compilerOptions: object }
}
const { options } = ts.convertCompilerOptionsFromJson(
  { ...config.compilerOptions, composite: false, emitDeclarationOnly: false, tsBuildInfoFile: undefined, noEmit: true },
  root,
)
let before: ts.Program | undefined

/** What the compiler says of the checkout once these files say something else: file and sentence. */
function complaints(roots: readonly string[], files: readonly (readonly [path: string, text: string])[]) {
  const texts = new Map(files)
  const host = ts.createCompilerHost({ ...options, lib: ['lib.es2023.d.ts'] })
  const plain = ts.createCompilerHost({ ...options, lib: ['lib.es2023.d.ts'] })
  host.readFile = (path) => texts.get(path) ?? plain.readFile(path)
  host.fileExists = (path) => texts.has(path) || plain.fileExists(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path)
    if (text !== undefined) return ts.createSourceFile(path, text, version)
    return before?.getSourceFile(path) ?? plain.getSourceFile(path, version, ...rest)
  }
  const program = ts.createProgram(
    roots.map((path) => resolve(root, path)),
    { ...options, lib: ['lib.es2023.d.ts'] },
    host,
  )
  before ??= program
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => ({
    line: file?.getLineAndCharacterOfPosition(start ?? 0).line ?? -1,
    file: file?.fileName.slice(root.length + 1) ?? '',
    says: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
}

const room = 'shared/records/kinds/pilot.ts'
const roots = ['shared/audit/record-words.ts', 'shared/messages/catalogue.ts', 'test/helpers/record-samples.ts']

describe('a new kind of record', () => {
  it('is told in every column of the table: leaving one out does not compile', () => {
    const names = Object.keys(columns) as (keyof typeof columns)[]
    expect(names).toEqual(Object.keys(recordKinds['status.set']))
    const without = (left: string) => Object.fromEntries(Object.entries(columns).filter(([column]) => column !== left))
    const lacking = names.map((left) => `export const without_${left} = ${row(without(left))}`)
    const wrong = [
      row({ ...columns, indexes: "['year']" }),
      row({ ...columns, saidBy: "'nobody'" }),
      row({ ...columns, remark: '({ note }) => note' }),
    ]
    const text = [
      "import { z } from 'zod'",
      "import { dossierIdSchema } from '../../domain/ids'",
      "import { recordKind } from './kind'",
      'const ofDossier = { dossierId: dossierIdSchema }',
      `export const whole = ${row(columns)}`,
      ...lacking,
      `export const wrong = [${wrong.join(', ')}]`,
    ].join('\n')
    const file = 'shared/records/kinds/planted.ts'
    const said = complaints([file], [[resolve(root, file), text]])
    expect(said.every((one) => one.file === file)).toBe(true)
    // Without a schema nothing is known of what a record says: then every other column is wrong as well.
    for (const column of names.filter((name) => name !== 'schema')) {
      const missing = `Property '${column}' is missing`
      expect(said.filter(({ says }) => says.includes(missing)).length, missing).toBe(1)
    }
    const lines = text.split('\n')
    const good = new Set(lines.flatMap((line, at) => (/without_|wrong/u.test(line) ? [] : [at])))
    expect(new Set(said.map(({ line }) => line)).size).toBe(lines.length - good.size)
    expect(said.filter(({ line }) => good.has(line))).toEqual([])
    expect(said.some(({ says }) => says.includes('"year"'))).toBe(true)
    expect(said.some(({ says }) => says.includes('"nobody"'))).toBe(true)
    expect(said.some(({ says }) => says.includes("'note' does not exist"))).toBe(true)
  })

  it('asks for a name in each language and for a sample, and for nothing else', () => {
    const inTable = planted(room, "  'pilot-term.set': recordKind({", `  'word.planted': ${row(columns)},`)
    const named = planted('shared/documents/vocabulary/acts.ts', "  'desk.introduced'", "  'word.planted': '示例',")
    const files = (said: ReturnType<typeof complaints>) => [...new Set(said.map(({ file }) => file))].sort()
    const sample = planted(
      'test/helpers/record-samples.ts',
      "  'key.confirmed': [",
      "  'word.planted': [{ dossierId, word: '示例' }, dossierId],",
    )
    const first = complaints(roots, [inTable])
    expect(files(first)).toEqual([
      'shared/audit/record-words.ts',
      'shared/documents/vocabulary/acts.ts',
      'test/helpers/record-samples.ts',
    ])
    expect(first.filter(({ says }) => !says.includes('word.planted'))).toEqual([])
    expect(files(complaints(roots, [inTable, named, sample]))).toEqual(['shared/messages/en/records.ts'])
  })
})
