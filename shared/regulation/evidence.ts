import type { CalendarDate } from '../domain/date'
import type { EvidenceCode, EvidenceKey } from './evidence-keys'

/** How a value is printed: `fen` is money in integer fen; `code` names the message `value.<value>`. */
export const evidenceForms = ['text', 'day', 'fen', 'count', 'flag', 'code'] as const
export type EvidenceForm = (typeof evidenceForms)[number]

/**
 * `fact`: as it is. `hint`: worth a person's look. `missing`: not in the dossier. `contrary`: speaks against.
 * A level is no verdict.
 */
export const evidenceLevels = ['fact', 'hint', 'missing', 'contrary'] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]

/** What in the dossier an evidence points at, so that a screen can jump there. */
export type EvidenceSubject = {
  readonly unitId?: string
  readonly taskId?: string
  readonly materialId?: string
  readonly expertId?: string
}

/** A fact shown to people beside a check: label (`evidence.<key>`), value, where it is, and how it weighs. */
export type Evidence = EvidenceSubject & {
  readonly key: EvidenceKey
  readonly value: string | number | boolean
  readonly as: EvidenceForm
  readonly level: EvidenceLevel
}

export type EvidenceWriter = ReturnType<typeof writer>

const writer = (level: EvidenceLevel) => ({
  text: (key: EvidenceKey, value: string, subject: EvidenceSubject = {}): Evidence => ({
    key,
    value,
    as: 'text',
    level,
    ...subject,
  }),
  day: (key: EvidenceKey, value: CalendarDate): Evidence => ({ key, value, as: 'day', level }),
  fen: (key: EvidenceKey, value: number): Evidence => ({ key, value, as: 'fen', level }),
  count: (key: EvidenceKey, value: number): Evidence => ({ key, value, as: 'count', level }),
  flag: (key: EvidenceKey, value: boolean): Evidence => ({ key, value, as: 'flag', level }),
  code: (key: EvidenceKey, value: EvidenceCode, subject: EvidenceSubject = {}): Evidence => ({
    key,
    value,
    as: 'code',
    level,
    ...subject,
  }),
})

export const fact = writer('fact')
export const hint = writer('hint')
export const contrary = writer('contrary')

/** Names what the dossier lacks. */
export const missing = (code: EvidenceCode, subject: EvidenceSubject = {}): Evidence => ({
  key: 'missing',
  value: code,
  as: 'code',
  level: 'missing',
  ...subject,
})

/** A day as a fact, or what is missing in its place. */
export const dayOrMissing = (key: EvidenceKey, day: CalendarDate | null, code: EvidenceCode): Evidence =>
  day === null ? missing(code) : fact.day(key, day)

/** A text as a fact, or what is missing in its place; white space alone is nothing. */
export const textOrMissing = (key: EvidenceKey, text: string, code: EvidenceCode): Evidence =>
  text.trim() === '' ? missing(code) : fact.text(key, text)
