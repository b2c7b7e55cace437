import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles } from './source-files'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const documents = [
  'README.md',
  'CHANGELOG.md',
  'THIRD-PARTY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
]

describe('the documentation', () => {
  it.each(documents)('links only to what is there: %s', (path) => {
    for (const [, target] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)) {
      expect(existsSync(join(root, dirname(path), target!)), target).toBe(true)
    }
  })

  it.each(documents)('has lines of at most 120 columns, but for tables, code and Chinese: %s', (path) => {
    let isCode = false
    const long = read(path)
      .split('\n')
      .filter((line) => {
        if (line.trimStart().startsWith('```')) isCode = !isCode
        const hanzi = line.match(/[\u3000-\u9fff\uff00-\uffef]/gu)?.length ?? 0
        return line.length > 120 && !isCode && !line.startsWith('|') && hanzi < line.length / 5
      })
    // A link or a piece of code may be longer than any line.
    expect(long.filter((line) => !/\S{60,}|`[^`]{60,}`/u.test(line))).toEqual([])
  })

  it('names every folder of the tree', () => {
    const architecture = read('docs/ARCHITECTURE.md')
    for (const parent of ['electron', 'renderer', 'shared']) {
      const folders = new Set(sourceFiles(parent).flatMap(({ path }) => /^\w+\/([\w-]+)\//u.exec(path)?.[1] ?? []))
      expect(folders.size).toBeGreaterThan(3)
      for (const name of folders) expect(architecture, `${parent}/${name}`).toMatch(new RegExp(`\\b${name}/`, 'u'))
    }
  })
})

describe('the sources', () => {
  const sources = ['shared', 'electron', 'renderer', 'test', 'scripts', 'tools'].flatMap(sourceFiles)
  const notes = new Set([...read('docs/regulation-notes.md').matchAll(/^\*\*(\d+)\. /gmu)].map(([, number]) => number!))
  const comments = ({ text }: { readonly text: string }): string =>
    text
      .split('\n')
      .filter((line) => /^\s*(?:\/?\*|\/\/)/u.test(line))
      .join('\n')

  it('cite notes on the regulation that are there', () => {
    const cited = sources.flatMap((file) =>
      [...comments(file).matchAll(/\b[Nn]otes? (\d+)(?:(?:,| and) (\d+))?/gu)].flatMap(([, one, two]) =>
        [one, two].filter((number) => number !== undefined).map((number) => `${file.path}: ${number}`),
      ),
    )
    expect(cited.length).toBeGreaterThan(80)
    expect(cited.filter((line) => !notes.has(line.split(': ')[1]!))).toEqual([])
  })

  it('cite no paper that is not here', () => {
    const cited = sources.flatMap((file) => [
      ...[...comments(file).matchAll(/(?<![\w/.-])((?:docs\/|adr\/)?[\w./-]+\.md)\b/gu)]
        .map(([, path]) => path!)
        .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, 'docs', path)))
        .map((path) => `${file.path}: ${path}`),
      ...(/\btraps? [A-Z]?\d|\(A\d\d\)/u.test(file.text) ? [`${file.path}: trap`] : []),
    ])
    expect(cited).toEqual([])
  })
})

describe('the glossary', () => {
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文') && !line.startsWith('|---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('gives one word per term', () => {
    const terms = rows.map(([, term]) => term)
    expect(new Set(terms).size).toBe(terms.length)
  })

  it('names words that the code uses', () => {
    const code = ['shared', 'electron', 'renderer']
      .flatMap(sourceFiles)
      .map(({ path, text }) => `${path}\n${text}`)
      .join('\n')
    const unknown = rows
      .flatMap(([, , , inCode]) => [...(inCode ?? '').matchAll(/`([^`]+)`/gu)].map(([, word]) => word!))
      .filter((word) => !code.includes(word))
    expect(unknown).toEqual([])
  })
})
