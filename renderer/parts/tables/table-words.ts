import type { PlainKey } from '@shared/messages/catalogue'
import type { Translate } from '@shared/messages/translate'
import { moneyUnits } from '@shared/tables/money-unit'
import { columnOf, type Assigned, type TableNote, type TableShape } from '@shared/tables/table-shape'
import type { SheetDoubts } from './bring-table'

/** The words of a table on the screen: what each column is called, and what a value that was read looks like. */
export type TableWords<T> = {
  readonly name: PlainKey
  readonly columns: { readonly [K in keyof T & string]: PlainKey }
  readonly show: (t: Translate, key: keyof T & string, value: unknown) => string
}

/** What a column is called. */
export const columnWords = <T>(t: Translate, words: TableWords<T>, key: string): string => {
  const message = (words.columns as Readonly<Record<string, PlainKey>>)[key]
  return message === undefined ? key : t(message)
}

/** What a column was taken for, in one word that a choice can hold. */
export const assignedWord = <T>(assigned: Assigned<T>): string =>
  assigned === null ? 'none' : assigned === 'serial' ? 'serial' : `${assigned.key}/${assigned.unit}`

/** What a column may mean: not read, running numbers, or one of the columns; an amount in each of its units. */
export function meanings<T>(
  t: Translate,
  shape: TableShape<T>,
  words: TableWords<T>,
): readonly { readonly value: string; readonly label: string; readonly assigned: Assigned<T> }[] {
  const keys = Object.keys(words.columns) as (keyof T & string)[]
  const all: Assigned<T>[] = keys.flatMap((key) =>
    columnOf(shape, key).isMoney === true ? moneyUnits.map((unit) => ({ key, unit })) : [{ key, unit: 'wan' as const }],
  )
  return [
    { value: 'none', label: t('table.column.none'), assigned: null },
    { value: 'serial', label: t('table.column.serial'), assigned: 'serial' },
    ...all.map((assigned) => ({
      value: assignedWord(assigned),
      label: assignedLabel(t, shape, words, assigned),
      assigned,
    })),
  ]
}

function assignedLabel<T>(t: Translate, shape: TableShape<T>, words: TableWords<T>, assigned: Assigned<T>): string {
  if (assigned === null || assigned === 'serial') return ''
  const name = columnWords(t, words, assigned.key)
  return columnOf(shape, assigned.key).isMoney === true
    ? t('table.column.money', { name, unit: t(`table.unit.${assigned.unit}`) })
    : name
}

/** A note as a sentence, with the line and the very words that were not read. */
export function noteSentence(t: Translate, note: TableNote, columnName: (column: number) => string): string {
  switch (note.kind) {
    case 'no-head':
      return t('table.note.no-head')
    case 'unclosed-quote':
      return t('table.note.unclosed-quote', { line: note.line })
    case 'unknown-head':
    case 'repeated-head':
    case 'unit-assumed':
      return t(`table.note.${note.kind}`, {
        column: note.column,
        text: note.text === '' ? t('table.noHead') : note.text,
      })
    case 'unread-cell':
      return t(note.isRowLost ? 'table.note.row-lost' : 'table.note.unread-cell', {
        line: note.line,
        column: columnName(note.column),
        text: shortened(note.text),
        why: t(`table.unread.${note.why}`),
      })
    default:
      return t(`table.note.${note.kind}`, { line: note.line, text: shortened(note.text) })
  }
}

/** What a person who looks at the spreadsheet does not see, or sees where the file does not say it. */
export const doubtSentences = (t: Translate, doubts: SheetDoubts): readonly string[] => [
  ...(doubts.hiddenRows > 0 ? [t('table.note.hidden-rows', { count: doubts.hiddenRows })] : []),
  ...(doubts.hiddenColumns > 0 ? [t('table.note.hidden-columns', { count: doubts.hiddenColumns })] : []),
  ...(doubts.mergedDown > 0 ? [t('table.note.merged-down', { count: doubts.mergedDown })] : []),
  ...(doubts.uncomputed > 0 ? [t('table.note.uncomputed', { count: doubts.uncomputed })] : []),
]

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
