import type { zhTables } from '../zh/tables'

export const enTables: Readonly<Record<keyof typeof zhTables, string>> = {
  'table.hint':
    'Copy from a spreadsheet and paste here, or drop or choose a file (an Excel workbook, .xlsx, or CSV). With a head line the order of columns is free; without one it is: {{columns}}. What was read, and what was not, is shown first; nothing is written before you take it.',
  'table.chooseFile': 'Choose a table file',
  'table.name.tasks': 'tasks',
  'table.source.paste': 'Pasted table',
  'table.source.file': 'File “{{file}}” (read as {{encoding}})',
  'table.problem.empty': 'There is nothing in this table. Select rows and copy them again, or choose another file.',
  'table.problem.large':
    '“{{file}}” is too large for a table. Keep the rows that are needed, save as CSV and try again.',
  'table.problem.unreadable':
    '“{{file}}” cannot be read. See that it is still there and that no other program holds it, then try again.',
  'table.problem.damaged':
    '“{{file}}” is damaged: the parts of the workbook do not agree. Open it in Excel or WPS, save it as a new .xlsx and choose that.',
  'table.problem.locked':
    '“{{file}}” opens with a password only. Take the password off in Excel or WPS, save it and choose it again.',
  'table.problem.old-format':
    '“{{file}}” is a workbook of an old format (.xls, .et). Save it as .xlsx in Excel or WPS and choose that, or copy the rows and paste them here.',
  'table.problem.foreign': '“{{file}}” is no workbook. Choose an .xlsx or CSV file.',
  'table.problem.too-much':
    '“{{file}}” holds too much for a table. Keep the sheet and the rows that are needed, save it and choose it again.',
  'table.problem.no-text': '“{{file}}” is no CSV text. Save it as CSV (UTF-8) in Excel or WPS and choose that.',
  'table.source.workbook': 'Workbook “{{file}}”',
  'table.sheet': 'Sheet',
  'table.hiddenSheet': '{{name}} (a hidden sheet)',
  'table.keptColumns': 'The heads are those of last time: the columns are read as you said then.',
  'table.byHeads': 'Go by the heads',
  'table.note.hidden-rows':
    '{{count}} rows are hidden in the spreadsheet (or filtered out); they are listed below as well. See whether they are wanted.',
  'table.note.hidden-columns': '{{count}} columns are hidden in the spreadsheet; they were read as well.',
  'table.note.merged-down':
    '{{count}} cells are merged over several rows: only the first of those rows has the words, the others are empty there.',
  'table.note.uncomputed':
    '{{count}} cells are formulas without a result in the file and count as errors. Open and save it once in Excel or WPS, then choose it again.',
  'table.preview': 'Check the table that was read',
  'table.read': '{{source}}: {{count}} rows of {{name}} can be taken; nothing is written yet.',
  'table.allRead': 'Every column and cell was read.',
  'table.notAll': '{{count}} things were not read or need a look; each is listed below.',
  'table.notRead': 'Not read, or to be looked at',
  'table.empty': 'There is no row to take. Say under each head what its column means.',
  'table.line': 'Line',
  'table.columnNo': 'Column {{column}}',
  'table.noHead': 'no head',
  'table.meaning': 'Meaning of column “{{column}}”',
  'table.column.none': 'not read',
  'table.column.money': '{{name}} ({{unit}})',
  'table.column.span': 'From and to (months)',
  'table.unit.yuan': 'yuan',
  'table.unit.thousand': '1,000 yuan',
  'table.unit.million': '1 million yuan',
  'table.unit.yi': '100 million yuan',
  'table.take': 'Take these {{count}} rows',
  'table.leave': 'Do not take them',
  'table.taken': '{{count}} rows of {{name}} were written; please check them.',
  'table.note.no-head': 'No head line was found; columns were read in the usual order. Choose others under the heads.',
  'table.note.unclosed-quote': 'Line {{line}} has a quotation mark that nothing closes; it was kept as it is.',
  'table.note.title-row': 'Line {{line}} stands before the head and was left out as a title: {{text}}',
  'table.note.total-row': 'Line {{line}} is a total and was not read: {{text}}',
  'table.note.remark-row': 'Line {{line}} is a remark and was not read: {{text}}',
  'table.note.row-without-key': 'Line {{line}} lacks the cell without which it is no row, and was not read: {{text}}',
  'table.note.ragged-row':
    'Line {{line}} has another number of cells than the head; its columns may have shifted. It was not read: {{text}}',
  'table.note.serial-no-number':
    'Line {{line}} has no number where the running number stands; its columns may have shifted. It was not read: {{text}}',
  'table.note.repeated-head-row': 'Line {{line}} is the head again and was left out: {{text}}',
  'table.note.unknown-head':
    'Column {{column}} “{{text}}” was not read: it is not used here, or not recognised. If it is needed, choose its meaning under the head.',
  'table.note.repeated-head': 'Column {{column}} “{{text}}” means the same as another one and was not read.',
  'table.note.unit-assumed':
    'Column {{column}} “{{text}}” names no unit of money; it was read as 10,000 yuan (万元). Choose another if that is wrong.',
  'table.note.unread-cell': 'Line {{line}}, “{{column}}” was not read ({{text}}): {{why}}',
  'table.note.row-lost': 'Line {{line}} was not read at all because of “{{column}}” ({{text}}): {{why}}',
  'table.note.known': 'Line {{line}}, “{{text}}” is in the form already and is not written twice.',
  'form.make': 'Export the filing form (DOCX)',
  'form.read': 'Take in a filled filing form',
  'form.drop':
    'Drop the filled filing form (.docx) here, or choose the file. What was read is shown first; nothing is written before you take it.',
  'form.reading': 'Check the form that was read',
  'form.summary':
    '{{places}} places differ from what stands here, and there are {{members}} new members and {{tasks}} new tasks; nothing is written yet.',
  'form.nothing': 'Nothing new was read: the form says what stands here already, or its labels were not known.',
  'form.after': 'In the form',
  'form.take': 'Take these {{count}}',
  'form.problem.damaged': '“{{file}}” is damaged. Open it in Word or WPS, save it as a new .docx and choose that.',
  'form.problem.locked':
    '“{{file}}” opens with a password only. Take the password off in Word or WPS, save it and choose it again.',
  'form.problem.old-format':
    '“{{file}}” is a document of an old format (.doc, .wps). Save it as .docx in Word or WPS and choose that.',
  'form.problem.foreign': '“{{file}}” is no Word document. Choose the filled filing form (.docx).',
  'form.problem.too-much': '“{{file}}” is too large for a form. See whether it is the right file.',
  'form.note.unknown-row': 'The label is not known, so this was not read: {{text}}',
  'form.note.twice': '“{{label}}” stands twice in the form; the second was not read: {{text}}',
  'form.note.unread-field': '“{{label}}” was not read ({{text}}): {{why}}',
  'form.note.list': '{{list}}: {{sentence}}',
  'form.note.known': '“{{name}}” stands here already and is not written twice.',
  'table.unread.not-a-day': 'no day; write it like 2026-11-22.',
  'table.unread.not-a-month': 'no month; write it like 2026-03.',
  'table.unread.not-an-amount': 'no number.',
  'table.unread.foreign-money': 'foreign money; convert it first.',
  'table.unread.ratio': 'a share, not an amount.',
  'table.unread.exponent-code':
    'the spreadsheet made a number of the code, and its last digits are lost. Format the column as text and enter the code again.',
  'table.unread.rounded-code':
    'the code ends in three zeros and its check digit is wrong: the spreadsheet seems to have rounded it. Enter it again from the licence.',
  'table.unread.too-long': 'too long.',
  'table.unread.unknown-choice': 'none of the choices; choose it yourself after taking the row.',
  'table.unread.unknown-unit': 'no full name of a member unit. Enter the members first; names must agree.',
  'table.unread.cell-error': 'an error value of the spreadsheet.',
}
