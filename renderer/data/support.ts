import { registerSupport, strikeSupport, type Supported } from '@shared/acts/support'
import type { DossierId } from '@shared/domain/ids'
import type { Support } from '@shared/domain/support'
import { compareNames } from '@shared/lib/names'
import { appendAct } from './append-act'
import { deskDatabase } from './desk'
import { bookOf } from './summary-book'

/** An alliance that is or was a pilot, with what totals go by. */
export type SupportedAlliance = Supported & { readonly field: string }
/** One line of the register. */
export type SupportLine = {
  readonly dossierId: DossierId
  readonly name: string
  readonly field: string
  readonly support: Support
}

/** Every alliance that is or was a pilot, by name. */
export async function loadSupported(): Promise<readonly SupportedAlliance[]> {
  const db = deskDatabase()
  const [summaries, revocations] = await Promise.all([bookOf(db).all(), db.rows('revocations').toArray()])
  const revoked = new Map(revocations.map(({ value }) => [value.dossierId as string, value.revocation]))
  return summaries
    .flatMap(({ id, name, technicalField, pilot }): SupportedAlliance[] => {
      if (pilot === null || pilot.pilotTerm === null) return []
      const life = { ...pilot, revocation: revoked.get(id) ?? null }
      return [{ dossierId: id, name, field: technicalField.trim(), life }]
    })
    .sort((a, b) => compareNames(a.name, b.name))
}

/** The whole register, the newest day first. */
export async function loadSupport(): Promise<readonly SupportLine[]> {
  const db = deskDatabase()
  const [rows, summaries] = await Promise.all([db.rows('supports').toArray(), bookOf(db).all()])
  const known = new Map(summaries.map((summary) => [summary.id, summary]))
  return rows
    .map(({ value: { dossierId, support } }) => ({
      dossierId,
      support,
      name: known.get(dossierId)?.name ?? '',
      field: known.get(dossierId)?.technicalField.trim() ?? '',
    }))
    .sort((a, b) => (a.support.on < b.support.on ? 1 : a.support.on > b.support.on ? -1 : compareNames(a.name, b.name)))
}

/** @throws ActRefused */
export const keepSupport = (...asked: Parameters<typeof registerSupport>): Promise<number> =>
  appendAct(registerSupport(...asked))

/** @throws ActRefused without a reason */
export const strikeLine = ({ dossierId, support }: SupportLine, reason: string): Promise<number> =>
  appendAct(strikeSupport(dossierId, support, reason))
