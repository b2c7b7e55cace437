import type { RecordEnvelope } from '@shared/records/record'
import type { IpcOutput } from '@shared/ipc/contract'
import { HalfCharacter, halfCharacterIn } from '@shared/lib/half-character'
import { payloadSchemas, type Action } from '@shared/records/payloads'
import { callHost, done } from '../platform/bridge'
import { HostCallError, HostFailure, pageFailure } from '../platform/host-failure'
import { inTurn } from '../platform/in-turn'
import { ShapeRefused } from '../platform/shape-refused'
import type { DeskDatabase } from './database'
import { checkLater } from './database-watch'
import { judgeDatabase, openDatabase, remakeDatabase } from './open-database'
import { areSummariesAsWritten, isAsWritten } from './database-check'
import { applyRecords, parseRecords } from './projection'
import { TableFilling } from './rebuild'
import { RowCipher } from './row-cipher'

const pageSize = 1000

export type OpenProgress = { readonly applied: number; readonly total: number; readonly rebuilding: boolean }

export type OpenedDesk = {
  readonly rebuilt: boolean
  /**
   * Records that this database had and the journal has no longer: an older copy of the journal was put in its place.
   */
  readonly missing: number
  /** Where the damaged database lies that was rebuilt. */
  readonly kept?: string
}

let open: { readonly db: DeskDatabase; readonly keyId: string } | null = null

/** The database of the open desk. @throws if no desk is open, which is a bug of the caller. */
export function deskDatabase(): DeskDatabase {
  if (open === null) throw new Error('no desk is open')
  return open.db
}

/**
 * Opens the projection of a desk and brings it level with the journal: replays what is missing, and builds everything
 * anew if the database is empty, damaged, of another desk, or ahead of the journal.
 */
export const openDesk = (
  keyId: string,
  onProgress: (progress: OpenProgress) => void,
  how: HowToOpen = 'as-it-is',
): Promise<OpenedDesk> =>
  inTurn(`lianshen-opening-${keyId}`, () => openInTurn(`lianshen-${keyId}`, keyId, onProgress, how))

/** `anew`: what stands there was found not to be what was written. */
export type HowToOpen = 'as-it-is' | 'anew'

async function openInTurn(
  name: string,
  keyId: string,
  onProgress: (progress: OpenProgress) => void,
  how: HowToOpen,
): Promise<OpenedDesk> {
  const { key } = done(await callHost('profile:database-key', undefined))
  const cipher = new RowCipher(key)
  const journal = await callHost('journal:get-status', undefined)
  const found = await findDatabase(name, cipher, journal.count)
  const level = found?.isLevel === true && how !== 'anew'
  const had = found?.count ?? 0
  const rebuilt = !level || (had === 0 && journal.count > 0)
  await requireRoom(journal.count - (level ? had : 0))
  const begin = async (db: DeskDatabase, from: number) => {
    open = { db, keyId }
    const show = (applied: number, total: number): void => {
      onProgress({ applied, total, rebuilding: rebuilt })
    }
    if (from === 0) await buildFromJournal(show)
    else await replay(from, show)
  }
  /** Answers where the damaged database lies. */
  const anew = async (): Promise<string | null> => {
    open?.db.close()
    found?.db.close()
    const aside = await judgeDatabase('damaged')
    await begin(await remakeDatabase(name, cipher), 0)
    return aside
  }
  let kept: string | null
  if (!level) kept = await anew()
  else {
    try {
      await begin(found.db, had)
    } catch (error) {
      // Level as far as it could be read, and yet it takes nothing more.
      if (isOfHost(error)) throw error
      await requireRoom(journal.count)
      kept = await anew()
      return { rebuilt: true, missing: 0, ...(kept !== null && { kept }) }
    }
    const isGone = rebuilt && !found.isOutdated && journal.count > 1
    // What is still to be checked stays with the shell until it was.
    kept = found.isToCheck ? null : await judgeDatabase(isGone ? 'gone' : 'sound')
    if (found.isToCheck) checkLater(found.db, () => open?.db === found.db)
  }
  // A desk opened for the first time has nothing but its own introduction: that is no rebuilding.
  const isTold = rebuilt && (!level || journal.count > 1)
  return { rebuilt: isTold, missing: Math.max(0, had - journal.count), ...(kept !== null && { kept }) }
}

type FoundDatabase = {
  readonly db: DeskDatabase
  /** Records that it has applied. */
  readonly count: number
  /** Its rows are those that were written, out of the first records of this journal. */
  readonly isLevel: boolean
  readonly isOutdated: boolean
  /** It is large: whether each row is the one that was written is seen when the desk is open. */
  readonly isToCheck: boolean
}

/**
 * Records of a database whose every row is held against the sums before anything is shown: a fifth of a second. Of a
 * larger one that is done when the desk is open (`database-watch.ts`); until then each row still opens only as what was
 * sealed under its name, and what lists show is checked.
 */
const checkedAtOnce = 5000

/** The database as it stands; null if it cannot be read. The journal has everything that is in it. */
async function findDatabase(name: string, cipher: RowCipher, journalCount: number): Promise<FoundDatabase | null> {
  let db: DeskDatabase | null = null
  try {
    const opened = await openDatabase(name, cipher)
    const { isOutdated } = opened
    db = opened.db
    const nothing = { db, count: 0, isLevel: false, isOutdated, isToCheck: false }
    // Read first: a row that does not open says that the database is none of ours.
    if (!(await areSummariesAsWritten(db))) return nothing
    const meta = await db.meta.get('applied')
    const count = meta?.count ?? 0
    const isToCheck = count > checkedAtOnce
    if (!isToCheck && !(await isAsWritten(db))) return nothing
    const isLevel = count <= journalCount && (await isPrefix(db, count, meta?.headId ?? null))
    return { db, count, isLevel, isOutdated, isToCheck }
  } catch (error) {
    db?.close()
    if (isOfHost(error)) throw error
    return null
  }
}

/** What a call of the host failed with says nothing of the database. */
const isOfHost = (error: unknown): boolean => error instanceof HostCallError || error instanceof HostFailure

/** As many records as may be replayed when the disk is nearly full: some hundred kilobytes. */
const replayedAnyway = 200

/** @throws HostFailure `space.no-rebuild` before the browser's own storage meets a full disk and empties itself */
async function requireRoom(recordCount: number): Promise<void> {
  if (recordCount <= replayedAnyway) return
  const { space, freeBytes } = await callHost('app:get-status', undefined)
  if (space !== 'read-only') return
  throw pageFailure('space.no-rebuild', { freeMB: Math.floor(freeBytes / 1_000_000) })
}

/** Closes the database, for locking the desk. */
export function closeDesk(): void {
  open?.db.close()
  open = null
}

/**
 * Appends actions to the journal (all or nothing, on disk before it answers) and shows them in the tables.
 * @throws ShapeRefused, HalfCharacter before anything is sent, with what no record can hold
 */
export async function append(...actions: readonly Action[]): Promise<readonly RecordEnvelope[]> {
  for (const { type, payload } of actions) {
    const parsed = payloadSchemas[type].safeParse(payload)
    if (!parsed.success) throw new ShapeRefused(parsed.error.issues, payload)
    const half = halfCharacterIn(payload)
    if (half !== null) throw new HalfCharacter(half)
  }
  const answer = done(await callHost('journal:append', { actions: [...actions] }))
  await applyFrom(answer.records, answer.count)
  return answer.records
}

/** Shows records that the host has appended by itself (an import, an export). */
export async function applyFrom(records: readonly RecordEnvelope[], count: number): Promise<void> {
  if (open === null) throw new Error('no desk is open')
  const { db, keyId } = open
  const applied = (await db.meta.get('applied'))?.count ?? 0
  if (applied + records.length === count) await applyRecords(db, records, { count, deskKeyId: keyId })
  else await replay(applied, () => undefined)
}

async function replay(after: number, onProgress: (applied: number, total: number) => void): Promise<void> {
  if (open === null) throw new Error('no desk is open')
  const { db, keyId } = open
  for await (const { records, applied, total } of journalPages(after)) {
    await applyRecords(db, records, { count: applied, deskKeyId: keyId })
    onProgress(applied, total)
  }
}

/** Fills an empty database; rows are written while the next records are read. */
async function buildFromJournal(onProgress: (applied: number, total: number) => void): Promise<void> {
  if (open === null) throw new Error('no desk is open')
  const { db, keyId } = open
  const filling = new TableFilling(db)
  let count = 0
  let headId: string | null = null
  for await (const { records, applied, total } of journalPages(0)) {
    await filling.take(parseRecords(records).records)
    count = applied
    headId = records.at(-1)?.id ?? headId
    onProgress(applied, total)
  }
  if (count > 0) await filling.finish({ count, headId, deskKeyId: keyId })
}

type JournalPage = {
  readonly records: readonly RecordEnvelope[]
  /** Records up to the end of this page, and all there are. */
  readonly applied: number
  readonly total: number
}

/** The journal from a place on, each page fetched while the one before it is worked on. */
async function* journalPages(after: number): AsyncGenerator<JournalPage> {
  const fetchPage = (from: number): Promise<IpcOutput<'journal:read'>> =>
    callHost('journal:read', { after: from, limit: pageSize })
  let applied = after
  for (let next: ReturnType<typeof fetchPage> | null = fetchPage(applied); next !== null;) {
    const { records, count }: IpcOutput<'journal:read'> = await next
    if (records.length === 0) return
    applied += records.length
    next = applied < count ? fetchPage(applied) : null
    // Whoever stops in the middle leaves no failure unheard.
    next?.catch(() => undefined)
    yield { records, applied, total: count }
  }
}

/** Whether the last applied record is still the one at that place of the journal. */
async function isPrefix(db: DeskDatabase, count: number, headId: string | null): Promise<boolean> {
  if (count === 0) return true
  const page = await callHost('journal:read', { after: count - 1, limit: 1 })
  return page.records[0]?.id === headId && (await db.history.count()) > 0
}
