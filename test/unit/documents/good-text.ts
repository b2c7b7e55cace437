import { expect } from 'vitest'
import type { DocumentModel } from '@shared/documents/blocks'
import { findIncomplete } from '@shared/documents/blocks-complete'
import type { MissingValues } from '@shared/documents/missing-values'
import type { Result } from '@shared/lib/result'
import { flaws } from './flaws'
import { textOf } from './panel-review'

type Composed = Result<DocumentModel, MissingValues>

/** The text of a document that passes the writers' gate and has no flaw a reader would see. */
export function textOfGood(composed: Composed): string {
  if (!composed.ok) throw new Error(JSON.stringify(composed.error.missing))
  expect(findIncomplete(composed.value)).toEqual([])
  const text = textOf(composed.value)
  expect(flaws.exec(text)?.[0]).toBeUndefined()
  return text
}

/** The Chinese names of what a document lacks. */
export const labels = (composed: Composed): string[] =>
  composed.ok ? [] : composed.error.missing.map((item) => item.label)
