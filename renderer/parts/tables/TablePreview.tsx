import { Button, Select, Table } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { readTable } from '@shared/tables/read-table'
import type { Assigned, TableRow, TableShape } from '@shared/tables/table-shape'
import { Labelled } from '@renderer/ui/Labelled'
import { ListedNote } from '@renderer/ui/ListedNote'
import { useTranslation } from '@renderer/ui/translation'
import type { BroughtTable } from './bring-table'
import { keepColumns, keptColumns } from './kept-columns'
import { assignedWord, doubtSentences, meanings, noteSentence, type TableWords } from './table-words'

/** What was read of a table and what was not, before any of it is taken; a person may say what a column means. */
export function TablePreview<T>(props: {
  readonly table: BroughtTable
  readonly source: string
  readonly shape: TableShape<T>
  readonly words: TableWords<T>
  /** Whether the form has such a row already; it is told and not taken twice. */
  readonly isKnown: (values: Partial<T>) => boolean
  readonly onTake: (rows: readonly Partial<T>[]) => void
  readonly onLeave: () => void
}) {
  const { t } = useTranslation()
  const { table, shape, words } = props
  const [at, setAt] = useState(0)
  const sheet = table.sheets[at] ?? table.sheets[0]
  /** `undefined`: as they were last time; `null`: as the heads say. */
  const [chosen, setChosen] = useState<readonly Assigned<T>[] | null | undefined>(undefined)
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    region.current?.focus()
  }, [])
  const choices = meanings(t, shape, words)
  const byHeads = readTable(sheet.grid, shape)
  const kept = keptColumns(words.name, byHeads.heads)?.map(
    (word) => choices.find(({ value }) => value === word)?.assigned ?? null,
  )
  const assigned = chosen === undefined ? kept : (chosen ?? undefined)
  const reading = assigned === undefined ? byHeads : readTable(sheet.grid, shape, assigned)
  const known = reading.rows.filter(({ values }) => props.isKnown(values))
  const fresh = reading.rows.filter((row) => !known.includes(row))
  const name = (column: number): string => {
    const head = reading.heads[column - 1] ?? ''
    return head === '' ? t('table.columnNo', { column }) : head
  }
  const assign = (index: number, word: string) => {
    const next = choices.find(({ value }) => value === word)?.assigned ?? null
    const isSame = (other: Assigned<T>) =>
      next !== null &&
      other !== null &&
      (next === 'serial' || other === 'serial' ? next === other : next.key === other.key)
    setChosen(reading.columns.map((other, place) => (place === index ? next : isSame(other) ? null : other)))
  }
  const sentences = [
    ...doubtSentences(t, sheet.doubts),
    ...reading.notes.map((note) => noteSentence(t, note, name)),
    ...known.map(({ line, values }) =>
      t('table.note.known', { line, text: words.show(t, shape.key, values[shape.key]) }),
    ),
  ]
  return (
    <section ref={region} className="stack table-preview" aria-label={t('table.preview')} tabIndex={-1}>
      <h3>{t('table.preview')}</h3>
      <p role="status">
        {t('table.read', { source: props.source, count: fresh.length, name: t(words.name) })}{' '}
        {sentences.length === 0 ? t('table.allRead') : t('table.notAll', { count: sentences.length })}
      </p>
      {table.sheets.length > 1 ? (
        <Labelled label={t('table.sheet')} htmlFor="table-sheet">
          <Select
            id="table-sheet"
            className="grow"
            value={at}
            options={table.sheets.map(({ name: sheetName, isHidden }, value) => ({
              value,
              label: isHidden ? t('table.hiddenSheet', { name: sheetName }) : sheetName,
            }))}
            onChange={(next) => {
              setAt(next)
              setChosen(undefined)
            }}
          />
        </Labelled>
      ) : null}
      {chosen === undefined && kept !== undefined ? (
        <p className="row">
          {t('table.keptColumns')}
          <Button
            size="small"
            onClick={() => {
              setChosen(null)
            }}
          >
            {t('table.byHeads')}
          </Button>
        </p>
      ) : null}
      <ListedNote type="warning" title={t('table.notRead')} sentences={sentences} />
      <Table<TableRow<T>>
        size="small"
        rowKey="line"
        pagination={fresh.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        scroll={{ x: 'max-content' }}
        dataSource={fresh}
        locale={{ emptyText: t('table.empty') }}
        columns={[
          { title: t('table.line'), key: 'line', align: 'right' as const, render: (_, { line }) => line },
          ...reading.columns.map((column, index) => ({
            key: index,
            title: (
              <div className="tight-stack">
                <span>{name(index + 1)}</span>
                <Select
                  size="small"
                  className="cell-select"
                  aria-label={t('table.meaning', { column: name(index + 1) })}
                  value={assignedWord(column)}
                  options={choices.map(({ value, label }) => ({ value, label }))}
                  onChange={(word) => {
                    assign(index, word)
                  }}
                />
              </div>
            ),
            render: (_: unknown, { values }: TableRow<T>) =>
              column === null || column === 'serial' || values[column.key] === undefined
                ? ''
                : words.show(t, column.key, values[column.key]),
          })),
        ]}
      />
      <div className="row">
        <Button
          type="primary"
          disabled={fresh.length === 0}
          onClick={() => {
            if (chosen !== undefined) keepColumns(words.name, reading.heads, reading.columns.map(assignedWord))
            props.onTake(fresh.map(({ values }) => values))
          }}
        >
          {t('table.take', { count: fresh.length })}
        </Button>
        <Button onClick={props.onLeave}>{t('table.leave')}</Button>
      </div>
    </section>
  )
}
