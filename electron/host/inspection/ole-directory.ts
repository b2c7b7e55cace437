/** The old container of office files ([MS-CFB]), as far as an inspection needs it. */

const signature = 'd0cf11e0a1b11ae1'

export const isCompound = (bytes: Buffer): boolean => bytes.length >= 8 && bytes.toString('hex', 0, 8) === signature

export type OleEntry = {
  readonly name: string
  readonly isStream: boolean
  readonly start: number
  readonly size: number
}

/**
 * Every entry of the directory, wherever it lies: entries take 128 bytes at a multiple of 128, so that they are found
 * also where the table of sectors is bent.
 */
export function oleEntries(bytes: Buffer): OleEntry[] {
  const found: OleEntry[] = []
  const sector = sectorSize(bytes)
  for (let at = 512; at + 128 <= bytes.length && found.length < 100_000; at += 128) {
    const type = bytes[at + 66]
    const length = bytes.readUInt16LE(at + 64)
    if ((type !== 1 && type !== 2 && type !== 5) || length < 4 || length > 64 || length % 2 !== 0) continue
    // The colour of a node is 0 or 1, and its name ends with a zero.
    if ((bytes[at + 67] ?? 2) > 1 || bytes.readUInt16LE(at + length - 2) !== 0) continue
    const name = bytes.toString('utf16le', at, at + length - 2)
    const start = (bytes.readUInt32LE(at + 116) + 1) * sector
    found.push({ name, isStream: type === 2, start, size: bytes.readUInt32LE(at + 120) })
  }
  return found
}

function sectorSize(bytes: Buffer): number {
  return bytes.length >= 32 && bytes.readUInt16LE(30) === 12 ? 4096 : 512
}

const macroNames = new Set(['_vba_project', 'vba', '_vba_project_cur', 'macros'])

/** Whether a container holds a project of macros, whatever it is called. */
export const hasMacroProject = (bytes: Buffer): boolean =>
  oleEntries(bytes).some(({ name }) => macroNames.has(name.toLowerCase()))
