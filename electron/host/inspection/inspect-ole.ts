import type { Finding, FindingKind } from '@shared/inspection/finding'
import { hasMacroProject, oleEntries, type OleEntry } from './ole-directory'

const one = (kind: FindingKind, detail = ''): Finding => ({ kind, count: 1, detail })

/** What an old file is by its main stream. */
const mainStreams: Readonly<Record<string, string>> = {
  worddocument: 'Word 97–2003, .doc',
  workbook: 'Excel 97–2003, .xls',
  book: 'Excel 5.0/95, .xls',
  'powerpoint document': 'PowerPoint 97–2003, .ppt',
}
/** The same streams, where another office program wrote them in its own format. */
const wpsEndings: Readonly<Record<string, string>> = {
  worddocument: '.wps',
  workbook: '.et',
  book: '.et',
  'powerpoint document': '.dps',
}
/** Storages of objects, as the three programs call them. */
const objectNames = /^(?:\W?Ole10Native|_\d{8,}|MBD[0-9A-F]{8})$/iu
const wpsStreams = /^(?:WpsCustomData|ETExtData|WPPExtData|KSOProductBuildVer|MatOST)$/iu
const wpsPrograms = /\b(?:K?WPS|K?ET|K?WPP)\.(?:Document|Workbook|Presentation|Application)/iu

/**
 * Looks into an old office file ([MS-CFB]: DOC, XLS, PPT, WPS and their like, and the envelope of a locked DOCX or
 * XLSX). None of them can be shown here; each is told for what it is.
 */
export function inspectOle(bytes: Buffer): Finding[] {
  const entries = oleEntries(bytes)
  const names = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  // [MS-OFFCRYPTO] 2.3: an ordinary package, encrypted as a whole.
  if (names.has('encryptedpackage') || names.has('encryptedsummary')) return [one('encrypted')]
  // Objects may hold such streams as well; those of the file itself stand first.
  const main = entries.map(({ name }) => name.toLowerCase()).find((name) => Object.hasOwn(mainStreams, name))
  if (names.has('__properties_version1.0')) return [one('no-document')]
  const isWps = entries.some(({ name }) => wpsStreams.test(name)) || wpsPrograms.test(programIn(bytes))
  if (main === undefined) return isWps ? [one('wps-file', '.wps')] : [one('no-document')]
  if (isLocked(bytes, main, names.get(main))) return [one('encrypted')]
  const objects = entries.filter(({ name }) => objectNames.test(name)).length
  return [
    isWps ? one('wps-file', wpsEndings[main]) : one('old-office', mainStreams[main]),
    ...(hasMacroProject(bytes) ? [one('macro')] : []),
    ...(objects > 0 ? [{ ...one('embedded-object', 'OLE'), count: objects }] : []),
  ]
}

/** How the stream that names the program begins ([MS-OLEDS] 2.3.8). */
const programHead = Buffer.from('0100feff030a0000ffffffff', 'hex')

/** The program that a file names as its own; that stream is small and lies in one piece. */
function programIn(bytes: Buffer): string {
  const at = bytes.indexOf(programHead)
  return at < 0 ? '' : bytes.toString('latin1', at, at + 400)
}

/** [MS-DOC] 2.5.2 fEncrypted; [MS-XLS] 2.4.117 FilePass among the first records. */
function isLocked(bytes: Buffer, main: string, entry: OleEntry | undefined): boolean {
  if (entry === undefined || entry.size < 4096 || entry.start + 512 > bytes.length) return false
  if (main === 'worddocument') {
    return bytes.readUInt16LE(entry.start) === 0xa5ec && (bytes.readUInt16LE(entry.start + 10) & 0x100) !== 0
  }
  if (main !== 'workbook' && main !== 'book') return false
  for (let at = entry.start; at + 4 <= entry.start + 512; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) === 0x2f) return true
  }
  return false
}

const rtfObject = /\\(?:objdata|objocx|objautlink|objupdate)(?![a-z])/iu

/** Rich text: words of an old program, which may hold objects. */
export function inspectRtf(bytes: Buffer): Finding[] {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, 32_000_000))
  return [one('old-office', 'RTF'), ...(rtfObject.test(text) ? [one('embedded-object', 'OLE')] : [])]
}
