import type {
  DBCore,
  DBCoreCursor,
  DBCoreMutateRequest,
  DBCoreTable,
  DBCoreTableSchema,
  DBCoreTransaction,
  Middleware,
} from 'dexie'
import { addMarks, type PlainRow, type RowCipher } from './row-cipher'

/** Below everything that Dexie itself puts between a query and the database. */
const innermost = -10

/** The table that keeps the sums of the marks of all others. */
export const metaTable = 'meta'

/** What the writes of each running transaction change in the sums of marks. */
export class MarkLedger {
  readonly #changes = new WeakMap<DBCoreTransaction, Map<string, bigint>>()

  add(transaction: DBCoreTransaction, table: string, change: bigint): void {
    const changes = this.#changes.get(transaction) ?? new Map<string, bigint>()
    changes.set(table, addMarks(changes.get(table) ?? 0n, change))
    this.#changes.set(transaction, changes)
  }

  /** By table. */
  changesOf(transaction: DBCoreTransaction): ReadonlyMap<string, bigint> {
    return this.#changes.get(transaction) ?? new Map<string, bigint>()
  }
}

/**
 * Rows are closed on their way into the browser's database and opened on their way out; queries notice nothing. In the
 * clear lie primary keys, stamps and what indexes are built from: ids, states and days.
 */
export function sealTables(cipher: RowCipher, ledger: MarkLedger): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'sealed rows',
    level: innermost,
    create: (core) => ({ ...core, table: (name) => sealedTable(core.table(name), cipher, ledger) }),
  }
}

function sealedTable(table: DBCoreTable, cipher: RowCipher, ledger: MarkLedger): DBCoreTable {
  const { name } = table
  const inClear = clearPaths(table.schema)
  const open = (row: unknown): unknown => (row === undefined ? undefined : cipher.open(name, row as PlainRow))
  /** Notes what a write changes in the sum of marks, then does it. */
  const counted = <T>(
    trans: DBCoreTransaction,
    keys: readonly unknown[],
    added: readonly PlainRow[],
    write: () => Promise<T>,
  ): Promise<T> => {
    if (name === metaTable) return write()
    return table.getMany({ trans, keys: [...keys] }).then((present: (PlainRow | undefined)[]) => {
      let change = 0n
      for (const row of present) if (row !== undefined) change -= cipher.markOf(name, row)
      for (const row of added) change += cipher.markOf(name, row)
      ledger.add(trans, name, change)
      return write()
    })
  }
  // No `await` here: Dexie knows a running transaction by its own promises only.
  return {
    ...table,
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values === true ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor === null || request.values !== true ? cursor : openedCursor(cursor, open))),
    mutate: (request: DBCoreMutateRequest) => {
      switch (request.type) {
        case 'add':
        case 'put': {
          const plain = request.values as readonly PlainRow[]
          const values = plain.map((row) => cipher.seal(name, row, inClear))
          const keys = plain.map(table.schema.primaryKey.extractKey ?? ((row) => row))
          return counted(request.trans, keys, values, () => table.mutate({ ...request, values }))
        }
        case 'delete':
          return counted(request.trans, request.keys, [], () => table.mutate(request))
        case 'deleteRange': {
          const query = { index: table.schema.primaryKey, range: request.range }
          return table
            .query({ trans: request.trans, values: false, query })
            .then(({ result }) => counted(request.trans, result, [], () => table.mutate(request)))
        }
      }
    },
  }
}

/** Paths of the rows of a table that lie in the clear. */
export function clearPaths({ primaryKey, indexes }: DBCoreTableSchema): readonly string[] {
  const paths = [primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? [])
  return [...new Set([...paths, 'stamp'])]
}

/** A cursor whose value is opened; the rest is the cursor's own, which must be asked under its own name. */
function openedCursor(cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => open(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: { value: (key: unknown, primary: unknown) => cursor.continuePrimaryKey(key, primary) },
    advance: { value: (steps: number) => cursor.advance(steps) },
  }) as DBCoreCursor
}
