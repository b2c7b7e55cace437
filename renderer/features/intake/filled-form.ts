import { filingFormFields, formFurniture } from '@shared/documents/vocabulary/filing-form'
import type { DossierContent, Member } from '@shared/domain/dossier'
import type { FormField } from '@shared/domain/form-field'
import type { DocumentTables } from '@shared/ipc/workbook-reading'
import { isSameName } from '@shared/lib/names'
import type { Grid } from '@shared/tables/grid'
import { memberTable } from '@shared/tables/member-table'
import { readForm, type FormNote } from '@shared/tables/read-form'
import { readTable } from '@shared/tables/read-table'
import { taskTable } from '@shared/tables/task-table'
import type { TableNote, TableReading } from '@shared/tables/table-shape'
import { valueAt, withValueAt } from './form-path'
import { memberOf, taskOf } from './tables/rows-taken'

/** A place of the form that gets other words than it has. */
export type FormChange = { readonly label: string; readonly before: string; readonly after: string }

/** A note on a list of the form, with the heads that it speaks of. */
export type ListNote = {
  readonly list: 'members' | 'tasks'
  readonly note: TableNote
  readonly heads: readonly string[]
}

/** What a filled form says beyond what stands in the intake already; nothing of it is written yet. */
export type FilledForm = {
  readonly content: DossierContent
  readonly changes: readonly FormChange[]
  readonly members: readonly string[]
  readonly tasks: readonly string[]
  /** Rows of the lists that stand in the intake already. */
  readonly known: readonly string[]
  readonly notes: readonly FormNote[]
  readonly listNotes: readonly ListNote[]
}

/** Columns that make a table one of the lists of the form. */
const leastColumns = 3

/**
 * Reads the tables of a filled 备案申请表 into the intake: places by their labels, the lists of members and tasks by their
 * heads. What stands there already and says the same is left; a row of a name that is there already is not taken twice.
 */
export function readFilledForm(
  tables: Extract<DocumentTables, { readonly problem: null }>['tables'],
  before: DossierContent,
  newId: (prefix: string) => string,
): FilledForm {
  const grids = tables.map((rows): Grid => ({ separator: '\t', rows: squared(rows), unclosedQuoteOn: null }))
  const isMembers = (grid: Grid) => fit(readTable(grid, memberTable)) >= leastColumns
  const isTasks = (grid: Grid) => fit(readTable(grid, taskTable([]))) >= leastColumns
  const listNotes: ListNote[] = []
  const note = (list: ListNote['list'], { notes, heads }: Pick<TableReading<never>, 'notes' | 'heads'>) => {
    for (const one of notes) if (!isBlankRow(one)) listNotes.push({ list, note: one, heads })
  }
  const memberGrids = grids.filter((grid) => isMembers(grid) && !isBetter(grid, taskTable([])))
  const memberReadings = memberGrids.map((grid) => readTable(grid, memberTable))
  for (const reading of memberReadings) note('members', reading)
  const memberRows = memberReadings.flatMap(({ rows }) => rows.map(({ values }) => values))
  const freshMembers = memberRows.filter(
    ({ fullName = '' }) => !before.members.some((member) => isSameName(member.fullName, fullName)),
  )
  const members: readonly Member[] = [...before.members, ...freshMembers.map((row) => memberOf(row, newId('u')))]

  const taskGrids = grids.filter((grid) => !memberGrids.includes(grid) && isTasks(grid))
  const taskReadings = taskGrids.map((grid) => readTable(grid, taskTable(members)))
  for (const reading of taskReadings) note('tasks', reading)
  const taskRows = taskReadings.flatMap(({ rows }) => rows.map(({ values }) => values))
  const freshTasks = taskRows.filter(({ name = '' }) => !before.tasks.some((task) => isSameName(task.name, name)))

  const lists = new Set([...memberGrids, ...taskGrids])
  const form = readForm(
    grids.filter((grid) => !lists.has(grid)),
    filingFormFields,
    formFurniture,
  )
  const notes: FormNote[] = [...form.notes]
  const changes: FormChange[] = []
  let content: DossierContent = {
    ...before,
    members: [...members],
    tasks: [...before.tasks, ...freshTasks.map((row) => taskOf(row, newId('t')))],
  }
  for (const { field, value } of form.fields) {
    const unit = field.kind === 'unit' ? unitNamed(members, value) : null
    if (field.kind === 'unit' && unit === null) {
      notes.push({ kind: 'unread-field', label: field.label, text: value, why: 'unknown-unit' })
      continue
    }
    const now = wordsNow(content, field)
    if (now === value.trim()) continue
    changes.push({ label: field.label, before: now, after: value })
    content = withValueAt(withContact(content, field), field.path, unit?.unitId ?? value)
  }
  return {
    content,
    changes,
    members: freshMembers.map(({ fullName = '' }) => fullName),
    tasks: freshTasks.map(({ name = '' }) => name),
    known: [
      ...memberRows.filter((row) => !freshMembers.includes(row)).map(({ fullName = '' }) => fullName),
      ...taskRows.filter((row) => !freshTasks.includes(row)).map(({ name = '' }) => name),
    ],
    notes,
    listNotes,
  }
}

/** Columns of a table that are known; none if its head is not. */
const fit = <T>({ columns, notes }: TableReading<T>): number =>
  notes.some(({ kind }) => kind === 'no-head')
    ? 0
    : columns.filter((column) => column !== null && column !== 'serial').length

const isBetter = (grid: Grid, tasks: ReturnType<typeof taskTable>): boolean =>
  fit(readTable(grid, tasks)) > fit(readTable(grid, memberTable))

/** A row of the form that nobody filled has its number alone. */
const isBlankRow = (note: TableNote): boolean => note.kind === 'row-without-key' && /^[\d.、]*$/u.test(note.text)

/** Every row as wide as the widest: cells that are merged leave rows short. */
const squared = (rows: Grid['rows']): Grid['rows'] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return rows.map(({ line, cells }) => ({ line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }))
}

function unitNamed(members: readonly Member[], name: string): Member | null {
  const found = members.filter(({ fullName }) => isSameName(fullName, name))
  return found.length === 1 ? (found[0] ?? null) : null
}

function wordsNow(content: DossierContent, { path, kind }: FormField): string {
  const value = valueAt(content, path)
  if (typeof value !== 'string') return ''
  return kind === 'unit' ? (content.members.find(({ unitId }) => unitId === value)?.fullName ?? '') : value.trim()
}

const withContact = (content: DossierContent, { path }: FormField): DossierContent =>
  path.startsWith('alliance.contact.') && content.alliance.contact === null
    ? withValueAt(content, 'alliance.contact', { name: '', phone: '' })
    : content
