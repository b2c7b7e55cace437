import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { DossierStatus } from '@shared/domain/status'
import type { Result } from '@shared/lib/result'
import type { BatchDocumentFacts, DossierDocumentFacts } from './catalogue-facts'
import type { DocumentNeed } from './catalogue-needs'
import { Gaps, type MissingValues } from './missing-values'
import { joinedName, type DocumentSubject, type Paper } from './paper'
import { paperNames, type PaperKind } from './vocabulary/papers'

/** A paper of one dossier, and where it is offered. */
export type DossierDocument = Paper<DossierDocumentFacts> & {
  readonly statuses: readonly DossierStatus[]
  /** Absent: always. A paper that only some dossiers of these statuses have is not listed for the others. */
  readonly isDue?: (file: DossierFile) => boolean
  /** Facts without which it is not offered. */
  readonly needs: readonly DocumentNeed[]
  /** One paper for each. */
  readonly subjects: (file: DossierFile) => readonly DocumentSubject[]
}

/** A paper of a batch. */
export type BatchDocument = Paper<BatchDocumentFacts> & {
  /** Whether the office has it: some are a work rule that only some offices have. */
  readonly isOffered: (settings: OfficeSettings) => boolean
}

/** What follows from being a paper of one dossier. */
export const ofDossier = (kind: PaperKind) =>
  ({
    kind,
    scope: 'dossier',
    about: ({ file }: DossierDocumentFacts) => ({ dossierId: file.id }),
    baseName: ({ file, draft }: DossierDocumentFacts, { label }: DocumentSubject) =>
      joinedName(paperNames[kind], draft, label, file.content.alliance.name),
  }) as const

/** What follows from being a paper of a batch. */
export const ofBatch = (kind: PaperKind) =>
  ({
    kind,
    scope: 'batch',
    about: ({ batch }: BatchDocumentFacts) => ({ batchId: batch.id }),
    baseName: ({ batch, draft }: BatchDocumentFacts) =>
      joinedName(paperNames[kind], draft, `${batch.year}年第${batch.seq}批`),
  }) as const

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
  field = 'file.proceedings',
): Result<R, MissingValues> {
  if (value !== null && value !== undefined) return compose(value)
  const gaps = new Gaps()
  gaps.add(field, label)
  return gaps.resolve(() => {
    throw new Error(label)
  })
}
