import type { DossierId } from '@shared/domain/ids'
import { assembleDossier, type AssembledDossier, type Asked } from '@shared/records/assemble-dossier'
import { byTable, type DossierRows, rowsAsOf, typesInDossier } from '@shared/records/dossier-rows'
import { hiddenBy } from '@shared/records/desk-state'
import { endedBeside, type EndedDossier } from '@shared/records/ended-alliances'
import { dossiersOfValue } from '@shared/records/projection'
import { dossierIndexOf, tableOf } from '@shared/records/record-kinds'
import { deskDatabase } from './desk'
import { linesOfDossier } from './history'
import { judgedVersions } from './judged-versions'
import { bookOf } from './summary-book'

/**
 * `asOf`: as it stood when only the records of the stamps that it tells of a dossier's rows were there; absent: now.
 */
export type AskedOfDossiers = Asked & { readonly asOf?: (rows: DossierRows) => (stamp: string) => boolean }

/** A dossier with everything that happened to it, out of the tables; `null` if there is none of that id. */
export async function loadDossier(dossierId: DossierId, asked: AskedOfDossiers = {}): Promise<AssembledDossier | null> {
  const [dossier] = await loadDossiers([dossierId], asked)
  return dossier ?? null
}

type AnyRow = { readonly id: string; readonly value: unknown }

/** The same of many dossiers, each table read once; in the order asked for, those that there are. */
export async function loadDossiers(
  dossierIds: readonly DossierId[],
  { asOf, ...asked }: AskedOfDossiers = {},
): Promise<readonly AssembledDossier[]> {
  const db = deskDatabase()
  const endings = await loadEndings()
  const acts = await Promise.all(
    typesInDossier.map(async (type) => {
      const name = tableOf(type)
      const index = dossierIndexOf(type)
      if (type === 'dossier.saved') return { name, all: [], of: null }
      const table = db.table<AnyRow>(name)
      if (index === null) return { name, all: await table.toArray(), of: null }
      const all: readonly AnyRow[] = await table
        .where(index)
        .anyOf([...dossierIds])
        .distinct()
        .toArray()
      return { name, all, of: rowsByDossier(all) }
    }),
  )
  const said = (dossierId: DossierId) => ({
    acts: acts.flatMap(({ name, of }) =>
      judging.has(name) ? (of?.get(dossierId) ?? []).map(({ value }) => value).filter(namesVersionIn(name)) : [],
    ),
    isPublished: acts.some(({ name, of }) => name === 'pilotTerms' && of?.has(dossierId) === true),
  })
  const versions = await judgedVersions(db, dossierIds, asOf === undefined ? said : null)
  const tables = acts.map((one) =>
    one.name === 'dossierVersions' ? { ...one, all: versions, of: rowsByDossier(versions) } : one,
  )
  const shelves = await loadShelves(dossierIds, tables.find(({ name }) => name === 'panels')?.all ?? [])
  return dossierIds.flatMap((dossierId) => {
    const shown = Object.fromEntries(
      tables.map(({ name, all, of }) => [name, of === null ? all : (of.get(dossierId) ?? [])]),
    )
    const earlier = byTable((table) => [
      ...(shelves.get(`${table}/${dossierId}`) ?? []),
      ...(table === 'panels' ? (shown['panels'] ?? []).flatMap(({ id }) => shelves.get(`panels/${id}`) ?? []) : []),
    ])
    const rows = { ...shown, earlier, ended: endedBeside(endings, dossierId) } as unknown as DossierRows
    return assembleDossier(dossierId, asOf === undefined ? rows : rowsAsOf(rows, asOf(rows)), asked) ?? []
  })
}

/** Tables of acts that judge a version. */
const judging: ReadonlySet<string> = new Set([
  'ruleJudgements',
  'ruleOverrides',
  'divisionOpinions',
  'divisionConfirmations',
  'expertOpinions',
  'panelOpinions',
  'reviewConfirmations',
  'consultations',
  'recusalDeclarations',
  'recusalDecisions',
])

/** What older programs wrote on recusal names no version, and no version is looked for. */
const namesVersionIn =
  (table: string) =>
  (value: unknown): boolean =>
    !table.startsWith('recusal') || (value as { readonly dossierVersion?: number }).dossierVersion !== undefined

/**
 * Tables of which it matters what was said before: each has its rows by dossier, and begins their names with its id.
 */
const remembered = [
  'handlings',
  'statuses',
  'filingDecisions',
  'ruleJudgements',
  'ruleOverrides',
  'divisionOpinions',
  'consultations',
  'pilotTerms',
  'evaluations',
  'revocations',
] as const

type Shelved = AnyRow & { readonly stamp: string }

/** What was said before of the rows of dossiers and of panels, by table and dossier or panel. */
async function loadShelves(
  dossierIds: readonly DossierId[],
  panels: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly Shelved[]>> {
  const db = deskDatabase()
  const wanted = [
    ...remembered.flatMap((table) => dossierIds.map((id) => `${table}/${id}`)),
    ...panels.map(({ id }) => `panels/${id}`),
  ]
  if ((await db.shelved.count()) === 0) return new Map()
  const [found, undoings] = await Promise.all([
    db.shelved.where('slot').startsWithAnyOf(wanted).toArray(),
    db.rows('importUndoings').toArray(),
  ])
  const hidden = hiddenBy(undoings)
  const shelves = new Map<string, Shelved[]>()
  for (const { rowId, slot, ...said } of found) {
    if (hidden.has(said.recordId)) continue
    const [table = '', id = ''] = slot.split(/[/@]/u)
    const key = `${table}/${id}`
    const row = { ...said, id: rowId }
    const present = shelves.get(key)
    if (present === undefined) shelves.set(key, [row])
    else present.push(row)
  }
  return shelves
}

/** Dossiers of the desk that were revoked: each bears on every other (Art. 19). No version of them is read for it. */
async function loadEndings(): Promise<readonly EndedDossier[]> {
  const db = deskDatabase()
  // Whoever looks looks again when one more was revoked.
  if ((await db.rows('revocations').count()) === 0) return []
  const summaries = await bookOf(db).all()
  return summaries.flatMap(({ id, ended }) => (ended === null ? [] : [{ dossierId: id, ended }]))
}

function rowsByDossier(rows: readonly AnyRow[]): ReadonlyMap<string, readonly AnyRow[]> {
  const byDossier = new Map<string, AnyRow[]>()
  for (const row of rows) {
    for (const id of dossiersOfValue(row.value)) {
      const present = byDossier.get(id)
      if (present === undefined) byDossier.set(id, [row])
      else present.push(row)
    }
  }
  return byDossier
}

/** What the alliance of every dossier is called, so that it is not named by an id. */
export async function dossierNames(): Promise<ReadonlyMap<string, string>> {
  const db = deskDatabase()
  // Whoever looks looks again when anything was applied.
  await db.meta.get('applied')
  const summaries = await bookOf(db).all()
  return new Map(summaries.map(({ id, name }) => [id, name]))
}

/** The timeline of one dossier, oldest first, in the order of records. */
export const listHistory = (dossierId: DossierId) => linesOfDossier(deskDatabase(), dossierId)
