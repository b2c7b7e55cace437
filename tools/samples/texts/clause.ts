import type { ClauseKey } from '../../../shared/domain/dossier'

export interface Clause {
  readonly keys?: readonly ClauseKey[]
  readonly title: string
  readonly paragraphs: readonly string[]
}

export interface Chapter {
  readonly title: string
  readonly clauses: readonly Clause[]
}

export const clause = (title: string, paragraphs: readonly string[], ...keys: ClauseKey[]): Clause => ({
  title,
  paragraphs,
  keys,
})
