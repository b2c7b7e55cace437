import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { kindOf, recordTypes } from '@shared/records/record-kinds'
import { filesWith } from './source-files'

/** What stands for the kind of a record that is put together: a name in quotes, or an expression. */
type Made = { readonly path: string; readonly kind: string }

/** Objects of a source that have both a `type` and a `payload`: records for the journal. */
function recordsMadeIn(path: string, text: string): readonly Made[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Made[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const named = new Map(node.properties.map((property) => [property.name?.getText(), property]))
      const type = named.get('type')
      if (type !== undefined && named.has('payload')) {
        found.push({ path, kind: ts.isPropertyAssignment(type) ? type.initializer.getText() : type.getText() })
      }
    }
    ts.forEachChild(node, walk)
  }
  walk(file)
  return found
}

const made = (folder: string, isMeant: (path: string) => boolean = () => true): readonly Made[] =>
  filesWith(folder, /\.(?:tsx?|mjs)$/u)
    .filter(({ path, text }) => isMeant(path) && text.includes('payload'))
    .flatMap(({ path, text }) => recordsMadeIn(path, text))

const isCommand = (path: string): boolean => path.startsWith('electron/cli/')

describe('a record of what a person does', () => {
  it('is made in shared/acts: no screen, no command and no script puts one together', () => {
    expect([...made('renderer'), ...made('electron', isCommand), ...made('scripts'), ...made('tools')]).toEqual([])
  })

  it('is none of the host, which names the kinds alone that come of what it does itself', () => {
    const named = made('electron', (path) => !isCommand(path)).filter(({ kind }) => kind.startsWith("'"))
    const ofPeople = recordTypes.filter((type) => kindOf(type).writtenBy === 'screens').map((type) => `'${type}'`)
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter(({ kind }) => ofPeople.some((type) => kind.includes(type)))).toEqual([])
  })

  it('would be caught where somebody made one by hand', () => {
    const byHand = "const kind = 'settings.saved' as const\nawait append({ type: kind, payload: settings })\n"
    expect(recordsMadeIn('x.ts', byHand)).toEqual([{ path: 'x.ts', kind: 'kind' }])
    expect(recordsMadeIn('x.ts', 'const { type, payload } = record\n')).toEqual([])
  })
})
