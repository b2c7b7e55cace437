import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { messages } from '@shared/messages/catalogue'
import { zhOpening } from '@shared/messages/zh/opening'
import { root, sourceFiles } from './source-files'

const sources = new Map([...sourceFiles('renderer'), ...sourceFiles('shared')].map(({ path, text }) => [path, text]))

/** The file that a line of imports means; undefined for a package, a style sheet. */
function fileOf(specifier: string, from: string): string | undefined {
  const path = specifier.startsWith('.')
    ? relative(root, resolve(root, dirname(from), specifier))
    : specifier.replace(/^@(renderer|shared)\//u, '$1/')
  return [`${path}.ts`, `${path}.tsx`].find((one) => sources.has(one))
}

/** What a file imports, but for types alone and for what is read on demand. */
const imports = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export) (?!type\b)(?:[^'"]*? from )?'([^']+)'/gmu)].flatMap(([line, specifier]) =>
    specifier === undefined || /\{(?:\s*type [^,}]+,?)+\s*\}/u.test(line) ? [] : [specifier],
  )

/** Every file of the script that shows first. */
function firstFiles(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (path: string): void => {
    const text = sources.get(path)
    if (text === undefined || found.has(path)) return
    found.set(path, text)
    for (const specifier of imports(text)) {
      const next = fileOf(specifier, path)
      if (next !== undefined) add(next)
    }
  }
  add('renderer/app/main.tsx')
  return found
}

it('what shows first says nothing but what it has words for', () => {
  const files = firstFiles()
  expect([...files.keys()]).toContain('renderer/features/first-run/UnlockPage.tsx')
  const said = [...files].flatMap(([path, text]) => {
    if (path.startsWith('shared/')) return []
    const keys = [...text.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/giu)].map(([, key = '']) => key)
    return keys.filter((key) => Object.hasOwn(messages['zh-CN'], key)).map((key) => ({ path, key }))
  })
  expect(said.length).toBeGreaterThan(15)
  expect(said.filter(({ key }) => !Object.hasOwn(zhOpening, key))).toEqual([])
  // And has no words that it does not say.
  const keys = new Set(said.map(({ key }) => key))
  expect(Object.keys(zhOpening).filter((key) => !keys.has(key))).toEqual([])
})

it('what shows first is styled by one sheet, and its fonts are those of the computer', () => {
  const sheets = ['base', 'frame', 'kit', 'screens'].map((name) =>
    readFileSync(join(root, `renderer/ui/${name}.css`), 'utf8'),
  )
  expect(sheets.join('')).not.toMatch(/@import|url\(/u)
})
