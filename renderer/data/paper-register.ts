import type { CalendarDate } from '@shared/domain/date'
import { findPapers, type PaperKey, type RegisteredPaper, type RegisterSource } from '@shared/records/paper-register'
import { deskDatabase } from './desk'
import { loadDossier } from './dossiers'

/** The papers of this desk that a code on paper or a file leads to, the newest export first. */
export const findDeskPapers = (key: PaperKey, today: CalendarDate): Promise<readonly RegisteredPaper[]> =>
  findPapers(deskRegister, key, today)

/** Whether this desk has registered nothing yet. */
export const isRegisterEmpty = async (): Promise<boolean> =>
  (await deskDatabase().rows('documentExports').count()) === 0

const deskRegister: RegisterSource = {
  exports: () => deskDatabase().rows('documentExports').toArray(),
  opinions: (dossierId) => deskDatabase().rows('panelOpinions').where('value.dossierId').equals(dossierId).toArray(),
  dossier: loadDossier,
  batch: async (batchId) => (await deskDatabase().rows('batches').get(batchId))?.value ?? null,
}
