import type { EndedDossier } from '@shared/records/ended-alliances'
import type { EndingLine } from '@shared/acts/ended-register'
import { deskDatabase } from './desk'
import { bookOf } from './summary-book'

/** The register of revocations and endings: the office's own lines, and the dossiers of this desk that were revoked. */
export type Endings = { readonly lines: readonly EndingLine[]; readonly dossiers: readonly EndedDossier[] }

/** The newest day first. */
export async function loadEndings(): Promise<Endings> {
  const db = deskDatabase()
  const [rows, summaries] = await Promise.all([
    db.rows('priorRevocations').toArray(),
    bookOf(db).all(),
    // Whoever looks looks again when one more was revoked.
    db.rows('revocations').count(),
  ])
  const lines = rows.map(({ value }) => value)
  const dossiers = summaries.flatMap(({ id, ended }) => (ended === null ? [] : [{ dossierId: id, ended }]))
  return {
    lines: lines.sort((a, b) => (a.revocation.decidedOn < b.revocation.decidedOn ? 1 : -1)),
    dossiers: dossiers.sort((a, b) => (a.ended.decidedOn < b.ended.decidedOn ? 1 : -1)),
  }
}
