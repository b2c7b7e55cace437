import { expect, it } from 'vitest'
import { sourceFiles } from './source-files'

it('opens a PDF at one place, without eval, forms by script, scripting or a layer to press on', () => {
  const sources = ['renderer', 'shared', 'electron'].flatMap(sourceFiles)
  const opening = sources.filter(({ text }) => /\bgetDocument\(/u.test(text))
  expect(opening.map(({ path }) => path)).toEqual(['renderer/ui/pdf/open-pdf.ts'])
  expect(opening[0]!.text).toMatch(/^ {4}enableXfa: false,$/mu)
  const acting = /pdf\.sandbox|pdf\.scripting|\bAnnotationLayer\b|\bXfaLayer\b|getJSActions|getFieldObjects/u
  expect(sources.filter(({ text }) => acting.test(text)).map(({ path }) => path)).toEqual([])
})
