/** Old office containers ([MS-CFB]) with a directory of given names. All content invented (示例). */

export type OleStream = { readonly name: string; readonly bytes?: Buffer }

/** A container whose streams each begin in a sector of their own and take at least 4,096 bytes. */
export function oleFile(streams: readonly OleStream[], sectorBits: 9 | 12 = 9): Buffer {
  const sector = 1 << sectorBits
  const contents = streams.map(({ bytes = Buffer.alloc(0) }) => {
    const size = Math.max(4096, Math.ceil(bytes.length / sector) * sector)
    return Buffer.concat([bytes], size)
  })
  const directory = [entryOf('Root Entry', 5, 0xffff_fffe, 0)]
  let next = 1
  streams.forEach(({ name }, index) => {
    const size = contents[index]?.length ?? 0
    directory.push(entryOf(name, 2, next, size))
    next += size / sector
  })
  const entries = Buffer.concat(directory)
  const directorySize = Math.ceil(entries.length / sector) * sector
  const header = Buffer.alloc(sector, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.fill(0, 8, 76)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(sectorBits === 9 ? 3 : 4, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(sectorBits, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  // The table stands in the first sector, the directory behind the streams.
  header.writeUInt32LE(next, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0, 76)
  return Buffer.concat([header, Buffer.alloc(sector, 0xff), ...contents, Buffer.concat([entries], directorySize)])
}

function entryOf(name: string, type: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  entry[67] = 1
  entry.fill(0xff, 68, 80)
  entry.writeUInt32LE(start, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}
