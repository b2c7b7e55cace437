/** The numbers of the strict ZIP profile: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16. */
export const zip = {
  localSignature: 0x04034b50,
  centralSignature: 0x02014b50,
  endSignature: 0x06054b50,
  localSize: 30,
  centralSize: 46,
  endSize: 22,
  /** 2.0, MS-DOS: nothing but plain files. */
  version: 20,
  /** 1 January 1980, 00:00: no clock leaks into a bundle, and equal content has equal bytes. */
  dosTime: 0,
  dosDate: 0x0021,
  maxEntries: 20_000,
  maxSize: 4_000_000_000,
  maxNameLength: 200,
} as const

export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly crc32: number
  /** Where the content starts in the file. */
  readonly offset: number
}

/** Local header (APPNOTE 4.3.7) of a stored entry. */
export function localHeader({ name, size, crc32 }: Omit<ZipEntry, 'offset'>): Buffer {
  const header = Buffer.alloc(zip.localSize + name.length)
  header.writeUInt32LE(zip.localSignature, 0)
  header.writeUInt16LE(zip.version, 4)
  header.writeUInt16LE(zip.dosTime, 10)
  header.writeUInt16LE(zip.dosDate, 12)
  header.writeUInt32LE(crc32, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  header.write(name, zip.localSize, 'latin1')
  return header
}

/** Directory header (APPNOTE 4.3.12); `offset` is that of the content, as in `ZipEntry`. */
export function centralHeader({ name, size, crc32, offset }: ZipEntry): Buffer {
  const header = Buffer.alloc(zip.centralSize + name.length)
  header.writeUInt32LE(zip.centralSignature, 0)
  header.writeUInt16LE(zip.version, 4)
  header.writeUInt16LE(zip.version, 6)
  header.writeUInt16LE(zip.dosTime, 12)
  header.writeUInt16LE(zip.dosDate, 14)
  header.writeUInt32LE(crc32, 16)
  header.writeUInt32LE(size, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset - zip.localSize - name.length, 42)
  header.write(name, zip.centralSize, 'latin1')
  return header
}

/** End record (APPNOTE 4.3.16). */
export function endRecord(count: number, directorySize: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(zip.endSize)
  record.writeUInt32LE(zip.endSignature, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(directorySize, 12)
  record.writeUInt32LE(directoryOffset, 16)
  return record
}
