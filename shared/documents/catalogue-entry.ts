import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { DossierStatus } from '@shared/domain/status'
import type { Result } from '@shared/lib/result'
import type { MessageKey } from '@shared/messages/catalogue'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import type { DocumentModel } from './blocks'
import type { BatchDocumentFacts, DocumentInputId, DossierDocumentFacts, Typed } from './catalogue-facts'
import type { DocumentNeed } from './catalogue-needs'
import { composeLetter, type Letter } from './letter'
import { Gaps, type MissingValues } from './missing-values'

export type Composed = Result<DocumentModel, MissingValues>
export type OpenLetter = Result<Letter, MissingValues>

/** One of several documents of a kind, e.g. the form of one expert. */
export type DocumentSubject = { readonly id: string; readonly label: string }

type Entry = {
  readonly kind: string
  readonly title: Extract<MessageKey, `document.${string}`>
  /** The clause it carries out; `null`: a work rule. */
  readonly basis: ClauseRef | null
  /** What people type, in the order of the form. */
  readonly inputs: readonly DocumentInputId[]
}

/** A document of one dossier. */
export type DossierDocument = Entry & {
  /** Where it is offered. */
  readonly statuses: readonly DossierStatus[]
  /** Absent: always. A paper that only some dossiers of these statuses have is not listed for the others. */
  readonly isDue?: (file: DossierFile) => boolean
  /** Facts without which it is not offered. */
  readonly needs: readonly DocumentNeed[]
  /** Absent: one document for the dossier. */
  readonly subjects?: (file: DossierFile) => readonly DocumentSubject[]
  /** JSON to attach to the PDF. */
  readonly attachments?: (file: DossierFile) => readonly { readonly name: string; readonly json: unknown }[]
  readonly compose: (facts: DossierDocumentFacts, typed: Typed, subjectId: string) => Composed
  /** Only of documents whose words an office may change: the same document with its words still open. */
  readonly letter?: (facts: DossierDocumentFacts, typed: Typed, subjectId: string) => OpenLetter
}

/** A document of a batch. */
export type BatchDocument = Entry & {
  /** Whether the office has it: some are a work rule that only some offices have. */
  readonly isOffered: (settings: OfficeSettings) => boolean
  readonly compose: (facts: BatchDocumentFacts, typed: Typed) => Composed
  readonly letter: (facts: BatchDocumentFacts, typed: Typed) => OpenLetter
}

/** Both ways of a letter: in its built-in words, and with its words open. */
export const asLetter = <Asked extends readonly unknown[]>(letter: (...asked: Asked) => OpenLetter) => ({
  letter,
  compose: (...asked: Asked): Composed => composeLetter(letter(...asked)),
})

export const underReview = ['division-review', 'panel-review', 'review-again'] as const
export const afterDivision = ['panel-review', 'panel-rejected', 'review-again'] as const
export const settled = ['awaiting-consultation', 'decided', 'not-decided', 'deferred', 'in-batch'] as const
export const pilot = ['piloting', 'expired', 'revoked'] as const
export const afterFiling = [
  'filed',
  'pilot-applied',
  'division-rejected',
  ...underReview,
  'panel-rejected',
  ...settled,
  ...pilot,
] as const
export const fromPanel = [...afterDivision, ...settled, ...pilot] as const

/** What is not there is named like every other gap, never guessed. */
export function withPresent<T, R>(
  value: T | null | undefined,
  label: string,
  compose: (value: T) => Result<R, MissingValues>,
): Result<R, MissingValues> {
  if (value !== null && value !== undefined) return compose(value)
  const gaps = new Gaps()
  gaps.add('file.proceedings', label)
  return gaps.resolve(() => {
    throw new Error(label)
  })
}
