import { calendarDateSchema } from '@shared/domain/date'
import { typedYear } from '@shared/lib/typed-year'
import { documentInputKinds, type DocumentInputId, type Typed } from './catalogue-facts'

/** What was typed for a paper and is none of its kind: no day, no year; empty is not wrong. Pure. */
export function isWrongTyped(id: DocumentInputId, value: string): boolean {
  if (value.trim() === '') return false
  const kind = documentInputKinds[id]
  if (kind === 'day') return !calendarDateSchema.safeParse(value).success
  return kind === 'year' && typedYear(value) === null
}

/** Whether anything that was typed for a paper is none of its kind. */
export const hasWrongTyped = (inputs: readonly DocumentInputId[], typed: Typed): boolean =>
  inputs.some((id) => isWrongTyped(id, typed[id] ?? ''))
