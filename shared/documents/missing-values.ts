import { err, ok, type Result } from '@shared/lib/result'
import { printedForm } from './printed-form'

/** One value that a document cannot do without. */
export type MissingValue = {
  /** Path in the facts, e.g. `opinion.problems`. */
  readonly field: string
  /** What a person calls it, in Chinese, e.g. 存在问题. */
  readonly label: string
}

/** Why a document was not composed; `missing` is never empty. */
export type MissingValues = { readonly kind: 'missing-values'; readonly missing: readonly MissingValue[] }

/** Collects every gap of a document before anything is printed, so that a person is told all of them at once. */
export class Gaps {
  readonly #missing: MissingValue[] = []

  add(field: string, label: string): void {
    this.#missing.push({ field, label })
  }

  /** The text as it prints, trimmed; notes the gap if there is none. */
  text(value: string | null | undefined, field: string, label: string): string {
    const found = printedForm(value ?? '').trim()
    if (found === '') this.add(field, label)
    return found
  }

  /** The value; notes the gap if there is none. */
  value<T>(value: T | null | undefined, field: string, label: string): T | undefined {
    if (value === null || value === undefined) {
      this.add(field, label)
      return undefined
    }
    return value
  }

  /** The composed value if nothing is missing. */
  resolve<T>(compose: () => T): Result<T, MissingValues> {
    return this.#missing.length > 0 ? err({ kind: 'missing-values', missing: this.#missing }) : ok(compose())
  }
}
