import { saveFigures } from '@shared/acts/annual-figures'
import type { AnnualFigures } from '@shared/domain/annual-figures'
import type { DossierId } from '@shared/domain/ids'
import { appendAct } from './append-act'
import { deskDatabase } from './desk'

/** The figures of one alliance, the latest year first. */
export async function loadFiguresOf(dossierId: DossierId): Promise<readonly AnnualFigures[]> {
  const rows = await deskDatabase().rows('annualFigures').where('value.dossierId').equals(dossierId).toArray()
  return rows.map(({ value }) => value.figures).sort((a, b) => b.year - a.year)
}

/** The figures of all alliances for all years, by dossier. */
export async function loadAllFigures(): Promise<ReadonlyMap<string, readonly AnnualFigures[]>> {
  const all = new Map<string, AnnualFigures[]>()
  for (const { value } of await deskDatabase().rows('annualFigures').toArray()) {
    const own = all.get(value.dossierId)
    if (own === undefined) all.set(value.dossierId, [value.figures])
    else own.push(value.figures)
  }
  return all
}

/** @throws ActRefused */
export const keepFigures = (...asked: Parameters<typeof saveFigures>): Promise<number> =>
  appendAct(saveFigures(...asked))
