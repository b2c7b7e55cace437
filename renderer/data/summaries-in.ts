import type { DossierId } from '@shared/domain/ids'
import type { FoldedDesk } from '@shared/records/desk-state'
import { dossiersOfValue, slotOf, type Row } from '@shared/records/projection'
import { breather } from '@renderer/platform/breathe'
import { summarisedTables, summaryOf, type DossierSummary, type SummarisedRows } from './dossier-summary'

/** The summaries of every dossier of a desk that was folded in memory. Lets others have their turn. */
export async function summariesIn({
  state,
  slots,
  hidden,
}: Pick<FoldedDesk, 'state' | 'slots' | 'hidden'>): Promise<readonly DossierSummary[]> {
  const byDossier = new Map<string, Record<string, unknown[]>>()
  for (const table of summarisedTables) {
    for (const row of state[table].values()) {
      for (const dossierId of dossiersOfValue(row.value)) {
        const rows = byDossier.get(dossierId) ?? Object.fromEntries(summarisedTables.map((name) => [name, []]))
        rows[table]?.push(row)
        byDossier.set(dossierId, rows)
      }
    }
  }
  const breathe = breather()
  const summaries: DossierSummary[] = []
  for (const [dossierId, rows] of byDossier) {
    await breathe()
    const present = new Set((rows['pilotTerms'] ?? []).map((row) => (row as Row<'pilotTerms'>).recordId))
    const said = slots.get(slotOf('pilot-term.set', { dossierId }))?.claims ?? []
    const pilotTerms = said.filter(({ recordId }) => !present.has(recordId) && !hidden.has(recordId))
    const summary = summaryOf(dossierId as DossierId, { ...rows, earlier: { pilotTerms } } as unknown as SummarisedRows)
    if (summary !== null) summaries.push(summary)
  }
  return summaries
}
