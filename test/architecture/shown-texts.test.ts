import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root, sourceFiles } from './source-files'

it('makes every element of the screen at the one place that shows unseen characters', () => {
  expect(readFileSync(join(root, 'renderer/tsconfig.json'), 'utf8')).toContain('"jsxImportSource": "@renderer/ui/jsx"')
  expect(readFileSync(join(root, 'electron.vite.config.ts'), 'utf8')).toContain(
    "react({ jsxImportSource: '@renderer/ui/jsx' })",
  )
  const past =
    /react\/jsx(?:-dev)?-runtime|@jsxImportSource|dangerouslySetInnerHTML|\bcreateElement\b[^\n]* from 'react'|\bReact\.createElement\b|\binnerHTML\b/u
  const makers = sourceFiles('renderer').filter(({ text }) => past.test(text))
  expect(makers.map(({ path }) => path).sort()).toEqual([
    'renderer/ui/jsx/jsx-dev-runtime.ts',
    'renderer/ui/jsx/jsx-runtime.ts',
  ])
})
