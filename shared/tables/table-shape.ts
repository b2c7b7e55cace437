import type { MoneyUnit } from './money-unit'

/** Why a cell could not be read. */
export type Unread =
  | 'not-a-day'
  | 'not-a-month'
  | 'not-an-amount'
  | 'foreign-money'
  | 'ratio'
  | 'exponent-code'
  | 'rounded-code'
  | 'too-long'
  | 'unknown-choice'
  | 'unknown-unit'
  | 'cell-error'

export type CellRead<V> = { readonly value: V } | { readonly unread: Unread }

export type Column<V> = {
  /** Heads that mean this column, folded, the surest first. */
  readonly heads: readonly string[]
  readonly read: (cell: string, unit: MoneyUnit) => CellRead<V>
  readonly isMoney?: true
}

/** What a kind of table is made of; `T` is what one row may say. */
export type TableShape<T> = {
  readonly columns: { readonly [K in keyof T & string]: Column<T[K]> }
  /** The column without which a line is no row. */
  readonly key: keyof T & string
  /** The order in which a table without a head is read. */
  readonly usualOrder: readonly (keyof T & string)[]
}

/** What a column of the text was taken for; `serial` is a column of running numbers, `null` is not read. */
export type Assigned<T> = { readonly key: keyof T & string; readonly unit: MoneyUnit } | 'serial' | null

export type TableNote =
  | { readonly kind: 'no-head' }
  | { readonly kind: 'unclosed-quote'; readonly line: number }
  | {
      readonly kind:
        | 'title-row'
        | 'total-row'
        | 'remark-row'
        | 'row-without-key'
        | 'ragged-row'
        | 'serial-no-number'
        | 'repeated-head-row'
      readonly line: number
      readonly text: string
    }
  | { readonly kind: 'unknown-head' | 'repeated-head'; readonly column: number; readonly text: string }
  | { readonly kind: 'unit-assumed'; readonly column: number; readonly text: string }
  | {
      readonly kind: 'unread-cell'
      readonly line: number
      readonly column: number
      readonly text: string
      readonly why: Unread
      /** Without its key a row is not taken at all. */
      readonly isRowLost: boolean
    }

export type TableRow<T> = { readonly line: number; readonly values: Partial<T> }

/** What was read of a table, and every filled cell that was not. */
export type TableReading<T> = {
  readonly heads: readonly string[]
  readonly columns: readonly Assigned<T>[]
  readonly rows: readonly TableRow<T>[]
  readonly notes: readonly TableNote[]
}

/** A column of a shape by its key. */
export const columnOf = <T>(shape: TableShape<T>, key: string): Column<unknown> =>
  (shape.columns as unknown as Readonly<Record<string, Column<unknown>>>)[key] as Column<unknown>
