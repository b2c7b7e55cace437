import { attachmentCases } from './attachment-case'
import { oleFile } from './ole-maker'

const ole =
  (...names: string[]) =>
  () =>
    oleFile(names.map((name) => ({ name })))

/** The head of a Word document, with or without a password. */
function wordHead(isLocked: boolean): Buffer {
  const head = Buffer.alloc(64)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(isLocked ? 0x100 : 0, 10)
  return head
}

/** The first records of a workbook: its begin, then a password or an end. */
const bookHead = (isLocked: boolean): Buffer =>
  Buffer.from(
    `09080800000605000000000000000000${isLocked ? '2f00' : '0a00'}0000`.replace(/^09080800/u, '09080c00'),
    'hex',
  )

/** The stream that names the program ([MS-OLEDS] 2.3.8), as the programs of another office do. */
const program = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from('0100feff030a0000ffffffff', 'hex'),
    Buffer.alloc(16),
    Buffer.from(`\x10\0\0\0${name}\0`, 'latin1'),
  ])

export const oldOfficeCases = attachmentCases('old office files', 'doc', [
  ['is an old Word file', ['old-office'], () => oleFile([{ name: 'WordDocument', bytes: wordHead(false) }])],
  ['is an old Word file with large sectors', ['old-office'], () => oleFile([{ name: 'WordDocument' }], 12)],
  ['is an old workbook', ['old-office'], () => oleFile([{ name: 'Workbook', bytes: bookHead(false) }])],
  ['is a workbook of 1995', ['old-office'], ole('Book')],
  ['is an old presentation', ['old-office'], ole('Current User', 'PowerPoint Document')],
  ['is an old Word file with macros', ['macro', 'old-office'], ole('WordDocument', 'Macros', '_VBA_PROJECT')],
  ['is an old Word file with an object', ['embedded-object', 'old-office'], ole('WordDocument', '\x01Ole10Native')],
  [
    'is an old Word file with a password',
    'encrypted',
    () => oleFile([{ name: 'WordDocument', bytes: wordHead(true) }]),
  ],
  ['is an old workbook with a password', 'encrypted', () => oleFile([{ name: 'Workbook', bytes: bookHead(true) }])],
  ['is a new Word file with a password', 'encrypted', ole('EncryptionInfo', 'EncryptedPackage', '\x06DataSpaces')],
  ['is a text of WPS', ['wps-file'], ole('WordDocument', 'WpsCustomData')],
  [
    'is a table of WPS',
    ['wps-file'],
    () => oleFile([{ name: 'Workbook' }, { name: '\x01CompObj', bytes: program('ET.Workbook.6') }]),
  ],
  ['is a container of something else', ['no-document'], ole('__properties_version1.0')],
  ['is rich text', ['old-office'], () => Buffer.from('{\\rtf1\\ansi SHILI}')],
  [
    'is rich text with an object',
    ['embedded-object', 'old-office'],
    () => Buffer.from('{\\rtf1{\\object{\\*\\objdata 0105}}}'),
  ],
])
