/** How a value is printed: `fen` is money in integer fen, `code` names the message `value.<value>`, `month-count` and `count` are numbers. */
export type EvidenceForm = 'text' | 'day' | 'fen' | 'count' | 'flag' | 'code'

/**
 * `fact`: as it is. `hint`: worth a person's look. `missing`: not in the dossier. `contrary`: speaks against.
 * A level is no verdict.
 */
export const evidenceLevels = ['fact', 'hint', 'missing', 'contrary'] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]

/** What an evidence is about; names the message `evidence.<key>`. */
export const evidenceKeys = ['memberCount', 'unit'] as const
export type EvidenceKey = (typeof evidenceKeys)[number]

/** What in the dossier an evidence points at, so that a screen can jump there. */
export type EvidenceSubject = {
  readonly unitId?: string
  readonly taskId?: string
  readonly materialId?: string
  readonly expertId?: string
}

/** A fact shown to people beside a check: label by key, value, where it is, and how it weighs. */
export type Evidence = EvidenceSubject & {
  readonly key: EvidenceKey
  readonly value: string | number | boolean
  readonly as: EvidenceForm
  readonly level: EvidenceLevel
}
