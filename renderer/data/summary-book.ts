import type { DossierId } from '@shared/domain/ids'
import { hiddenBy } from '@shared/records/desk-state'
import { slotOf, type Row } from '@shared/records/projection'
import { dossierIndexOf, typeOf } from '@shared/records/record-kinds'
import type { DeskDatabase } from './database'
import {
  summarisedTables,
  summaryOf,
  type DossierSummary,
  type SummarisedRows,
  type SummaryPage,
} from './dossier-summary'
import { newestVersions } from './newest-versions'
import { rowsInPortions } from './read-rows'

/** The table that the summaries lie in. */
export const summaryTable = 'summaries'

/** By the first digits of the ids, which are random. */
const pageOf = (dossierId: string): string => dossierId.slice(0, 2)

/** The page as it is stored. */
export const summaryPage = (id: string, summaries: readonly DossierSummary[]): SummaryPage => ({
  id,
  stamp: '',
  summaries: summaries.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

/** Pages with all of these summaries. */
export function summaryPages(summaries: Iterable<DossierSummary>): readonly SummaryPage[] {
  const pages = new Map<string, DossierSummary[]>()
  for (const summary of summaries) {
    const own = pages.get(pageOf(summary.id))
    if (own === undefined) pages.set(pageOf(summary.id), [summary])
    else own.push(summary)
  }
  return [...pages].map(([id, own]) => summaryPage(id, own))
}

/**
 * What lists show of every dossier, in memory while the desk is open: read once when somebody looks first, and kept
 * level by the very transactions that write what it is made of.
 */
class SummaryBook {
  #known: Promise<Map<DossierId, DossierSummary>> | null = null
  #loaded: Map<DossierId, DossierSummary> | null = null
  #sorted: readonly DossierSummary[] | null = null

  constructor(private readonly db: DeskDatabase) {}

  /** Every dossier's summary, the last changed first. Not to be called in a transaction. */
  async all(): Promise<readonly DossierSummary[]> {
    const known = await this.#load()
    this.#sorted ??= [...known.values()].sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
    return this.#sorted
  }

  async get(dossierId: string): Promise<DossierSummary | undefined> {
    return (await this.#load()).get(dossierId as DossierId)
  }

  /** What is in memory is read anew: a transaction failed that had changed it. */
  forget(): void {
    this.#known = null
    this.#loaded = null
    this.#sorted = null
  }

  /** Makes the summaries of these dossiers anew out of their rows. Call it in the transaction that wrote them. */
  async refresh(dossierIds: ReadonlySet<DossierId>): Promise<void> {
    if (dossierIds.size === 0) return
    const ids = [...dossierIds]
    const fresh = await Promise.all(ids.map(async (id) => [id, summaryOf(id, await this.#rowsOf(id))] as const))
    const pageIds = [...new Set(ids.map(pageOf))]
    const pages = await this.db.summaries.bulkGet(pageIds)
    const changed = pageIds.map((pageId, index) => {
      const own = new Map((pages[index]?.summaries ?? []).map((summary) => [summary.id, summary]))
      for (const [id, summary] of fresh) {
        if (pageOf(id) !== pageId) continue
        if (summary === null) own.delete(id)
        else own.set(id, summary)
      }
      return summaryPage(pageId, [...own.values()])
    })
    await this.db.summaries.bulkPut(changed.filter(({ summaries }) => summaries.length > 0))
    await this.db.summaries.bulkDelete(changed.filter(({ summaries }) => summaries.length === 0).map(({ id }) => id))
    this.#remember(fresh)
  }

  #remember(fresh: readonly (readonly [DossierId, DossierSummary | null])[]): void {
    // Whoever is just reading may have read what was before.
    if (this.#loaded === null) this.forget()
    for (const [id, summary] of fresh) {
      if (summary === null) this.#loaded?.delete(id)
      else this.#loaded?.set(id, summary)
    }
    this.#sorted = null
  }

  /** The rows of one dossier; of its versions, which are heavy, only the newest unless it was revoked. */
  async #rowsOf(dossierId: DossierId): Promise<SummarisedRows> {
    const own = (name: string) => this.db.table(name).where('value.dossierId').equals(dossierId)
    const isRevoked = (await own('revocations').count()) > 0
    const rows: readonly (readonly [string, unknown])[] = await Promise.all(
      summarisedTables.map(async (name) => {
        if (name === 'dossierVersions' && !isRevoked) return [name, await newestVersions(this.db, [dossierId])] as const
        const index = dossierIndexOf(typeOf(name)) ?? 'value.dossierId'
        const rowsOf = this.db.table<Row<typeof name>, string>(name).where(index).equals(dossierId)
        return [name, await rowsOf.toArray()] as const
      }),
    )
    const earlier = { pilotTerms: await this.#termsBefore(dossierId) }
    return { ...Object.fromEntries(rows), earlier } as unknown as SummarisedRows
  }

  /** Terms that gave way to the present one; nothing of an undone import. */
  async #termsBefore(dossierId: DossierId): Promise<readonly Row<'pilotTerms'>[]> {
    const shelved = await this.db.shelved.where('slot').equals(slotOf('pilot-term.set', { dossierId })).toArray()
    if (shelved.length === 0) return []
    const hidden = hiddenBy(await this.db.rows('importUndoings').toArray())
    return shelved
      .filter(({ recordId }) => !hidden.has(recordId))
      .map((row) => ({ ...row, id: row.rowId }) as unknown as Row<'pilotTerms'>)
  }

  async #load(): Promise<Map<DossierId, DossierSummary>> {
    const loading = (this.#known ??= this.#read())
    try {
      const known = await loading
      if (this.#known === loading) this.#loaded = known
      return known
    } catch (error) {
      if (this.#known === loading) this.forget()
      throw error
    }
  }

  async #read(): Promise<Map<DossierId, DossierSummary>> {
    const known = new Map<DossierId, DossierSummary>()
    for await (const rows of rowsInPortions(this.db, summaryTable)) {
      const pages: readonly unknown[] = await this.db.cipher.openMany(summaryTable, rows)
      for (const { summaries } of pages as readonly SummaryPage[]) {
        for (const summary of summaries) known.set(summary.id, summary)
      }
    }
    return known
  }
}

const books = new WeakMap<DeskDatabase, SummaryBook>()

/** What lists show of every dossier of a database: one book as long as it is open. */
export function bookOf(db: DeskDatabase): SummaryBook {
  const book = books.get(db) ?? new SummaryBook(db)
  books.set(db, book)
  return book
}
