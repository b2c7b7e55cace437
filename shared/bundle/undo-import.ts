import { z } from 'zod'
import { instantSchema } from '../domain/date'
import { sha256Schema, type KeyId } from '../domain/ids'
import type { FoldedDesk, Slot } from '../records/desk-state'
import { dossiersOfValue, slotOf } from '../records/projection'
import { kindOf, recordTypes, typeOf, type PayloadTable, type RecordType } from '../records/record-kinds'
import { lineageOf, settleRow } from '../records/settle'

const place = {
  type: z.enum(recordTypes as [RecordType, ...RecordType[]]),
  dossierId: z.string().nullable(),
  /** Of the alliance; empty if the row speaks of no dossier or of one that is not here. */
  name: z.string(),
}

/** What undoing an import, or redoing it, would change, row by row. */
export const undoPreviewSchema = z.strictObject({
  /** How many records would be hidden or shown again. */
  recordCount: z.int().min(1),
  changes: z.array(
    z.strictObject({
      ...place,
      rowId: z.string(),
      effect: z.enum(['removed', 'reverted', 'restored', 'fewer-rivals', 'more-rivals']),
      /** Who wrote what would show afterwards, and when by that desk's clock; null if nothing would. */
      shows: z.strictObject({ who: z.string(), at: instantSchema }).nullable(),
    }),
  ),
  /** Later work of this desk that builds on the import: while there is any, it is not undone. */
  blockers: z.array(z.strictObject({ ...place, at: instantSchema, on: place.type })),
  /**
   * Papers that this desk exported since of dossiers that the import speaks of: its facts may stand on them for good.
   */
  papers: z.array(
    z.strictObject({
      recordId: sha256Schema,
      documentKind: z.string(),
      /** Names of the alliances. */
      names: z.array(z.string()),
      at: instantSchema,
      fileNames: z.array(z.string()),
    }),
  ),
})
export type UndoPreview = Readonly<z.infer<typeof undoPreviewSchema>>

export type UndoableImport = {
  /** Records that came with the import and are not this desk's own. */
  readonly recordIds: readonly string[]
  readonly dossierIds: readonly string[]
  readonly isUndone: boolean
  readonly preview: (redo: boolean) => UndoPreview
}

/**
 * Looks at one import of this desk: what it brought, and what hiding that, or showing it again, would change. Null if
 * the desk has no such import, or one that kept no list (made by an older version).
 */
export function findImport(bundleId: string, keyId: KeyId, folded: FoldedDesk): UndoableImport | null {
  const imports = folded.slots.get(slotOf('bundle.imported', { bundleId }))?.claims ?? []
  const own = imports.filter((row) => writerOf(row) === keyId)
  const listed = new Set(own.flatMap(({ value }) => (value as { recordIds: readonly string[] }).recordIds))
  const slots: Slot[] = []
  const brought = new Set<string>()
  for (const slot of folded.slots.values()) {
    const foreign = slot.claims.filter((row) => listed.has(row.recordId) && writerOf(row) !== keyId)
    for (const row of foreign) brought.add(row.recordId)
    if (foreign.length > 0) slots.push(slot)
  }
  if (brought.size === 0) return null
  const touched = slots.flatMap(({ claims }) => claims).filter((row) => brought.has(row.recordId))
  return {
    recordIds: [...brought],
    dossierIds: [...new Set(touched.flatMap(({ value }) => dossiersOfValue(value)))],
    isUndone: folded.state.importUndoings.get(bundleId)?.value.redone === false,
    preview: (redo) => ({
      recordCount: brought.size,
      changes: changesOf(slots, folded, { redo, hidden: hiddenAfter(bundleId, brought, redo, folded) }),
      blockers: redo ? [] : blockersOf(slots, brought, { keyId, since: Math.min(...own.map(seqOf)), folded }),
      papers: redo ? [] : papersOf(touched, { keyId, since: Math.min(...own.map(seqOf)), folded }),
    }),
  }
}

function hiddenAfter(
  bundleId: string,
  brought: ReadonlySet<string>,
  redo: boolean,
  { state }: FoldedDesk,
): ReadonlySet<string> {
  const others = [...state.importUndoings.values()].filter(({ id, value }) => id !== bundleId && !value.redone)
  return new Set([...others.flatMap(({ value }) => value.recordIds), ...(redo ? [] : brought)])
}

function changesOf(
  slots: readonly Slot[],
  folded: FoldedDesk,
  { redo, hidden }: { readonly redo: boolean; readonly hidden: ReadonlySet<string> },
): UndoPreview['changes'] {
  const names = namesIn(folded)
  return slots.flatMap(({ table, rowId, claims }) => {
    const before = settleRow(table, claims, folded.hidden)
    const after = settleRow(table, claims, hidden)
    const effect =
      before.shown === after.shown
        ? rivalEffect(before.rivals.length, after.rivals.length)
        : after.shown === null
          ? 'removed'
          : redo
            ? 'restored'
            : 'reverted'
    if (effect === null) return []
    const { shown } = after
    const shows = shown === null ? null : { who: nameOf(shown.author, folded), at: shown.at }
    return [{ ...placeOf(table, (shown ?? before.shown)?.value, names), rowId, effect, shows } as const]
  })
}

const rivalEffect = (before: number, after: number) =>
  before === after ? null : after < before ? 'fewer-rivals' : 'more-rivals'

/** Where a kind of record stands as the ground of later work: a status at the very beginning. */
function stageAsGround(type: RecordType): number | null {
  const { stage } = kindOf(type)
  return stage === 'every' ? 0 : stage
}

/** Where it stands as work: it builds on everything that stands before. */
function stageAsWork(type: RecordType): number | null {
  const { stage } = kindOf(type)
  return stage === 'every' ? Infinity : stage
}

/** Own work that holds now, was written after the import, and replaced an imported statement or judged by it. */
function blockersOf(
  slots: readonly Slot[],
  brought: ReadonlySet<string>,
  { keyId, since, folded }: { readonly keyId: KeyId; readonly since: number; readonly folded: FoldedDesk },
): UndoPreview['blockers'] {
  const grounds = new Map<string, { readonly type: RecordType; readonly stage: number }>()
  for (const { table, rowId } of slots) {
    const type = typeOf(table)
    const stage = stageAsGround(type)
    if (stage === null) continue
    const shown = folded.state[table].get(rowId)
    // What an import brought and nobody sees any more is no ground of anything.
    if (shown === undefined || !brought.has(shown.recordId)) continue
    for (const dossierId of dossiersOfValue(shown.value)) {
      if ((grounds.get(dossierId)?.stage ?? Infinity) > stage) grounds.set(dossierId, { type, stage })
    }
  }
  const replacing = new Set(slots)
  const names = namesIn(folded)
  return [...folded.slots.values()].flatMap((slot) => {
    const { table, rowId, claims } = slot
    const shown = folded.state[table].get(rowId)
    if (shown === undefined || writerOf(shown) !== keyId || seqOf(shown) <= since) return []
    const type = typeOf(table)
    const work = stageAsWork(type)
    const knew =
      replacing.has(slot) &&
      lineageOf(table, claims)
        .replacedBy(shown)
        .some(({ recordId }) => brought.has(recordId))
    const ground = dossiersOfValue(shown.value)
      .map((dossierId) => grounds.get(dossierId))
      .find((one) => one !== undefined && work !== null && one.stage < work)
    const on = knew ? type : ground?.type
    return on === undefined ? [] : [{ ...placeOf(table, shown.value, names), at: shown.at, on }]
  })
}

/** Papers that this desk exported after the import, of the dossiers that it speaks of, alone or in a batch. */
function papersOf(
  touched: readonly { readonly value: unknown }[],
  { keyId, since, folded }: { readonly keyId: KeyId; readonly since: number; readonly folded: FoldedDesk },
): UndoPreview['papers'] {
  const spokenOf = new Set(touched.flatMap(({ value }) => dossiersOfValue(value)))
  const names = namesIn(folded)
  return [...folded.state.documentExports.values()].flatMap((row) => {
    if (writerOf(row) !== keyId || seqOf(row) <= since) return []
    const { dossierId, batchId, documentKind, files } = row.value
    const batch = batchId === null ? [] : (folded.state.batches.get(batchId)?.value.dossierIds ?? [])
    const printed = [...(dossierId === null ? [] : [dossierId]), ...batch].filter((id) => spokenOf.has(id))
    if (printed.length === 0) return []
    const { recordId, at } = row
    const fileNames = files.map(({ fileName }) => fileName)
    return [{ recordId, documentKind, names: printed.map((id) => names.get(id) ?? ''), at, fileNames }]
  })
}

function placeOf(table: PayloadTable, value: unknown, names: ReadonlyMap<string, string>) {
  const [dossierId = null] = dossiersOfValue(value)
  return { type: typeOf(table), dossierId, name: names.get(dossierId ?? '') ?? '' }
}

/** Names of the alliances, by dossier. */
const namesIn = ({ state }: FoldedDesk): ReadonlyMap<string, string> =>
  new Map([...state.dossierVersions.values()].map(({ value }) => [value.dossierId, value.content.alliance.name]))

function nameOf(author: string, { state }: FoldedDesk): string {
  const desk = state.desks.get(author)?.value
  return desk === undefined ? author : `${desk.name}（${desk.unit}）`
}

/** Who wrote the record that a row came from: in a choice, the person who chose. */
const writerOf = ({ stamp }: { readonly stamp: string }): string => stamp.split('.')[1] ?? ''
const seqOf = ({ stamp }: { readonly stamp: string }): number => Number(stamp.split('.')[2])
