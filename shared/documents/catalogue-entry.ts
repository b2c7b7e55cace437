import type { DossierFile } from '@shared/domain/dossier'
import type { DossierStatus } from '@shared/domain/status'
import type { Result } from '@shared/lib/result'
import type { MessageKey } from '@shared/messages/catalogue'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import type { DocumentModel } from './blocks'
import type { BatchDocumentFacts, DocumentInputId, DossierDocumentFacts, Typed } from './catalogue-facts'
import type { DocumentNeed } from './catalogue-needs'
import { Gaps, type MissingValues } from './missing-values'

export type Composed = Result<DocumentModel, MissingValues>

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
  /** Facts without which it is not offered. */
  readonly needs: readonly DocumentNeed[]
  /** Absent: one document for the dossier. */
  readonly subjects?: (file: DossierFile) => readonly DocumentSubject[]
  /** JSON to attach to the PDF. */
  readonly attachments?: (file: DossierFile) => readonly { readonly name: string; readonly json: unknown }[]
  readonly compose: (facts: DossierDocumentFacts, typed: Typed, subjectId: string) => Composed
}

/** A document of a batch. */
export type BatchDocument = Entry & {
  /** False: a work rule that only some offices have; made when a person asks for it. */
  readonly byDefault: boolean
  readonly compose: (facts: BatchDocumentFacts, typed: Typed) => Composed
}

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
export function withPresent<T>(value: T | null | undefined, label: string, compose: (value: T) => Composed): Composed {
  if (value !== null && value !== undefined) return compose(value)
  const gaps = new Gaps()
  gaps.add('file.proceedings', label)
  return gaps.resolve(() => {
    throw new Error(label)
  })
}
